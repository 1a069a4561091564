import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fencing tokens of leases: each lease gets a higher one, whatever the table. */
export class Duties1763800001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SEQUENCE duty_lease AS bigint');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
