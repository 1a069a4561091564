import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that strangers sent, by the hash of their content; which letter holds them is the letters' business. */
export class KeptFile1763800003000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE kept_file (
        sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint NOT NULL CHECK (size > 0),
        media_type text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        kept_at timestamptz NOT NULL DEFAULT now()
      )`);
    await queryRunner.query('CREATE INDEX kept_file_kept_at ON kept_file (kept_at)');
    await queryRunner.query(
      `COMMENT ON COLUMN kept_file.kept_at IS 'When somebody last sent or named this content; the sweep counts from here'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
