import { rows, type Sql } from '../../database/rows.js';
import { searchKey } from '../../script/search-key.js';
import { readReference } from '../reference.js';

/** A search looks at this many of the newest letters to learn how common its words are. */
const SAMPLE = 300;
/** Found in so many of the sample, words are common: a walk down the list meets them soon enough. */
const COMMON = 3;
/** Rare words are looked up first; of more hits than this only the newest count. */
const MOST_HITS = 10_000;

/**
 * What a person searches for, as an SQL condition on `letter`; pushes its parameters. Words are found by their
 * Serbian stem in either script, with or without accents; quoted words as a phrase; names by their beginnings; a
 * reference or a register number exactly.
 *
 * No one plan serves all words: reading the whole text index for a common one takes seconds, and so does walking
 * the list for a rare one. A look at the newest letters tells which it is.
 */
export async function searchCondition(sql: Sql, query: string, parameters: unknown[]): Promise<string> {
  const exact = await letterNamed(sql, query);
  if (exact !== undefined) return `letter.id = $${parameters.push(exact)}`;
  const own: unknown[] = [];
  if ((await sampleHits(sql, matches(query, own), own)) < COMMON)
    return `letter.id = ANY(ARRAY(
      SELECT letter_id FROM letter_search WHERE ${matches(query, parameters)}
      ORDER BY received_at DESC, letter_id DESC LIMIT ${MOST_HITS}))`;
  // A scalar subquery, so that the planner keeps walking the list instead of joining it to every hit.
  return `(SELECT ${matches(query, parameters)} FROM letter_search WHERE letter_search.letter_id = letter.id)`;
}

/** The letter of a reference or a register number (`2026-123`), when the query is one of an existing letter. */
async function letterNamed(sql: Sql, query: string): Promise<string | undefined> {
  const reference = readReference(query);
  if (reference !== undefined) {
    const [found] = await rows<{ id: string }>(sql, 'SELECT id FROM letter WHERE reference = $1', [
      reference,
    ]);
    if (found) return found.id;
  }
  const entry = /^\s*(\d{4})[-/](\d{1,9})\s*$/.exec(query);
  if (!entry) return undefined;
  const [found] = await rows<{ id: string }>(
    sql,
    'SELECT letter_id AS id FROM register_entry WHERE year = $1 AND number = $2',
    [Number(entry[1]), Number(entry[2])],
  );
  return found?.id;
}

async function sampleHits(sql: Sql, condition: string, parameters: unknown[]): Promise<number> {
  const [found] = await rows<{ hits: number }>(
    sql,
    `SELECT count(*)::int AS hits
     FROM (SELECT * FROM letter_search ORDER BY received_at DESC, letter_id DESC LIMIT ${SAMPLE}) newest
     WHERE ${condition}`,
    parameters,
  );
  return found!.hits;
}

/** The condition on a row of `letter_search`. */
function matches(query: string, parameters: unknown[]): string {
  // A minus would mean "without", which no index answers, and people type it in double names.
  const key = searchKey(query)
    .replace(/[^\p{L}\p{N}"]+/gu, ' ')
    .trim();
  const words = `words @@ websearch_to_tsquery('serbian', $${parameters.push(key)})`;
  const names = key.includes('"') ? [] : key.split(' ').filter((part) => part.length > 1);
  if (names.length === 0) return words;
  const beginnings = names.map((part) => `name_key LIKE $${parameters.push(`% ${part}%`)}`);
  return `(${words} OR (${beginnings.join(' AND ')}))`;
}
