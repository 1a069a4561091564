import { rows, type Sql } from '../database/rows.js';
import { PUBLIC_STATES } from './release.states.js';

/** So many of the newest releases are looked at to learn how common words are. */
const SAMPLE = 300;
/** Found in so many of the sample, words are common: a walk down the list fills a page soon. */
const COMMON = 6;

/**
 * What words find. No one plan serves all of them: the index gives the hits of a common word only all together, which
 * takes longer with every release, and walking the list for a rare one passes by all that lack it.
 */
export interface Hits {
  /** As the reader typed them. */
  q: string;
  areCommon: boolean;
}

/** Looks at how common words are, once for a page of what they find. */
export async function planHits(sql: Sql, q: string): Promise<Hits> {
  const [found] = await rows<{ hits: number }>(
    sql,
    `SELECT count(DISTINCT s.release_id)::int AS hits
     FROM (SELECT id FROM release WHERE state IN ${PUBLIC_STATES}
           ORDER BY published_at DESC, id DESC LIMIT ${SAMPLE}) newest
     JOIN release_search s ON s.release_id = newest.id WHERE ${matching('$1')}`,
    [q],
  );
  return { q, areCommon: found!.hits >= COMMON };
}

/** Ids of all releases that have the words, drafts too, by the index of words. `words` is a parameter, here and below. */
export const matches = (words: string): string =>
  // One condition, so that both languages' hits are one walk through the table.
  `SELECT DISTINCT release_id FROM release_search
   WHERE language = 'sr' AND words @@ ${query('sr', words)} OR language = 'en' AND words @@ ${query('en', words)}`;

/** Whether row `s` of `release_search` has the words; each language has its own stemmer. */
export const matching = (words: string): string =>
  `CASE s.language WHEN 'sr' THEN s.words @@ ${query('sr', words)} ELSE s.words @@ ${query('en', words)} END`;

const STEMMERS = { sr: 'serbian', en: 'english' } as const;
const query = (language: keyof typeof STEMMERS, words: string) =>
  `websearch_to_tsquery('${STEMMERS[language]}', search_key(${words}))`;
