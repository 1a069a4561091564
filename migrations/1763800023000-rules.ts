import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules that suggest or set category and unit; only a version that was tested against past letters can be on. */
export class Rules1763800023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rule (
        id uuid CONSTRAINT rule_pkey PRIMARY KEY DEFAULT uuidv7(),
        name text NOT NULL CONSTRAINT rule_name UNIQUE,
        position integer NOT NULL,
        words text,
        query tsquery,
        place text,
        place_key text,
        municipality_code text,
        release_slug text,
        channel text,
        language text,
        category text NOT NULL,
        unit text,
        urgency text,
        mode text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        tested_version integer,
        tested_at timestamptz(3),
        test jsonb,
        is_on boolean NOT NULL DEFAULT false,
        updated_by uuid NOT NULL,
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT rule_mode_known CHECK (mode IN ('suggest', 'set')),
        CONSTRAINT rule_channel_known CHECK (channel IN ('web', 'email', 'post')),
        CONSTRAINT rule_language_known CHECK (language IN ('sr-Cyrl', 'sr-Latn', 'en')),
        CONSTRAINT rule_urgency_known CHECK (urgency IN ('normal', 'urgent')),
        CONSTRAINT rule_conditional CHECK (num_nonnulls(query, place_key, release_slug, channel, language) > 0),
        CONSTRAINT rule_words_whole CHECK ((words IS NULL) = (query IS NULL) AND (place IS NULL) = (place_key IS NULL)),
        CONSTRAINT rule_on_tested CHECK (NOT is_on OR tested_version IS NOT DISTINCT FROM version)
      )`);
    await this.oweIndex(runner);
  }

  /**
   * Letters are owed a place in the index that tells their own words from the rest: those against which rules are
   * tested, and those that no officer has sorted. Older ones get it when they are next indexed.
   */
  private async oweIndex(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO letter_indexing (letter_id, due_at)
      SELECT letter_id, now() FROM (
        (SELECT letter_id FROM letter_search ORDER BY received_at DESC, letter_id DESC LIMIT 10000)
        UNION
        SELECT letter_id FROM letter_search JOIN letter ON letter.id = letter_id
        WHERE letter.state IN ('received', 'details_needed')
      ) owed
      ON CONFLICT (letter_id) DO NOTHING`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
