import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Other letters of whoever wrote one are found by a whole address, number or name. The trigrams that serve a search for
 * parts of them cost a tenth of a second in an archive of a million, for every letter that is opened.
 */
export class SamePerson1763900032000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const indexes = {
      letter_search_email: `(substring(contact_key FROM '\\S+@\\S+'), received_at DESC)`,
      letter_search_phone: `(substring(contact_key FROM '^\\d+'), received_at DESC)`,
      letter_search_person: '(name_key, place_key, received_at DESC)',
    };
    await runner.query('SET statement_timeout = 0');
    for (const [name, columns] of Object.entries(indexes)) {
      // What an interrupted build left behind answers nothing and costs every change.
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON letter_search ${columns}`);
    }
    await runner.query('RESET statement_timeout');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
