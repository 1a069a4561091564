import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a machine reads in the scans of paper letters, each a duty until it is read or cannot be. */
export class ScanTexts1763900062000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scan_text (
        id uuid CONSTRAINT scan_text_pkey PRIMARY KEY DEFAULT uuidv7(),
        letter_id uuid NOT NULL,
        position smallint NOT NULL,
        text text NOT NULL DEFAULT '',
        pages integer,
        pages_read integer,
        confidence smallint,
        reason text,
        state text NOT NULL DEFAULT 'pending',
        due_at timestamptz DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        lease_token bigint,
        leased_until timestamptz,
        last_error text,
        CONSTRAINT scan_text_once UNIQUE (letter_id, position),
        CONSTRAINT scan_text_attachment FOREIGN KEY (letter_id, position)
          REFERENCES letter_attachment (letter_id, position) ON DELETE CASCADE,
        CONSTRAINT scan_text_state_known CHECK (state IN ('pending', 'leased', 'failed', 'done'))
      )`);
    await runner.query(`
      CREATE INDEX scan_text_owed ON scan_text (due_at) WHERE state IN ('pending', 'leased', 'failed')`);
    // Paper letters that were entered before machines read them.
    await runner.query(`
      INSERT INTO scan_text (letter_id, position)
      SELECT letter_id, position FROM letter_attachment JOIN letter_paper USING (letter_id)
      WHERE media_type IN ('application/pdf', 'image/jpeg', 'image/png', 'image/heic')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
