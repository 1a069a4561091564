import { rows, type Sql } from '../../database/rows.js';

/** Counting stops here. */
export const MOST_COUNTED = 1_000;

/** How many wait for a person, and how many are aside, each counted up to {@link MOST_COUNTED}. */
export async function countForPeople(sql: Sql): Promise<{ waiting: number; aside: number }> {
  const capped = (states: string) =>
    `(SELECT count(*)::int FROM (SELECT 1 FROM inbound_email WHERE state IN (${states}) LIMIT ${MOST_COUNTED}) AS few)`;
  const [counts] = await rows<{ waiting: number; aside: number }>(
    sql,
    `SELECT ${capped(`'quarantined', 'failed'`)} AS waiting, ${capped(`'aside'`)} AS aside`,
  );
  return counts!;
}
