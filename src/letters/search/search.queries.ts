import { rows, type Sql } from '../../database/rows.js';
import { readReference } from '../reference.js';
import { type Search, type SearchFilter } from './search.js';

/** A search looks at this many of the newest letters to learn how common its words are. */
const SAMPLE = 1_000;
/** Found in so many of the sample, words are common: a walk down the list meets them soon enough. */
const COMMON = 4;
/** Up to so many hits are looked up first; what has more is common enough for the walk. */
const FEW = 4_000;
/** From so many digits on, a number is sought among telephone numbers too. */
const SHORTEST_NUMBER = 5;

/**
 * How the hits of a search are found. No one plan serves all words: reading the whole text index for a common one
 * takes seconds, and so does walking the list for a rare one. A look at the newest letters tells which it is.
 */
export interface PlannedSearch {
  search: Search;
  /** Ids of all that its words and names find, newest first; `many` when the list is walked, `any` when it names none. */
  hits: string[] | 'many' | 'any';
  /** About which share of all letters `many` is. */
  share: number;
}

/** Looks at how common the words of a search are, once for everything that asks for its hits. */
export async function planSearch(sql: Sql, search: Search): Promise<PlannedSearch> {
  const named = await letterNamed(sql, search.plain);
  if (named !== undefined) return { search, hits: [named], share: 0 };
  const parameters: unknown[] = [];
  const condition = indexed(search, parameters).join(' AND ');
  if (condition === '') return { search, hits: 'any', share: 0 };
  const sampled = await sampleHits(sql, condition, parameters);
  if (sampled < COMMON) {
    const hits = await firstHits(sql, condition, parameters);
    if (hits.length <= FEW) return { search, hits, share: 0 };
  }
  return { search, hits: 'many', share: sampled / SAMPLE };
}

/** A search as conditions on `letter`. */
export interface SearchCondition {
  where: string;
  /** When the list is walked: the same as one condition on `letter_search` and some on `letter`. */
  walked?: { matches: string; own: string[] };
}

/**
 * What a person searches for, as an SQL condition on `letter`; pushes its parameters. Words are found by their
 * Serbian stem in either script, with or without accents; quoted words as a phrase; names by their beginnings;
 * telephone numbers however they are written; a reference or a register number exactly. There is no cap on hits.
 */
export function searchCondition({ search, hits }: PlannedSearch, parameters: unknown[]): SearchCondition {
  const own = search.filters.map((filter) => onLetter(filter, parameters));
  // Signs alone, or operators that the office does not know, seek nothing, so they find nothing.
  if (hits === 'any') return { where: own.length > 0 ? own.join(' AND ') : 'false' };
  if (hits !== 'many')
    return { where: [...own, `letter.id = ANY($${parameters.push(hits)}::uuid[])`].join(' AND ') };
  const matches = indexed(search, parameters).join(' AND ');
  // A scalar subquery, so that the planner keeps walking the list instead of joining it to every hit.
  const found = `(SELECT ${matches} FROM letter_search WHERE letter_search.letter_id = letter.id)`;
  return { where: [...own, found].join(' AND '), walked: { matches, own } };
}

/** About how many letters the archive holds; the planner's own figure, so that asking costs nothing. */
export async function aboutAllLetters(sql: Sql): Promise<number> {
  const [found] = await rows<{ count: number }>(
    sql,
    `SELECT greatest(reltuples, 0)::float8 AS count FROM pg_class WHERE oid = 'letter_search'::regclass`,
  );
  return found!.count;
}

/** The letter of a reference or a register number (`2026-123`), when the query is one of an existing letter. */
export async function letterNamed(sql: Sql, query: string): Promise<string | undefined> {
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

/** Ids of the hits, newest first; one more than {@link FEW} when there are more. */
async function firstHits(sql: Sql, condition: string, parameters: unknown[]): Promise<string[]> {
  // Materialised, so that the words' index is read and not the list walked.
  const [found] = await rows<{ ids: string[] | null }>(
    sql,
    `WITH hits AS MATERIALIZED (SELECT letter_id, received_at FROM letter_search WHERE ${condition} LIMIT ${FEW + 1})
     SELECT array_agg(letter_id ORDER BY received_at DESC, letter_id DESC) AS ids FROM hits`,
    parameters,
  );
  return found!.ids ?? [];
}

/** Conditions on a row of `letter_search`. */
function indexed(search: Search, parameters: unknown[]): string[] {
  const like = (column: string, pattern: string) => `${column} LIKE $${parameters.push(pattern)}`;
  const conditions: string[] = [];
  const plain = plainWords(search, parameters);
  if (plain !== undefined) conditions.push(plain);
  for (const { key, not } of [...search.words, ...search.phrases].filter((part) => part.not))
    conditions.push(`${not ? 'NOT ' : ''}words @@ phraseto_tsquery('serbian', $${parameters.push(key)})`);
  for (const { key, not } of search.from) {
    const names = key
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map((part) => like('name_key', `% ${part}%`));
    const is = [names.join(' AND '), ...(key.includes('@') ? [like('contact_key', `%${escaped(key)}%`)] : [])]
      .filter(Boolean)
      .map((part) => `(${part})`)
      .join(' OR ');
    if (is !== '') conditions.push(`${not ? 'NOT ' : ''}(${is})`);
  }
  for (const { key, not } of search.places)
    if (key !== '') conditions.push(`${not ? 'NOT ' : ''}(${like('place_key', `${escaped(key)}%`)})`);
  return conditions;
}

/** Words and phrases that must be there: in the text, or all of them beginnings of the name, or a number or address. */
function plainWords(search: Search, parameters: unknown[]): string | undefined {
  const words = search.words.filter(({ not }) => !not).map(({ key }) => key);
  const phrases = search.phrases.filter(({ not }) => !not).map(({ key }) => key);
  if (words.length + phrases.length === 0) return undefined;
  const text = [
    ...words.map((key) => key.replace(/[^\p{L}\p{N}]+/gu, ' ')),
    ...phrases.map((key) => `"${key}"`),
  ];
  const ways = [`words @@ websearch_to_tsquery('serbian', $${parameters.push(text.join(' '))})`];
  const names = words.filter((key) => key.length > 1 && !key.includes('@'));
  if (phrases.length === 0 && names.length > 0 && names.length === words.length)
    ways.push(`(${names.map((key) => `name_key LIKE $${parameters.push(`% ${key}%`)}`).join(' AND ')})`);
  if (phrases.length === 0) {
    const contact = contactPart(words);
    if (contact !== undefined) ways.push(`contact_key LIKE $${parameters.push(`%${escaped(contact)}%`)}`);
  }
  return `(${ways.join(' OR ')})`;
}

/** The words as one telephone number ("016/555 013", "+381 16 555013" are "16555013"), or one part of an e-mail address. */
function contactPart(words: string[]): string | undefined {
  if (words.length === 1 && words[0]!.includes('@')) return words[0];
  const digits = words.join('');
  if (!/^\d+$/.test(digits) || digits.length < SHORTEST_NUMBER) return undefined;
  return digits.replace(/^(00|0(?=[1-9]))/, '');
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** A condition on the letter's own columns; none gives NULL, so that `NOT` keeps letters without the value. */
function onLetter({ field, values, not }: SearchFilter, parameters: unknown[]): string {
  const among = (column: string) => `coalesce(${column} = ANY($${parameters.push(values)}::text[]), false)`;
  const conditions = {
    state: () => `letter.state = ANY($${parameters.push(values)}::text[])`,
    channel: () => `letter.channel = ANY($${parameters.push(values)}::text[])`,
    category: () => among('letter.category'),
    unit: () => among('letter.unit'),
    release: () => among('letter.release_slug'),
    mark: () => `letter.sensitive && $${parameters.push(values)}::text[]`,
    before: () => `letter.received_at < $${parameters.push(values[0])}`,
    after: () => `letter.received_at >= $${parameters.push(values[0])}`,
    attachment: () => 'EXISTS (SELECT FROM letter_attachment WHERE letter_attachment.letter_id = letter.id)',
  };
  return `${not ? 'NOT ' : ''}${conditions[field]()}`;
}
