import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Replies: drafted, approved by their hash, dispatched as approved; and the office's standard lines. */
export class Replies1763800018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reply (
        id uuid CONSTRAINT reply_pkey PRIMARY KEY DEFAULT uuidv7(),
        letter_id uuid NOT NULL CONSTRAINT reply_letter REFERENCES letter (id),
        state text NOT NULL DEFAULT 'draft',
        version integer NOT NULL DEFAULT 1,
        route text NOT NULL,
        recipient text NOT NULL,
        salutation text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        language text NOT NULL,
        drafters uuid[] NOT NULL,
        locked_by uuid,
        locked_until timestamptz(3),
        submitted_at timestamptz(3),
        reviewed jsonb,
        sent_back_by uuid,
        sent_back_reason text,
        fingerprint text,
        approved bytea,
        approved_by uuid,
        approved_at timestamptz(3),
        dispatched_by uuid,
        dispatched_at timestamptz(3),
        returned_at timestamptz(3),
        returned_reason text,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT reply_state_known CHECK (state IN
          ('draft', 'in_review', 'approved', 'leaving', 'to_print', 'dispatched', 'returned', 'discarded')),
        CONSTRAINT reply_route_known CHECK (route IN ('email', 'post', 'phone')),
        CONSTRAINT reply_approved_whole CHECK (
          state NOT IN ('approved', 'leaving', 'to_print', 'dispatched') OR (fingerprint IS NOT NULL AND approved IS NOT NULL)
        )
      )`);
    // A letter has one reply under way, however many officers begin one.
    await runner.query(`
      CREATE UNIQUE INDEX reply_under_way ON reply (letter_id)
      WHERE state IN ('draft', 'in_review', 'approved', 'leaving', 'to_print')`);
    await runner.query('CREATE INDEX reply_of_letter ON reply (letter_id, id)');
    await runner.query(`CREATE INDEX reply_to_print ON reply (approved_at, id) WHERE state = 'to_print'`);
    await runner.query(`
      CREATE TABLE reply_attachment (
        reply_id uuid NOT NULL CONSTRAINT reply_attachment_reply REFERENCES reply (id) ON DELETE CASCADE,
        position smallint NOT NULL,
        sha256 text NOT NULL,
        name text NOT NULL,
        size bigint NOT NULL,
        media_type text NOT NULL,
        CONSTRAINT reply_attachment_pkey PRIMARY KEY (reply_id, position)
      )`);
    await runner.query('CREATE INDEX reply_attachment_file ON reply_attachment (sha256)');
    // The duty: due when the time for taking it back has passed.
    await runner.query(`
      CREATE TABLE reply_dispatch (
        reply_id uuid CONSTRAINT reply_dispatch_pkey PRIMARY KEY
          CONSTRAINT reply_dispatch_reply REFERENCES reply (id) ON DELETE CASCADE,
        state text NOT NULL DEFAULT 'pending',
        due_at timestamptz(3),
        attempts integer NOT NULL DEFAULT 0,
        lease_token bigint,
        leased_until timestamptz(3),
        last_error text,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT reply_dispatch_state_known CHECK (state IN ('pending', 'leased', 'failed', 'done'))
      )`);
    await runner.query(
      `CREATE INDEX reply_dispatch_due ON reply_dispatch (due_at) WHERE state IN ('pending', 'leased')`,
    );
    await runner.query(`
      CREATE TABLE standard_line (
        id uuid CONSTRAINT standard_line_pkey PRIMARY KEY DEFAULT uuidv7(),
        name text NOT NULL,
        body text NOT NULL,
        language text NOT NULL,
        updated_by uuid NOT NULL,
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT standard_line_name UNIQUE (name)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
