import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work on many letters at once: the job, which is a duty, and how it ended for each letter. */
export class Bulk1763800021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulk_job (
        id uuid CONSTRAINT bulk_job_pkey PRIMARY KEY DEFAULT uuidv7(),
        kind text NOT NULL,
        params jsonb NOT NULL,
        ordered_by uuid NOT NULL CONSTRAINT bulk_job_orderer REFERENCES account (id),
        total integer NOT NULL DEFAULT 0,
        done integer NOT NULL DEFAULT 0,
        skipped integer NOT NULL DEFAULT 0,
        failed integer NOT NULL DEFAULT 0,
        fingerprint text,
        approved_by uuid CONSTRAINT bulk_job_approver REFERENCES account (id),
        approved_at timestamptz(3),
        sent_back_reason text,
        undoes uuid CONSTRAINT bulk_job_undoes REFERENCES bulk_job (id),
        finished_at timestamptz(3),
        state text NOT NULL DEFAULT 'pending',
        due_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        lease_token bigint,
        leased_until timestamptz,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT bulk_job_state_known CHECK (
          state IN ('in_review', 'pending', 'leased', 'failed', 'done', 'stopped', 'sent_back')),
        CONSTRAINT bulk_job_undone_once UNIQUE (undoes)
      )`);
    await runner.query(`CREATE INDEX bulk_job_due ON bulk_job (due_at) WHERE state IN ('pending', 'leased')`);
    await runner.query(`CREATE INDEX bulk_job_in_review ON bulk_job (id) WHERE state = 'in_review'`);
    await runner.query('CREATE INDEX bulk_job_of_orderer ON bulk_job (ordered_by, id DESC)');
    await runner.query(`
      CREATE TABLE bulk_item (
        job_id uuid NOT NULL CONSTRAINT bulk_item_job REFERENCES bulk_job (id) ON DELETE CASCADE,
        position integer NOT NULL,
        letter_id uuid NOT NULL CONSTRAINT bulk_item_letter REFERENCES letter (id),
        state text NOT NULL DEFAULT 'pending',
        code text,
        event_id bigint,
        CONSTRAINT bulk_item_pkey PRIMARY KEY (job_id, position),
        CONSTRAINT bulk_item_once UNIQUE (job_id, letter_id),
        CONSTRAINT bulk_item_state_known CHECK (state IN ('pending', 'done', 'skipped', 'failed'))
      )`);
    await runner.query(
      `CREATE INDEX bulk_item_pending ON bulk_item (job_id, position) WHERE state = 'pending'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
