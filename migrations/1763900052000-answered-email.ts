import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An e-mail that a program sends in answer to one says so, and leaves without an envelope sender (RFC 3834). */
export class AnsweredEmail1763900052000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outgoing_email ADD COLUMN answers text');
    await runner.query(
      `COMMENT ON COLUMN outgoing_email.answers IS 'Message-ID of the e-mail that is answered, empty when it had none; null when nothing is answered'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
