import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scans of paper letters that wait to be entered: what was dropped, and the envelopes that were found in it. */
export class PostPile1763900061000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The same bytes are one pile, however often somebody drops them.
    await runner.query(`
      CREATE TABLE post_pile (
        id uuid CONSTRAINT post_pile_pkey PRIMARY KEY DEFAULT uuidv7(),
        sha256 text NOT NULL CONSTRAINT post_pile_once UNIQUE,
        size bigint NOT NULL,
        media_type text NOT NULL,
        name text NOT NULL,
        dropped_by uuid NOT NULL,
        dropped_at timestamptz NOT NULL DEFAULT now(),
        pages integer,
        remark text,
        state text NOT NULL DEFAULT 'pending',
        due_at timestamptz DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        lease_token bigint,
        leased_until timestamptz,
        last_error text,
        CONSTRAINT post_pile_state_known CHECK (state IN ('pending', 'leased', 'failed', 'done'))
      )`);
    await runner.query(`
      CREATE INDEX post_pile_owed ON post_pile (due_at) WHERE state IN ('pending', 'leased', 'failed')`);
    await runner.query(`
      CREATE TABLE post_scan (
        id uuid CONSTRAINT post_scan_pkey PRIMARY KEY DEFAULT uuidv7(),
        pile_id uuid NOT NULL CONSTRAINT post_scan_pile REFERENCES post_pile (id),
        position integer NOT NULL,
        first_page integer,
        last_page integer,
        sha256 text NOT NULL,
        size bigint NOT NULL,
        media_type text NOT NULL,
        name text NOT NULL,
        pages jsonb NOT NULL DEFAULT '[]',
        remark text,
        state text NOT NULL DEFAULT 'waiting',
        aside_reason text,
        taken_by uuid,
        taken_until timestamptz,
        CONSTRAINT post_scan_once UNIQUE (pile_id, position),
        CONSTRAINT post_scan_state_known CHECK (state IN ('waiting', 'entered', 'aside')),
        CONSTRAINT post_scan_aside_reasoned CHECK (state <> 'aside' OR aside_reason IS NOT NULL)
      )`);
    await runner.query(
      `CREATE INDEX post_scan_open ON post_scan (state, pile_id, position) WHERE state <> 'entered'`,
    );
    await runner.query(`
      CREATE TABLE post_scan_event (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT post_scan_event_pkey PRIMARY KEY,
        scan_id uuid NOT NULL CONSTRAINT post_scan_event_scan REFERENCES post_scan (id),
        at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        account_id uuid NOT NULL,
        reason text,
        CONSTRAINT post_scan_event_kind_known CHECK (kind IN ('aside', 'back'))
      )`);
    await runner.query('CREATE INDEX post_scan_event_of ON post_scan_event (scan_id, id)');
    // Two clerks may have the same scan before them; one letter is made of it.
    await runner.query(`
      ALTER TABLE letter_paper ADD COLUMN scan_id uuid CONSTRAINT letter_paper_scan REFERENCES post_scan (id)
        CONSTRAINT letter_paper_scan_once UNIQUE`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
