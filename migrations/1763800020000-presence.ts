import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has which letter before the eyes. */
export class Presence1763800020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What is lost with a crash is out of date by then anyway, so nothing of it goes through the log.
    await runner.query(`
      CREATE UNLOGGED TABLE presence (
        seat uuid CONSTRAINT presence_pkey PRIMARY KEY,
        letter_id uuid NOT NULL,
        account_id uuid NOT NULL,
        is_writing boolean NOT NULL,
        seen_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX presence_of_letter ON presence (letter_id)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
