import { rows, type Sql } from '../../database/rows.js';

/** A view of the inbox under a name. */
export interface SavedView {
  id: string;
  name: string;
  /** The view as its link has it, without the question mark; only what the inbox knew when it was saved. */
  query: string;
  /** Code of the unit that it is for; null for its owner alone. */
  unit: string | null;
}

/** Whose views somebody has: the own ones, and those of the unit. */
export interface ViewsOf {
  accountId: string;
  unit: string | null;
}

const THEIRS = '((unit IS NULL AND owner = $1) OR unit = $2)';

/** By name, the own ones before those of the unit. */
export function savedViews(sql: Sql, { accountId, unit }: ViewsOf, most: number): Promise<SavedView[]> {
  return rows(
    sql,
    `SELECT id, name, query, unit FROM saved_view WHERE ${THEIRS}
     ORDER BY unit IS NOT NULL, search_key(name), id LIMIT ${most}`,
    [accountId, unit],
  );
}

/** False when another view of the same people has the name, or they have as many as they may. */
export async function insertView(
  sql: Sql,
  { accountId, unit }: ViewsOf,
  view: Omit<SavedView, 'id'>,
  most: number,
): Promise<'saved' | 'taken' | 'full'> {
  const [found] = await rows<{ full: boolean; saved: boolean }>(
    sql,
    `WITH theirs AS MATERIALIZED (
       SELECT count(*) >= ${most} AS full FROM saved_view WHERE ${THEIRS}
     ), saved AS (
       INSERT INTO saved_view (owner, unit, name, query)
       SELECT $1, $3, $4, $5 FROM theirs WHERE NOT theirs.full
       ON CONFLICT DO NOTHING RETURNING 1
     )
     SELECT theirs.full, EXISTS (SELECT FROM saved) AS saved FROM theirs`,
    [accountId, unit, view.unit, view.name, view.query],
  );
  return found!.full ? 'full' : found!.saved ? 'saved' : 'taken';
}

/** Renames a view of theirs; undefined when there is none of this id. */
export async function renameView(
  sql: Sql,
  { accountId, unit }: ViewsOf,
  id: string,
  name: string,
): Promise<'saved' | 'taken' | undefined> {
  const [found] = await rows<{ taken: boolean; saved: boolean }>(
    sql,
    `WITH theirs AS MATERIALIZED (
       SELECT id, EXISTS (
         SELECT FROM saved_view other
         WHERE other.id <> saved_view.id AND search_key(other.name) = search_key($4)
           AND (other.unit = saved_view.unit OR (other.unit IS NULL AND saved_view.unit IS NULL AND other.owner = saved_view.owner))
       ) AS taken
       FROM saved_view WHERE id = $3 AND ${THEIRS}
     ), saved AS (
       UPDATE saved_view SET name = $4 FROM theirs WHERE saved_view.id = theirs.id AND NOT theirs.taken RETURNING 1
     )
     SELECT theirs.taken, EXISTS (SELECT FROM saved) AS saved FROM theirs`,
    [accountId, unit, id, name],
  );
  return found && (found.taken ? 'taken' : 'saved');
}

/** False when there is none of this id among theirs. */
export async function deleteView(sql: Sql, { accountId, unit }: ViewsOf, id: string): Promise<boolean> {
  const deleted = await rows(sql, `DELETE FROM saved_view WHERE id = $3 AND ${THEIRS} RETURNING 1`, [
    accountId,
    unit,
    id,
  ]);
  return deleted.length === 1;
}
