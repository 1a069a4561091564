import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sent e-mails of releases are forgotten after a while, the oldest first. */
export class FollowerEmails1763900012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX outgoing_email_of_releases ON outgoing_email (created_at)
      WHERE kind IN ('release.announcement', 'release.digest') AND state IN ('sent', 'suppressed')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
