import { rows, type Sql } from '../database/rows.js';
import type { Language } from '../script/texts.js';
import { PUBLIC_STATES } from './release.states.js';
import { PUBLISHED, SUMMARY, type SummaryRow } from './releases.queries.js';

export interface MonthCount {
  year: number;
  /** 1–12. */
  month: number;
  count: number;
}

/** How many releases stand in each month of the office's calendar that has any, newest first. */
export function countsByMonth(sql: Sql, timeZone: string): Promise<MonthCount[]> {
  return rows(
    sql,
    `SELECT extract(year FROM day)::int AS year, extract(month FROM day)::int AS month, count(*)::int AS count
     FROM (SELECT published_at AT TIME ZONE $1 AS day FROM release WHERE state IN ${PUBLIC_STATES}) AS published
     GROUP BY 1, 2 ORDER BY 1 DESC, 2 DESC`,
    [timeZone],
  );
}

/** The newest few of every month between two moments, newest first. */
export function newestOfEachMonth(
  sql: Sql,
  language: Language,
  { from, to, timeZone, each }: { from: Date; to: Date; timeZone: string; each: number },
): Promise<SummaryRow[]> {
  return rows(
    sql,
    `SELECT * FROM (
       SELECT ${SUMMARY}, row_number() OVER (
         PARTITION BY date_trunc('month', r.published_at AT TIME ZONE $4) ORDER BY r.published_at DESC, r.id DESC
       ) AS place ${PUBLISHED} AND r.published_at >= $2 AND r.published_at < $3
     ) AS placed WHERE place <= $5 ORDER BY "publishedAt" DESC, id DESC`,
    [language, from, to, timeZone, each],
  );
}

/** The two moments between which a year or a month lies on the office's calendar. */
export async function spanOf(
  sql: Sql,
  timeZone: string,
  year: number,
  month?: number,
): Promise<{ from: Date; to: Date }> {
  const found = await rows<{ from: Date; to: Date }>(
    sql,
    `SELECT make_timestamptz($2, $3, 1, 0, 0, 0, $1) AS "from",
            (make_timestamp($2, $3, 1, 0, 0, 0) + $4::interval) AT TIME ZONE $1 AS "to"`,
    [timeZone, year, month ?? 1, month === undefined ? '1 year' : '1 month'],
  );
  return found[0]!;
}

/** Every published release for the site map, newest first. */
export function everyRelease(
  sql: Sql,
  limit: number,
): Promise<{ slug: string; updatedAt: Date; hasEnglish: boolean }[]> {
  return rows(
    sql,
    `SELECT r.slug, r.updated_at AS "updatedAt", en.release_id IS NOT NULL AS "hasEnglish"
     FROM release r LEFT JOIN release_text en ON en.release_id = r.id AND en.language = 'en'
     WHERE r.state IN ${PUBLIC_STATES} ORDER BY r.published_at DESC, r.id DESC LIMIT $1`,
    [limit],
  );
}
