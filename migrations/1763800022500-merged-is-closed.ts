import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A merged letter is closed as long as it is merged, and no letter is merged into itself. */
export class MergedIsClosed1763800022500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE letter ADD CONSTRAINT letter_merged_closed
        CHECK (merged_into IS NULL OR (state = 'closed' AND merged_into <> id))`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
