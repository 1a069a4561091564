import { rows, type Sql } from '../../database/rows.js';
import type { Language } from '../../script/texts.js';
import { PUBLISHED, SUMMARY, type SummaryRow } from '../releases.queries.js';

/** Published releases by their ids, oldest first, with the beginning of the body. */
export function newsById(
  sql: Sql,
  language: Language,
  ids: string[],
): Promise<(SummaryRow & { beginning: string })[]> {
  return rows(
    sql,
    `SELECT ${SUMMARY}, left(CASE WHEN chosen."isEnglish" THEN en.body ELSE sr.body END, 2000) AS beginning
     ${PUBLISHED} AND r.id = ANY ($2::uuid[]) ORDER BY r.published_at, r.id`,
    [language, ids],
  );
}
