import { rows, type Sql } from '../../database/rows.js';
import type { Selection } from '../../letters/bulk/bulk.queries.js';

const MOST_SAMPLES = 25;

/** The first letters of a selection, for showing how a text looks for them. */
export async function samplesOf(
  sql: Sql,
  { where, parameters }: Selection,
): Promise<{ reference: string; name: string }[]> {
  const found = await rows<{ reference: string; name: string; surname: string }>(
    sql,
    `SELECT letter.reference, letter.name, letter.surname FROM letter WHERE ${where}
     ORDER BY letter.received_at DESC, letter.id DESC LIMIT ${MOST_SAMPLES}`,
    parameters,
  );
  return found.map(({ reference, name, surname }) => ({ reference, name: `${name} ${surname}`.trim() }));
}
