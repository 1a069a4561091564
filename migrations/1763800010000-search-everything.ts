import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters are found by telephone, e-mail and place too; every letter is owed its new place in the index. */
export class SearchEverything1763800010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE letter_search
        ADD COLUMN contact_key text NOT NULL DEFAULT '',
        ADD COLUMN place_key text NOT NULL DEFAULT ''`);
    await runner.query(
      'CREATE INDEX letter_search_contacts ON letter_search USING gin (contact_key gin_trgm_ops)',
    );
    await runner.query(
      'CREATE INDEX letter_search_place ON letter_search (place_key, received_at DESC, letter_id DESC)',
    );
    await runner.query(`
      INSERT INTO letter_indexing (letter_id, due_at) SELECT letter_id, now() FROM letter_search
      ON CONFLICT (letter_id) DO NOTHING`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
