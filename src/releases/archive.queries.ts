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

/** How many releases stand in each month of the office's calendar that has any, newest first; see {@link keepCounts}. */
export function countsByMonth(sql: Sql, timeZone: string): Promise<MonthCount[]> {
  return rows(
    sql,
    `SELECT extract(year FROM month)::int AS year, extract(month FROM month)::int AS month, count
     FROM release_month WHERE time_zone = $1 AND count > 0 ORDER BY release_month.month DESC`,
    [timeZone],
  );
}

/**
 * Has the months of this calendar counted; from then on the database keeps the counts with every change of a release.
 * Whoever publishes meanwhile waits: what was neither there to be counted nor seen to be added would be missed.
 */
export async function keepCounts(tx: Sql, timeZone: string): Promise<void> {
  if (await areCountsKept(tx, timeZone)) return;
  await tx.query('LOCK TABLE release IN SHARE MODE');
  await tx.query(
    `WITH calendar AS (
       INSERT INTO release_calendar (time_zone) VALUES ($1) ON CONFLICT DO NOTHING RETURNING time_zone)
     INSERT INTO release_month (time_zone, month, count)
     SELECT time_zone, date_trunc('month', published_at AT TIME ZONE time_zone)::date, count(*)
     FROM calendar, release WHERE state IN ${PUBLIC_STATES} GROUP BY 1, 2`,
    [timeZone],
  );
}

const areCountsKept = async (sql: Sql, timeZone: string) =>
  (await rows(sql, 'SELECT 1 FROM release_calendar WHERE time_zone = $1', [timeZone])).length > 0;

/** The newest few of every month of a year on the office's calendar, newest first. */
export function newestOfEachMonth(
  sql: Sql,
  language: Language,
  { year, timeZone, each }: { year: number; timeZone: string; each: number },
): Promise<SummaryRow[]> {
  // Month by month, so that each reads its few from the index, however many stand behind them.
  return rows(
    sql,
    `SELECT newest.* FROM generate_series(1, 12) AS month,
       LATERAL (SELECT make_timestamptz($2, month, 1, 0, 0, 0, $3) AS "from",
         (make_timestamp($2, month, 1, 0, 0, 0) + interval '1 month') AT TIME ZONE $3 AS "to") AS span,
       LATERAL (SELECT ${SUMMARY} ${PUBLISHED} AND r.published_at >= span."from" AND r.published_at < span."to"
         ORDER BY r.published_at DESC, r.id DESC LIMIT $4) AS newest
     ORDER BY "publishedAt" DESC, id DESC`,
    [language, year, timeZone, each],
  );
}

/** The two moments between which a month lies on the office's calendar. */
export async function spanOf(
  sql: Sql,
  timeZone: string,
  { year, month }: { year: number; month: number },
): Promise<{ from: Date; to: Date }> {
  const found = await rows<{ from: Date; to: Date }>(
    sql,
    `SELECT make_timestamptz($2, $3, 1, 0, 0, 0, $1) AS "from",
            (make_timestamp($2, $3, 1, 0, 0, 0) + interval '1 month') AT TIME ZONE $1 AS "to"`,
    [timeZone, year, month],
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
