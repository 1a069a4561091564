import { rows, type Sql } from '../../database/rows.js';
import { type Officer, visibleTo } from '../../letters/viewer.js';
import type { NumberBeginning } from './number-beginning.js';

/** A letter as it is offered by its reference or its register number. */
export interface NamedLetter {
  reference: string;
  name: string;
  surname: string;
  municipality: string | null;
  municipalityCode: string | null;
  /** Register number; null in the second before it is given. */
  year: number | null;
  number: number | null;
}

/** Of one range of register numbers, so many of the newest are looked at. */
const LOOKED_AT = 500;

const COLUMNS = `letter.reference, letter.name, letter.surname, letter.municipality,
  letter.municipality_code AS "municipalityCode", entry.year, entry.number`;

/** Letters that the officer may see whose reference or register number begins so, the newest first. */
export async function lettersBeginning(
  sql: Sql,
  viewer: Officer,
  { reference, entry }: NumberBeginning,
  limit: number,
): Promise<NamedLetter[]> {
  const found: NamedLetter[] = [];
  if (entry !== undefined) found.push(...(await byNumber(sql, viewer, entry, limit)));
  if (reference !== undefined) found.push(...(await byReference(sql, viewer, reference, limit)));
  return [...new Map(found.map((letter) => [letter.reference, letter])).values()].slice(0, limit);
}

function byReference(sql: Sql, viewer: Officer, beginning: string, limit: number): Promise<NamedLetter[]> {
  // The sign that follows every letter and digit of a reference; the database compares by code points.
  const parameters: unknown[] = [beginning, `${beginning}~`];
  return rows(
    sql,
    `SELECT ${COLUMNS} FROM letter LEFT JOIN register_entry entry ON entry.letter_id = letter.id
     WHERE letter.reference >= $1 AND letter.reference < $2 AND ${visibleTo(viewer, parameters)}
     ORDER BY letter.received_at DESC, letter.id DESC LIMIT ${limit}`,
    parameters,
  );
}

function byNumber(
  sql: Sql,
  viewer: Officer,
  { year, ranges }: NonNullable<NumberBeginning['entry']>,
  limit: number,
): Promise<NamedLetter[]> {
  const parameters: unknown[] = [year, ranges.map(([low]) => low), ranges.map(([, high]) => high)];
  return rows(
    sql,
    `SELECT ${COLUMNS}
     FROM unnest($2::int[], $3::int[]) WITH ORDINALITY AS range (low, high, place)
     CROSS JOIN LATERAL (
       SELECT year, number, letter_id FROM register_entry
       WHERE year = $1 AND number BETWEEN range.low AND range.high ORDER BY number DESC LIMIT ${LOOKED_AT}
     ) entry
     JOIN letter ON letter.id = entry.letter_id
     WHERE ${visibleTo(viewer, parameters)}
     ORDER BY range.place, entry.number DESC LIMIT ${limit}`,
    parameters,
  );
}
