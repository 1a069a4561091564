import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officers searched for last, and letters that the index of words kept by unreadable numbers. */
export class QuickInbox1763800026500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recent_search (
        account_id uuid NOT NULL CONSTRAINT recent_search_account REFERENCES account (id),
        query text NOT NULL,
        searched_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT recent_search_pkey PRIMARY KEY (account_id, query),
        CONSTRAINT recent_search_query_length CHECK (length(query) BETWEEN 1 AND 300)
      )`);
    // Telephone numbers that no numbering plan knows were kept with their signs in the search index, so that their
    // digits did not find them: those letters are owed their place in it again. The letters are only read here, which
    // keeps nobody from writing; in an archive of years the reading may take longer than a page's statement may.
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      INSERT INTO letter_indexing (letter_id, due_at)
      SELECT id, now() FROM letter WHERE phone IS NOT NULL AND phone_e164 IS NULL
      ON CONFLICT (letter_id) DO NOTHING`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
