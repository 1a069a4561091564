import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that answer ours join their letters, and reports of delivery change the e-mail that they are about. */
export class Threads1763900053000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A supplement may be an e-mail, and that one may be another person's than the letter.
    await runner.query(`
      ALTER TABLE letter_supplement
        ADD COLUMN sender text,
        ADD COLUMN subject text,
        ADD COLUMN is_verified boolean NOT NULL DEFAULT true`);
    await runner.query(`
      ALTER TABLE inbound_email
        ADD COLUMN supplement_id uuid CONSTRAINT inbound_email_supplement REFERENCES letter_supplement (id)`);
    await runner.query(`
      ALTER TABLE outgoing_email
        ADD COLUMN report text CONSTRAINT outgoing_email_report_known
          CHECK (report IN ('delivered', 'delayed', 'failed')),
        ADD COLUMN reported_at timestamptz`);
    await runner.query('CREATE INDEX suppressed_address_until ON suppressed_address (until)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
