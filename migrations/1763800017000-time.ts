import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The term of an answer, notices about it, and who stands in for whom. */
export class Time1763800017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE letter
        ADD COLUMN term_from timestamptz(3),
        ADD COLUMN stopped_days smallint NOT NULL DEFAULT 0`);
    // One notice of a kind for one due date, however often the office is gone round.
    await runner.query(`
      CREATE TABLE due_notice (
        letter_id uuid NOT NULL CONSTRAINT due_notice_letter REFERENCES letter (id),
        kind text NOT NULL CONSTRAINT due_notice_kind_known CHECK (kind IN ('due-warning', 'escalation')),
        due_on timestamptz(3) NOT NULL,
        noticed_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT due_notice_pkey PRIMARY KEY (letter_id, kind, due_on)
      )`);
    await runner.query(`
      ALTER TABLE account
        ADD COLUMN absent_from date,
        ADD COLUMN absent_until date,
        ADD COLUMN stand_in uuid CONSTRAINT account_stand_in REFERENCES account (id),
        ADD CONSTRAINT account_absence_whole CHECK (
          (absent_from IS NULL AND absent_until IS NULL AND stand_in IS NULL)
          OR (absent_from <= absent_until AND stand_in IS NOT NULL AND stand_in <> id)
        )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
