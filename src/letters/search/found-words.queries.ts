import { rows, type Sql } from '../../database/rows.js';
import { searchKey } from '../../script/search-key.js';
import type { Search } from './search.js';

/**
 * Which of these words, as written, a search found: those of the same Serbian stem as one that was sought, and
 * those that begin like a sought name.
 */
export async function foundAmong(sql: Sql, search: Search, words: readonly string[]): Promise<Set<string>> {
  const sought = [...search.words, ...search.phrases, ...search.from]
    .filter(({ not }) => !not)
    .flatMap(({ key }) => key.split(/[^\p{L}\p{N}]+/u))
    .filter((key) => key.length > 1);
  if (sought.length === 0 || words.length === 0) return new Set();
  const keys = words.map(searchKey);
  const found = await rows<{ position: string }>(
    sql,
    `WITH sought AS (SELECT array_agg(stem) AS stems
       FROM unnest($2::text[]) AS word, unnest(ts_lexize('serbian_stem', word)) AS stem)
     SELECT position FROM unnest($1::text[]) WITH ORDINALITY AS word (key, position), sought
     WHERE ts_lexize('serbian_stem', key) && sought.stems`,
    [keys, sought],
  );
  const marked = new Set(found.map(({ position }) => words[Number(position) - 1]!));
  words.forEach((word, index) => {
    if (sought.some((part) => part.length > 2 && keys[index]!.startsWith(part))) marked.add(word);
  });
  return marked;
}
