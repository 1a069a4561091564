import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many envelopes the post brought on a day, as counted by hand; a correction is another count. */
export class PostCounts1763900063000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE post_count (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT post_count_pkey PRIMARY KEY,
        arrived_on date NOT NULL,
        envelopes integer NOT NULL,
        counted_by uuid NOT NULL,
        counted_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT post_count_not_negative CHECK (envelopes >= 0)
      )`);
    await runner.query('CREATE INDEX post_count_of_day ON post_count (arrived_on, id)');
    // A day's mails and scans are counted without reading all that ever arrived.
    await runner.query('CREATE INDEX inbound_email_received ON inbound_email (received_at)');
    await runner.query('CREATE INDEX post_pile_dropped ON post_pile (dropped_at)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
