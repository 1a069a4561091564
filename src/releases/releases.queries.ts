import { prepared, rows, type Sql } from '../database/rows.js';
import type { Language } from '../script/texts.js';
import { type Hits, matches, matching } from './search-hits.queries.js';
import { PUBLIC_STATES } from './release.states.js';
import type { SectionCode } from './sections.js';

export interface SummaryRow {
  id: string;
  slug: string;
  section: SectionCode | null;
  publishedAt: Date;
  updatedAt: Date;
  /** Whether the words are English; otherwise they are Serbian in Cyrillic. */
  isEnglish: boolean;
  title: string;
  lead: string;
}

export interface DetailRow extends SummaryRow {
  body: string;
  hasEnglish: boolean;
}

/** English where it is asked for and there, else Serbian; only what readers may see. `$1` is the version. */
export const PUBLISHED = `
  FROM release r
  JOIN release_text sr ON sr.release_id = r.id AND sr.language = 'sr'
  LEFT JOIN release_text en ON en.release_id = r.id AND en.language = 'en'
  CROSS JOIN LATERAL (SELECT $1 = 'en' AND en.release_id IS NOT NULL AS "isEnglish") chosen
  WHERE r.state IN ${PUBLIC_STATES}`;

export const SUMMARY = `
  r.id, r.slug, r.section, r.published_at AS "publishedAt", r.updated_at AS "updatedAt", chosen."isEnglish",
  CASE WHEN chosen."isEnglish" THEN en.title ELSE sr.title END AS title,
  CASE WHEN chosen."isEnglish" THEN en.lead ELSE sr.lead END AS lead`;

const DETAIL = `${SUMMARY},
  CASE WHEN chosen."isEnglish" THEN en.body ELSE sr.body END AS body, en.release_id IS NOT NULL AS "hasEnglish"`;

/** What narrows a list; everything given must hold. */
export interface ReleaseFilter {
  limit: number;
  /** Slug of the release after which the list goes on (keyset). */
  before?: string;
  section?: string;
  /** What the reader's words find (`search-hits.queries.ts`). */
  hits?: Hits;
  /** Only releases that have English words. */
  englishOnly?: boolean;
  /** From this moment on. */
  from?: Date;
  /** Before this moment. */
  to?: Date;
}

/** Releases with their bodies, newest first. */
export function releaseList(sql: Sql, language: Language, filter: ReleaseFilter): Promise<DetailRow[]> {
  const parameters: unknown[] = [language];
  const value = (given: unknown) => `$${parameters.push(given)}`;
  const conditions: string[] = [];
  if (filter.section !== undefined) conditions.push(`r.section = ${value(filter.section)}`);
  if (filter.from !== undefined) conditions.push(`r.published_at >= ${value(filter.from)}`);
  if (filter.to !== undefined) conditions.push(`r.published_at < ${value(filter.to)}`);
  if (filter.before !== undefined)
    conditions.push(
      `(r.published_at, r.id) < (SELECT b.published_at, b.id FROM release b WHERE b.slug = ${value(filter.before)})`,
    );
  const limit = value(filter.limit);
  if (filter.hits !== undefined) {
    const { q, areCommon } = filter.hits;
    const found = (areCommon ? walked : looked)(value(q), { conditions, limit });
    conditions.push(found);
  }
  if (filter.englishOnly) conditions.push('en.release_id IS NOT NULL');
  const narrowed = conditions.map((condition) => ` AND ${condition}`).join('');
  return rows(
    sql,
    `SELECT ${DETAIL} ${PUBLISHED}${narrowed} ORDER BY r.published_at DESC, r.id DESC LIMIT ${limit}`,
    parameters,
  );
}

/** A scalar subquery, so that the planner keeps walking down the list instead of joining it to every hit. */
const walked = (q: string) =>
  `(SELECT bool_or(${matching(q)}) FROM release_search s WHERE s.release_id = r.id)`;

/** An array is read before all else; of what the index finds, only the newest that are asked for come with their words. */
const looked = (q: string, { conditions, limit }: { conditions: string[]; limit: string }) =>
  `r.id = ANY(ARRAY(SELECT r.id FROM release r
     WHERE ${[`r.id = ANY(ARRAY(${matches(q)}))`, `r.state IN ${PUBLIC_STATES}`, ...conditions].join(' AND ')}
     ORDER BY r.published_at DESC, r.id DESC LIMIT ${limit}))`;

const BY_SLUG = prepared(`SELECT ${DETAIL} ${PUBLISHED} AND r.slug = $2`);

/** One release that readers see, by the slug that it has now. */
export async function releaseBySlug(
  sql: Sql,
  language: Language,
  slug: string,
): Promise<DetailRow | undefined> {
  return (await rows<DetailRow>(sql, BY_SLUG, [language, slug]))[0];
}

/** Whether readers see a release of this name; a withdrawn one is not one to write about. */
export async function releaseExists(sql: Sql, slug: string): Promise<boolean> {
  return (
    (await rows(sql, `SELECT 1 FROM release WHERE slug = $1 AND state IN ${PUBLIC_STATES}`, [slug])).length >
    0
  );
}

const NEIGHBOUR = Object.fromEntries(
  [
    ['older', '<', 'DESC'],
    ['newer', '>', 'ASC'],
  ].map(([side, sign, order]) => [
    side,
    prepared(
      `SELECT ${SUMMARY} ${PUBLISHED} AND (r.published_at, r.id) ${sign} ($2::timestamptz, $3::uuid)
       ORDER BY r.published_at ${order}, r.id ${order} LIMIT 1`,
    ),
  ]),
);

/** The release published just before (older) or just after (newer) this one. */
export async function neighbour(
  sql: Sql,
  language: Language,
  { publishedAt, id }: { publishedAt: Date; id: string },
  side: 'older' | 'newer',
): Promise<SummaryRow | undefined> {
  return (await rows<SummaryRow>(sql, NEIGHBOUR[side]!, [language, publishedAt, id]))[0];
}

/** Of the words shown, those that the search asked for: compared as the index compares, by key and stem. */
export async function wordsFound(
  sql: Sql,
  q: string,
  words: readonly string[],
  stemmer: 'serbian' | 'english',
): Promise<string[]> {
  const found = await rows<{ word: string }>(
    sql,
    `SELECT word FROM unnest($2::text[]) AS word
     WHERE tsvector_to_array(to_tsvector($3::regconfig, search_key(word)))
        && tsvector_to_array(to_tsvector($3::regconfig, search_key($1)))`,
    [q, words, stemmer],
  );
  return found.map(({ word }) => word);
}

/** Titles are looked through in so many of the newest releases; an older one is found by its address. */
const TITLES_LOOKED_AT = 2_000;

/** The newest published releases whose title holds these words, or whose address begins so, for choosing one. */
export function releasesTitled(
  sql: Sql,
  key: string,
  language: Language,
  limit: number,
): Promise<{ slug: string; title: string }[]> {
  return rows(
    sql,
    `WITH newest AS MATERIALIZED (
       SELECT r.id FROM release r WHERE r.state IN ${PUBLIC_STATES}
       ORDER BY r.published_at DESC, r.id DESC LIMIT ${TITLES_LOOKED_AT}
     ), named AS (
       SELECT text.release_id FROM newest JOIN release_text text ON text.release_id = newest.id
       WHERE position($2 IN search_key(text.title)) > 0
       UNION
       SELECT r.id FROM release r WHERE r.slug >= $2 AND r.slug < $2 || '~'
     )
     SELECT r.slug, CASE WHEN chosen."isEnglish" THEN en.title ELSE sr.title END AS title
     ${PUBLISHED} AND r.id IN (SELECT release_id FROM named)
     ORDER BY r.published_at DESC, r.id DESC LIMIT $3`,
    [language, key, limit],
  );
}
