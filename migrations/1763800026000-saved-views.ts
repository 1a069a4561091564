import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of the inbox that officers keep under a name, for themselves or for their unit. */
export class SavedViews1763800026000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_view (
        id uuid CONSTRAINT saved_view_pkey PRIMARY KEY DEFAULT uuidv7(),
        owner uuid NOT NULL CONSTRAINT saved_view_owner REFERENCES account (id),
        unit text,
        name text NOT NULL,
        query text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT saved_view_name_length CHECK (length(name) BETWEEN 1 AND 60),
        CONSTRAINT saved_view_query_length CHECK (length(query) BETWEEN 1 AND 4000)
      )`);
    // One name once in the column of an officer, or of a unit, however it is written.
    await runner.query(`
      CREATE UNIQUE INDEX saved_view_own ON saved_view (owner, search_key(name)) WHERE unit IS NULL`);
    await runner.query(`
      CREATE UNIQUE INDEX saved_view_unit ON saved_view (unit, search_key(name)) WHERE unit IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
