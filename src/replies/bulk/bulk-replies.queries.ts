import { rows, type Sql } from '../../database/rows.js';
import type { Selection } from '../../letters/bulk/bulk.queries.js';

/** Every category among these letters; null stands for letters that nobody has sorted. */
export async function categoriesOf(sql: Sql, { where, parameters }: Selection): Promise<(string | null)[]> {
  const found = await rows<{ category: string | null }>(
    sql,
    `SELECT DISTINCT letter.category FROM letter WHERE ${where}`,
    parameters,
  );
  return found.map(({ category }) => category);
}
