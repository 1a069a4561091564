import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Followers of press releases by e-mail, and what is owed to all of them at once. */
export class Following1763900011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One address follows once. Whoever leaves is deleted, so the row of a subscription is one that is wanted.
    await runner.query(`
      CREATE TABLE subscription (
        id uuid CONSTRAINT subscription_pkey PRIMARY KEY DEFAULT uuidv7(),
        address text NOT NULL,
        address_key text NOT NULL CONSTRAINT subscription_address_key_key UNIQUE,
        language text NOT NULL,
        rhythm text NOT NULL,
        state text NOT NULL DEFAULT 'unconfirmed',
        asked_at timestamptz NOT NULL DEFAULT now(),
        emails_since timestamptz NOT NULL DEFAULT now(),
        emails integer NOT NULL DEFAULT 0,
        confirmed_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT subscription_state_known CHECK (state IN ('unconfirmed', 'active')),
        CONSTRAINT subscription_rhythm_known CHECK (rhythm IN ('immediate', 'daily', 'weekly')),
        CONSTRAINT subscription_language_known CHECK (language IN ('sr-Cyrl', 'sr-Latn', 'en')),
        CONSTRAINT subscription_confirmed CHECK ((state = 'active') = (confirmed_at IS NOT NULL))
      )`);
    // The order in which a mailing goes through its subscribers, batch by batch.
    await runner.query(`CREATE INDEX subscription_told ON subscription (rhythm, id) WHERE state = 'active'`);
    await runner.query(
      `CREATE INDEX subscription_unconfirmed ON subscription (asked_at) WHERE state = 'unconfirmed'`,
    );
    // Proof of consent and of its end. It outlives the subscription and holds no address.
    await runner.query(`
      CREATE TABLE subscription_event (
        id bigint CONSTRAINT subscription_event_pkey PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
        subscription_id uuid NOT NULL,
        happened_at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}'
      )`);
    await runner.query('CREATE INDEX subscription_event_of ON subscription_event (subscription_id, id)');
    // What is owed to all subscribers of one rhythm: a release at once, or a day's or a week's releases together.
    // A release's own row also says which digests have taken it up.
    await runner.query(`
      CREATE TABLE release_mailing (
        id uuid CONSTRAINT release_mailing_pkey PRIMARY KEY DEFAULT uuidv7(),
        rhythm text NOT NULL,
        release_id uuid CONSTRAINT release_mailing_release_key UNIQUE
          CONSTRAINT release_mailing_release REFERENCES release (id) ON DELETE CASCADE,
        day date,
        daily_id uuid CONSTRAINT release_mailing_daily REFERENCES release_mailing (id),
        weekly_id uuid CONSTRAINT release_mailing_weekly REFERENCES release_mailing (id),
        mark uuid,
        told integer NOT NULL DEFAULT 0,
        state text NOT NULL DEFAULT 'pending',
        due_at timestamptz DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        lease_token bigint,
        leased_until timestamptz,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT release_mailing_state_known CHECK (state IN ('pending', 'leased', 'failed', 'done')),
        CONSTRAINT release_mailing_rhythm_known CHECK (rhythm IN ('immediate', 'daily', 'weekly')),
        CONSTRAINT release_mailing_of CHECK (
          (rhythm = 'immediate') = (release_id IS NOT NULL) AND (release_id IS NULL) = (day IS NOT NULL)),
        CONSTRAINT release_mailing_day_key UNIQUE (rhythm, day)
      )`);
    await runner.query(
      `CREATE INDEX release_mailing_due ON release_mailing (due_at) WHERE state IN ('pending', 'leased')`,
    );
    for (const digest of ['daily', 'weekly']) {
      await runner.query(`
        CREATE INDEX release_mailing_no_${digest} ON release_mailing (id)
        WHERE release_id IS NOT NULL AND ${digest}_id IS NULL`);
      await runner.query(
        `CREATE INDEX release_mailing_${digest} ON release_mailing (${digest}_id) WHERE ${digest}_id IS NOT NULL`,
      );
    }
    // Who was told of which release, until all its mailings are done: nobody is told twice, however rhythms change.
    // Without foreign keys: a mailing writes tens of thousands of rows, and what they name is forgotten with them.
    await runner.query(`
      CREATE TABLE release_told (
        release_id uuid NOT NULL,
        subscription_id uuid NOT NULL,
        CONSTRAINT release_told_pkey PRIMARY KEY (release_id, subscription_id)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
