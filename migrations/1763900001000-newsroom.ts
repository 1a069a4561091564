import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The newsroom: a release's life beyond being published, its working copy, its events, corrections and old slugs. */
export class Newsroom1763900001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE release
        ALTER published_at DROP NOT NULL,
        ADD withdrawn_at timestamptz(3),
        ADD withdrawal_sr text,
        ADD withdrawal_en text,
        ADD is_emergency boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT release_state_known,
        ADD CONSTRAINT release_state_known
          CHECK (state IN ('draft', 'in_review', 'scheduled', 'published', 'corrected', 'withdrawn')),
        ADD CONSTRAINT release_public_is_dated
          CHECK (published_at IS NOT NULL OR state IN ('draft', 'in_review', 'scheduled')),
        ADD CONSTRAINT release_withdrawn_is_told
          CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL AND withdrawal_sr IS NOT NULL))`);
    await runner.query('DROP INDEX release_newest');
    await runner.query(`
      CREATE INDEX release_newest ON release (published_at DESC, id DESC)
      WHERE state IN ('published', 'corrected')`);
    // English words for a picture are needed only where the release is in English.
    await runner.query(`
      ALTER TABLE release_picture DROP CONSTRAINT release_picture_described,
        ADD CONSTRAINT release_picture_described CHECK (btrim(alt_sr) <> '')`);
    await runner.query(`
      CREATE TABLE release_picture_variant (
        release_id uuid NOT NULL,
        position smallint NOT NULL,
        media_type text NOT NULL,
        width integer NOT NULL,
        sha256 text NOT NULL,
        size integer NOT NULL,
        CONSTRAINT release_picture_variant_pkey PRIMARY KEY (release_id, position, media_type, width),
        CONSTRAINT release_picture_variant_picture FOREIGN KEY (release_id, position)
          REFERENCES release_picture (release_id, position) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX release_picture_variant_file ON release_picture_variant (sha256)');
    await runner.query(`
      CREATE TABLE release_attachment (
        release_id uuid NOT NULL CONSTRAINT release_attachment_release REFERENCES release (id) ON DELETE CASCADE,
        position smallint NOT NULL,
        sha256 text NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        CONSTRAINT release_attachment_pkey PRIMARY KEY (release_id, position)
      )`);
    await runner.query('CREATE INDEX release_attachment_file ON release_attachment (sha256)');
    await runner.query(`
      CREATE TABLE release_correction (
        release_id uuid NOT NULL CONSTRAINT release_correction_release REFERENCES release (id) ON DELETE CASCADE,
        corrected_at timestamptz(3) NOT NULL,
        note_sr text NOT NULL,
        note_en text NOT NULL,
        CONSTRAINT release_correction_pkey PRIMARY KEY (release_id, corrected_at)
      )`);
    await runner.query(`
      CREATE TABLE release_old_slug (
        slug text CONSTRAINT release_old_slug_pkey PRIMARY KEY,
        release_id uuid NOT NULL CONSTRAINT release_old_slug_release REFERENCES release (id) ON DELETE CASCADE,
        left_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE release_draft (
        release_id uuid CONSTRAINT release_draft_pkey PRIMARY KEY
          CONSTRAINT release_draft_release REFERENCES release (id) ON DELETE CASCADE,
        version integer NOT NULL DEFAULT 1,
        content jsonb NOT NULL,
        created_by uuid NOT NULL CONSTRAINT release_draft_creator REFERENCES account (id),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        edited_by uuid NOT NULL CONSTRAINT release_draft_editor REFERENCES account (id),
        edited_at timestamptz(3) NOT NULL DEFAULT now(),
        submitted_by uuid CONSTRAINT release_draft_submitter REFERENCES account (id),
        submitted_at timestamptz(3),
        sent_back_by uuid CONSTRAINT release_draft_sender REFERENCES account (id),
        sent_back_reason text
      )`);
    await runner.query(`
      CREATE TABLE release_event (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT release_event_pkey PRIMARY KEY,
        release_id uuid NOT NULL CONSTRAINT release_event_release REFERENCES release (id),
        at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        account_id uuid CONSTRAINT release_event_account REFERENCES account (id),
        kind text NOT NULL,
        from_state text,
        to_state text,
        reason text,
        is_emergency boolean NOT NULL DEFAULT false,
        content jsonb
      )`);
    await runner.query('CREATE INDEX release_event_of_release ON release_event (release_id, id)');
    // Everything that was ever uploaded for a release: old versions still show it.
    await runner.query(`
      CREATE TABLE release_file (
        release_id uuid NOT NULL CONSTRAINT release_file_release REFERENCES release (id) ON DELETE CASCADE,
        sha256 text NOT NULL,
        CONSTRAINT release_file_pkey PRIMARY KEY (release_id, sha256)
      )`);
    await runner.query('CREATE INDEX release_file_content ON release_file (sha256)');
    await runner.query(`
      CREATE TABLE release_presence (
        release_id uuid NOT NULL CONSTRAINT release_presence_release REFERENCES release (id) ON DELETE CASCADE,
        account_id uuid NOT NULL CONSTRAINT release_presence_account REFERENCES account (id) ON DELETE CASCADE,
        seen_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT release_presence_pkey PRIMARY KEY (release_id, account_id)
      )`);
    await runner.query(`
      CREATE TABLE release_embargo_link (
        id uuid CONSTRAINT release_embargo_link_pkey PRIMARY KEY DEFAULT uuidv7(),
        release_id uuid NOT NULL CONSTRAINT release_embargo_link_release REFERENCES release (id) ON DELETE CASCADE,
        recipient text NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        created_by uuid NOT NULL CONSTRAINT release_embargo_link_creator REFERENCES account (id),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        revoked_at timestamptz(3)
      )`);
    await runner.query('CREATE INDEX release_embargo_link_of_release ON release_embargo_link (release_id)');
    await runner.query(`
      CREATE TABLE release_publishing (
        id uuid CONSTRAINT release_publishing_pkey PRIMARY KEY DEFAULT uuidv7(),
        release_id uuid NOT NULL CONSTRAINT release_publishing_release REFERENCES release (id) ON DELETE CASCADE,
        goes_out_at timestamptz(3) NOT NULL,
        fingerprint text NOT NULL,
        approved_by uuid NOT NULL CONSTRAINT release_publishing_approver REFERENCES account (id),
        state text NOT NULL DEFAULT 'pending',
        due_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        lease_token bigint,
        leased_until timestamptz,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT release_publishing_state_known
          CHECK (state IN ('pending', 'leased', 'failed', 'done', 'cancelled'))
      )`);
    await runner.query(
      `CREATE INDEX release_publishing_due ON release_publishing (due_at) WHERE state IN ('pending', 'leased')`,
    );
    await runner.query(`
      CREATE UNIQUE INDEX release_publishing_once ON release_publishing (release_id)
      WHERE state IN ('pending', 'leased', 'failed')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
