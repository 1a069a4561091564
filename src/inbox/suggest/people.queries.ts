import { rows, type Sql } from '../../database/rows.js';
import { searchKey } from '../../script/search-key.js';
import type { Search } from '../../letters/search/search.js';
import { planSearch, searchCondition } from '../../letters/search/search.queries.js';
import { type Officer, visibleTo } from '../../letters/viewer.js';

/** Among so many of the newest letters of such names, people are told apart. */
const LOOKED_AT = 40;

/** Correspondents whose names begin so, as they last wrote them, of letters that the officer may see. */
export async function correspondents(
  sql: Sql,
  viewer: Officer,
  search: Search,
  limit: number,
): Promise<string[]> {
  const parameters: unknown[] = [];
  const visible = visibleTo(viewer, parameters);
  const { where } = searchCondition(await planSearch(sql, search), parameters);
  const found = await rows<{ name: string }>(
    sql,
    `SELECT btrim(letter.name || ' ' || letter.surname) AS name FROM letter
     WHERE ${visible} AND ${where} ORDER BY letter.received_at DESC, letter.id DESC LIMIT ${LOOKED_AT}`,
    parameters,
  );
  const people = new Map<string, string>();
  for (const { name } of found)
    if (name !== '' && !people.has(searchKey(name))) people.set(searchKey(name), name);
  return [...people.values()].slice(0, limit);
}
