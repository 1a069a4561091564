import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts that were never published may be thrown away; files of imported releases are held like those of others. */
export class DiscardedReleases1763900042000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE release
        DROP CONSTRAINT release_state_known,
        ADD CONSTRAINT release_state_known
          CHECK (state IN ('draft', 'discarded', 'in_review', 'scheduled', 'published', 'corrected', 'withdrawn')),
        DROP CONSTRAINT release_public_is_dated,
        ADD CONSTRAINT release_public_is_dated
          CHECK (published_at IS NOT NULL OR state IN ('draft', 'discarded', 'in_review', 'scheduled'))`);
    // Of imported releases only the shown files were known: a correction that takes a picture away lost it for ever.
    await runner.query(`
      INSERT INTO release_file (release_id, sha256)
      SELECT release_id, sha256 FROM release_picture UNION SELECT release_id, sha256 FROM release_picture_variant
      ON CONFLICT DO NOTHING`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
