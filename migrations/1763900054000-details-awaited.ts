import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters by e-mail whose missing details are awaited are looked through by the time since when. */
export class DetailsAwaited1763900054000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX letter_details_awaited ON letter (clock_stopped_at)
      WHERE state = 'details_needed' AND channel = 'email'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
