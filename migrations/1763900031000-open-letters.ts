import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `state IN ('received', 'details_needed', 'triaged', 'in_work', 'in_review', 'approved')`;

/**
 * What the office still owes is a small part of an archive of years, and nearly all that officers look at: its queues
 * and their counts are read from indexes of the open letters alone, in both orders. Built beside the running office.
 */
export class OpenLetters1763900031000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['letter_open', 'letter_open_due'])
      // What an interrupted build left behind answers nothing and costs every change.
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
    await runner.query('SET statement_timeout = 0');
    await runner.query(
      `CREATE INDEX CONCURRENTLY letter_open ON letter (received_at DESC, id DESC) WHERE ${OPEN}`,
    );
    await runner.query(
      `CREATE INDEX CONCURRENTLY letter_open_due
       ON letter (coalesce(due_on, '9999-01-01T00:00:00Z'::timestamptz), id) WHERE ${OPEN}`,
    );
    await runner.query('RESET statement_timeout');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
