import type { MigrationInterface, QueryRunner } from 'typeorm';

/** E-mail that is owed, and addresses that refused it. */
export class OutgoingEmail1763800004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outgoing_email (
        id uuid CONSTRAINT outgoing_email_pkey PRIMARY KEY DEFAULT uuidv7(),
        kind text NOT NULL,
        duty_key text NOT NULL CONSTRAINT outgoing_email_duty_key_key UNIQUE,
        subject_id uuid,
        recipient text NOT NULL,
        recipient_key text NOT NULL,
        recipient_domain text NOT NULL,
        language text NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        message_id text NOT NULL,
        bounce_token text NOT NULL CONSTRAINT outgoing_email_bounce_token_key UNIQUE,
        state text NOT NULL DEFAULT 'pending',
        due_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        lease_token bigint,
        leased_until timestamptz,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        counted_at timestamptz,
        rendered bytea,
        in_doubt_at timestamptz,
        resends integer NOT NULL DEFAULT 0,
        smtp_answer text,
        sent_at timestamptz,
        CONSTRAINT outgoing_email_state_known
          CHECK (state IN ('pending', 'leased', 'in_doubt', 'sent', 'failed', 'suppressed'))
      )`);
    // Only what still owes something is asked for by time; sent mail leaves this index.
    await runner.query(`
      CREATE INDEX outgoing_email_owed ON outgoing_email (due_at)
      WHERE state IN ('pending', 'leased', 'in_doubt', 'failed')`);
    // Officers look at what did not leave, newest first, among millions that did.
    await runner.query(`
      CREATE INDEX outgoing_email_unsent ON outgoing_email (state, id)
      WHERE state IN ('in_doubt', 'failed', 'suppressed')`);
    await runner.query(
      'CREATE INDEX outgoing_email_subject ON outgoing_email (subject_id) WHERE subject_id IS NOT NULL',
    );
    // The brakes count by recipient over a day, and by domain over a minute.
    await runner.query(`
      CREATE INDEX outgoing_email_counted ON outgoing_email (recipient_key, counted_at) WHERE counted_at IS NOT NULL`);
    await runner.query(`
      CREATE INDEX outgoing_email_minute ON outgoing_email (counted_at) WHERE counted_at IS NOT NULL`);
    await runner.query(`
      CREATE TABLE suppressed_address (
        address_key text CONSTRAINT suppressed_address_pkey PRIMARY KEY,
        reason text NOT NULL,
        until timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
