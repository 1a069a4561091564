import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that arrived, each a duty until a letter is made of it or a person has looked. */
export class InboundEmail1763900051000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The same bytes for the same address are one mail, however often a server that lost our answer brings them.
    await runner.query(`
      CREATE TABLE inbound_email (
        id uuid CONSTRAINT inbound_email_pkey PRIMARY KEY DEFAULT uuidv7(),
        sha256 text NOT NULL,
        size bigint NOT NULL,
        envelope_sender text NOT NULL,
        envelope_recipient text NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        message_id text,
        letter_id uuid CONSTRAINT inbound_email_letter REFERENCES letter (id),
        reason text,
        unanswered text,
        facts jsonb,
        state text NOT NULL DEFAULT 'pending',
        due_at timestamptz DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        lease_token bigint,
        leased_until timestamptz,
        last_error text,
        CONSTRAINT inbound_email_once UNIQUE (sha256, envelope_recipient),
        CONSTRAINT inbound_email_state_known
          CHECK (state IN ('pending', 'leased', 'failed', 'done', 'quarantined', 'aside')),
        CONSTRAINT inbound_email_done CHECK (state <> 'done' OR letter_id IS NOT NULL)
      )`);
    await runner.query(`
      CREATE INDEX inbound_email_owed ON inbound_email (due_at) WHERE state IN ('pending', 'leased', 'failed')`);
    await runner.query(`
      CREATE INDEX inbound_email_for_people ON inbound_email (state, id)
      WHERE state IN ('quarantined', 'failed', 'aside')`);
    await runner.query(
      'CREATE INDEX inbound_email_of_letter ON inbound_email (letter_id) WHERE letter_id IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX inbound_email_message ON inbound_email (message_id) WHERE message_id IS NOT NULL',
    );
    // Who looked at a mail that is no letter yet, and what was done with it; afterwards the letter's history goes on.
    await runner.query(`
      CREATE TABLE inbound_email_event (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT inbound_email_event_pkey PRIMARY KEY,
        inbound_id uuid NOT NULL CONSTRAINT inbound_email_event_mail REFERENCES inbound_email (id),
        at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        account_id uuid,
        CONSTRAINT inbound_email_event_kind_known
          CHECK (kind IN ('quarantined', 'read', 'download', 'again', 'aside'))
      )`);
    await runner.query('CREATE INDEX inbound_email_event_of ON inbound_email_event (inbound_id, id)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
