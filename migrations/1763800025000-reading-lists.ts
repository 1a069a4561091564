import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters chosen for the head of state to read, list by list, and what was written on them. */
export class ReadingLists1763800025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reading_list (
        id uuid CONSTRAINT reading_list_pkey PRIMARY KEY DEFAULT uuidv7(),
        day date,
        closed_by uuid CONSTRAINT reading_list_closer REFERENCES account (id),
        closed_at timestamptz(3),
        CONSTRAINT reading_list_day_key UNIQUE (day),
        CONSTRAINT reading_list_closed_whole CHECK (num_nonnulls(day, closed_by, closed_at) IN (0, 3))
      )`);
    // One list at a time is being put together.
    await runner.query('CREATE UNIQUE INDEX reading_list_open ON reading_list ((true)) WHERE day IS NULL');
    await runner.query(`
      CREATE TABLE reading_list_letter (
        list_id uuid NOT NULL CONSTRAINT reading_list_letter_list REFERENCES reading_list (id) ON DELETE CASCADE,
        letter_id uuid NOT NULL CONSTRAINT reading_list_letter_letter REFERENCES letter (id),
        position smallint NOT NULL,
        introduction text NOT NULL,
        added_by uuid NOT NULL CONSTRAINT reading_list_letter_adder REFERENCES account (id),
        annotation_event bigint CONSTRAINT reading_list_letter_annotation REFERENCES letter_event (id),
        CONSTRAINT reading_list_letter_pkey PRIMARY KEY (list_id, letter_id),
        CONSTRAINT reading_list_letter_introduction_length CHECK (length(introduction) BETWEEN 1 AND 300)
      )`);
    await runner.query('CREATE INDEX reading_list_letter_lists ON reading_list_letter (letter_id)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
