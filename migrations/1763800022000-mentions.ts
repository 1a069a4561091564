import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers whom a note mentions, until they have opened the letter. */
export class Mentions1763800022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter_mention (
        event_id bigint NOT NULL CONSTRAINT letter_mention_event REFERENCES letter_event (id),
        account_id uuid NOT NULL CONSTRAINT letter_mention_account REFERENCES account (id),
        letter_id uuid NOT NULL CONSTRAINT letter_mention_letter REFERENCES letter (id),
        seen_at timestamptz(3),
        CONSTRAINT letter_mention_pkey PRIMARY KEY (event_id, account_id)
      )`);
    // Only what is not seen yet is asked for: by account for the queue, by letter when it is opened.
    await runner.query(
      'CREATE INDEX letter_mention_unseen ON letter_mention (account_id, letter_id) WHERE seen_at IS NULL',
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
