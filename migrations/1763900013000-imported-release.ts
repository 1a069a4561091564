import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which release came from which item of which source, so that importing again makes no doubles. */
export class ImportedRelease1763900013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imported_release (
        source_key text CONSTRAINT imported_release_pkey PRIMARY KEY,
        release_id uuid NOT NULL
          CONSTRAINT imported_release_release REFERENCES release (id) ON DELETE CASCADE,
        imported_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX imported_release_of ON imported_release (release_id)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
