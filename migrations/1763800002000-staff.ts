import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts of the office, their sessions, and the one-time links that set a password. */
export class Staff1763800002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        name text NOT NULL,
        email text NOT NULL,
        password_hash text,
        roles text[] NOT NULL,
        unit text,
        language text NOT NULL DEFAULT 'sr-Cyrl',
        created_at timestamptz NOT NULL DEFAULT now(),
        disabled_at timestamptz,
        last_signed_in_at timestamptz,
        CONSTRAINT account_name_length CHECK (char_length(name) BETWEEN 1 AND 200),
        CONSTRAINT account_known_roles CHECK (
          cardinality(roles) > 0
          AND roles <@ ARRAY['clerk','triage','drafter','approver','press','auditor','admin']::text[]
        ),
        CONSTRAINT account_known_language CHECK (language IN ('sr-Cyrl','sr-Latn','en'))
      )`);
    await runner.query('CREATE UNIQUE INDEX account_email ON account (lower(email))');

    await runner.query(`
      CREATE TABLE account_session (
        id_hash bytea PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        user_agent text NOT NULL,
        CONSTRAINT account_session_hash_length CHECK (octet_length(id_hash) = 32)
      )`);
    await runner.query('CREATE INDEX account_session_account ON account_session (account_id)');
    await runner.query('CREATE INDEX account_session_expiry ON account_session (expires_at)');

    await runner.query(`
      CREATE TABLE account_link (
        token_hash bytea PRIMARY KEY,
        account_id uuid REFERENCES account (id) ON DELETE CASCADE,
        purpose text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT account_link_purpose CHECK (
          (purpose = 'first-administrator' AND account_id IS NULL)
          OR (purpose = 'set-password' AND account_id IS NOT NULL)
        ),
        CONSTRAINT account_link_hash_length CHECK (octet_length(token_hash) = 32)
      )`);
    await runner.query('CREATE INDEX account_link_account ON account_link (account_id)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
