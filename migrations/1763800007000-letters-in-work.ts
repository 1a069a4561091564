import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officers note on a letter while they work on it: risk, sensitivity, a returned reply, a stopped clock. */
export class LettersInWork1763800007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Constant defaults and NULLs: adding these columns rewrites no row, however large the archive is.
    await runner.query(`
      ALTER TABLE letter
        ADD COLUMN risk text CONSTRAINT letter_risk_known CHECK (risk IN ('threat', 'life', 'child')),
        ADD COLUMN risk_at timestamptz(3),
        ADD COLUMN risk_taken_by uuid,
        ADD COLUMN risk_taken_at timestamptz(3),
        ADD COLUMN sensitive text[] NOT NULL DEFAULT '{}',
        ADD COLUMN returned_at timestamptz(3),
        ADD COLUMN clock_stopped_at timestamptz(3),
        ADD COLUMN merged_into uuid CONSTRAINT letter_merged_into REFERENCES letter (id)`);
    await runner.query(`
      CREATE INDEX letter_risk ON letter (received_at DESC, id DESC) WHERE risk IS NOT NULL`);
    await runner.query(`
      CREATE INDEX letter_returned ON letter (received_at DESC, id DESC) WHERE returned_at IS NOT NULL`);
    await runner.query('CREATE INDEX letter_merged ON letter (merged_into) WHERE merged_into IS NOT NULL');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
