import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Most letters' words fit into the row itself: a search that walks the list or looks for a phrase then reads a page it
 * has already, not three pages of another table for every letter. Rows take this place when they are indexed anew.
 */
export class WordsInTheRow1763900033000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE letter_search ALTER COLUMN words SET STORAGE MAIN');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
