import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sweep of files asks which scans the annotations hold. */
export class AnnotationScans1763900034000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX letter_event_scan ON letter_event ((details->>'scan')) WHERE kind = 'annotation'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
