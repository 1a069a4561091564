import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Letters handed to the competent body. The covering letter and the notice to the writer are papers like a reply:
 * frozen as they were shown, dispatched by the same duty, printed with the same post.
 */
export class Forwarding1763800024000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reply ADD COLUMN purpose text NOT NULL DEFAULT 'answer'
        CONSTRAINT reply_purpose_known CHECK (purpose IN ('answer', 'cover', 'notice'))`);
    // One of a kind under way: an answer, a covering letter, a notice.
    await runner.query('DROP INDEX reply_under_way');
    await runner.query(`
      CREATE UNIQUE INDEX reply_under_way ON reply (letter_id, purpose)
      WHERE state IN ('draft', 'in_review', 'approved', 'leaving', 'to_print')`);
    await runner.query(`
      CREATE TABLE forwarding (
        id uuid CONSTRAINT forwarding_pkey PRIMARY KEY DEFAULT uuidv7(),
        letter_id uuid NOT NULL CONSTRAINT forwarding_letter REFERENCES letter (id),
        cover_id uuid NOT NULL CONSTRAINT forwarding_cover UNIQUE CONSTRAINT forwarding_cover_reply REFERENCES reply (id),
        notice_id uuid CONSTRAINT forwarding_notice UNIQUE CONSTRAINT forwarding_notice_reply REFERENCES reply (id),
        body text,
        name text NOT NULL,
        told_name text NOT NULL,
        why text NOT NULL,
        told_why text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX forwarding_of_letter ON forwarding (letter_id, id)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
