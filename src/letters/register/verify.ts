import type { DataSource } from 'typeorm';
import { contradictions, countOfLetters, gapsOfYear, yearsOfRegister } from './verify.queries.js';

export interface RegisterReport {
  ok: boolean;
  letters: number;
  entries: number;
  /** Numbers missing, or stretches of them: `2026-000123`, `2026-000130 to 2026-000140`. */
  gaps: string[];
  /** What is wrong otherwise, and missing entries of letters. */
  problems: string[];
}

/**
 * Checks the whole register against the letters, in one snapshot, so that letters may go on arriving: every
 * letter has one number or waits for it, every year runs from 1 without a gap, and entries tell the truth.
 */
export function verifyRegister(
  dataSource: DataSource,
  timeZone: string,
  tell: (progress: string) => void = () => {},
): Promise<RegisterReport> {
  return dataSource.transaction('REPEATABLE READ', async (tx) => {
    // The check reads everything; a large archive may take longer than a page may.
    await tx.query('SET LOCAL statement_timeout = 0');
    tell('Counting letters…');
    const { letters, waiting } = await countOfLetters(tx);
    tell(`${letters} letters. Counting entries…`);
    const years = await yearsOfRegister(tx);
    const entries = years.reduce((sum, year) => sum + year.entries, 0);
    const gaps: string[] = [];
    for (const { year, entries: count, last } of years) {
      tell(`${year}: ${count} entries, the last is ${entry(year, last)}.`);
      if (count === last) continue;
      for (const gap of await gapsOfYear(tx, year))
        gaps.push(
          gap.first === gap.last
            ? entry(year, gap.first)
            : `${entry(year, gap.first)} to ${entry(year, gap.last)}`,
        );
    }
    tell('Comparing entries with letters…');
    const problems = await contradictions(tx, timeZone);
    if (letters !== entries + waiting && problems.length === 0)
      problems.push(`${letters} letters, but ${entries} entries and ${waiting} that wait for a number`);
    return { ok: gaps.length === 0 && problems.length === 0, letters, entries, gaps, problems };
  });
}

const entry = (year: number, number: number) => `${year}-${String(number).padStart(6, '0')}`;
