import { rows, type Sql } from '../../database/rows.js';

/** So many of an officer's searches are remembered. */
export const KEPT = 20;
/** For so long; names of citizens are among them. */
const FOR = '90 days';

/** Remembers what an officer searched for; those beyond the newest and the old ones are forgotten. */
export async function rememberSearch(sql: Sql, accountId: string, query: string): Promise<void> {
  await sql.query(
    `WITH kept AS (
       INSERT INTO recent_search (account_id, query) VALUES ($1, $2)
       ON CONFLICT (account_id, query) DO UPDATE SET searched_at = now()
     )
     DELETE FROM recent_search WHERE account_id = $1 AND query <> $2 AND query NOT IN (
       SELECT query FROM recent_search
       WHERE account_id = $1 AND query <> $2 AND searched_at > now() - interval '${FOR}'
       ORDER BY searched_at DESC LIMIT ${KEPT - 1})`,
    [accountId, query],
  );
}

/** What an officer searched for last that holds these words, newest first. */
export async function recentSearches(sql: Sql, accountId: string, key = '', limit = KEPT): Promise<string[]> {
  const found = await rows<{ query: string }>(
    sql,
    `SELECT query FROM recent_search
     WHERE account_id = $1 AND searched_at > now() - interval '${FOR}' AND position($2 IN search_key(query)) > 0
     ORDER BY searched_at DESC LIMIT ${limit}`,
    [accountId, key],
  );
  return found.map(({ query }) => query);
}

/** Forgets one search of an officer, or all of them. */
export async function forgetSearches(sql: Sql, accountId: string, query?: string): Promise<void> {
  await sql.query('DELETE FROM recent_search WHERE account_id = $1 AND ($2::text IS NULL OR query = $2)', [
    accountId,
    query ?? null,
  ]);
}
