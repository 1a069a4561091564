import { rows, type Sql } from '../../database/rows.js';

/** Of these keys, those that were imported before. */
export async function importedAmong(sql: Sql, keys: string[]): Promise<Set<string>> {
  const found = await rows<{ source_key: string }>(
    sql,
    'SELECT source_key FROM imported_release WHERE source_key = ANY ($1)',
    [keys],
  );
  return new Set(found.map(({ source_key }) => source_key));
}

/** Keeps where a release came from; a second one from there breaks the key, and its transaction. */
export async function noteImported(tx: Sql, key: string, releaseId: string): Promise<void> {
  await rows(tx, 'INSERT INTO imported_release (source_key, release_id) VALUES ($1, $2)', [key, releaseId]);
}

/** Whether a slug names any release, whatever its state. */
export async function isSlugTaken(sql: Sql, slug: string): Promise<boolean> {
  return (await rows(sql, 'SELECT 1 FROM release WHERE slug = $1', [slug])).length > 0;
}
