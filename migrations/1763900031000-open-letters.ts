import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `state IN ('received', 'details_needed', 'triaged', 'in_work', 'in_review', 'approved')`;

/**
 * What the office still owes is a small part of an archive of years, and nearly all that officers look at: its queues
 * and their counts are read from indexes of the open letters alone, in both orders; what the counts ask of a letter
 * stands in the index. Built beside the running office.
 */
export class OpenLetters1763900031000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['letter_open', 'letter_open_due', 'letter_spam'])
      // What an interrupted build left behind answers nothing and costs every change.
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
    await runner.query('SET statement_timeout = 0');
    await runner.query(
      `CREATE INDEX CONCURRENTLY letter_open ON letter (received_at DESC, id DESC)
         INCLUDE (state, unit, assigned_to, urgency, due_on, returned_at, risk) WHERE ${OPEN}`,
    );
    await runner.query(
      `CREATE INDEX CONCURRENTLY letter_open_due
       ON letter (coalesce(due_on, '9999-01-01T00:00:00Z'::timestamptz), id) WHERE ${OPEN}`,
    );
    // Spam belongs to nobody, so an officer of one unit would walk all of it to learn that there is none for them.
    await runner.query(
      `CREATE INDEX CONCURRENTLY letter_spam ON letter (received_at DESC, id DESC)
         INCLUDE (unit, assigned_to, risk) WHERE state = 'spam'`,
    );
    await runner.query('RESET statement_timeout');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
