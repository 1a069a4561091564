import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What only a letter on paper has: the day on which it arrived, its sender's own marks, who entered it. */
export class PaperLetters1763900060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter_paper (
        letter_id uuid CONSTRAINT letter_paper_pkey PRIMARY KEY
          CONSTRAINT letter_paper_letter REFERENCES letter (id),
        arrived_on date NOT NULL,
        sender_number text,
        sender_date date,
        enclosures smallint,
        same_as uuid CONSTRAINT letter_paper_same_as_letter REFERENCES letter (id),
        entered_by uuid NOT NULL,
        CONSTRAINT letter_paper_enclosures_counted CHECK (enclosures >= 0),
        CONSTRAINT letter_paper_of_another CHECK (same_as <> letter_id)
      )`);
    await runner.query('CREATE INDEX letter_paper_arrived ON letter_paper (arrived_on)');
    await runner.query(
      'CREATE INDEX letter_paper_same_as ON letter_paper (same_as) WHERE same_as IS NOT NULL',
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
