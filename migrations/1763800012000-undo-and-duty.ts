import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a change took the place of, so that it can be taken back; and who is told of a danger. */
export class UndoAndDuty1763800012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE letter_event ADD COLUMN before jsonb');
    await runner.query('ALTER TABLE account ADD COLUMN on_duty boolean NOT NULL DEFAULT false');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
