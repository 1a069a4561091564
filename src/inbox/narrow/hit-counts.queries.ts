import { rows, type Sql } from '../../database/rows.js';
import type { Selection } from '../../letters/bulk/bulk.queries.js';

export type CountedField = 'state' | 'category' | 'unit' | 'channel' | 'municipality' | 'year';

/** How many hits have one value of one field. */
export interface HitCount {
  field: CountedField;
  /** A code, a year, or a place as search finds it. */
  value: string;
  count: number;
  /** A place as one of its writers wrote it, with its code when it is of the gazetteer. */
  municipality: string | null;
  municipalityCode: string | null;
}

/** The order of the grouping sets below; the place of each is told by `grouping()`. */
const FIELDS: readonly CountedField[] = ['state', 'category', 'unit', 'channel', 'municipality', 'year'];

/** Counts the newest hits of a selection by every field, at most so many of them. */
export async function countHits(
  sql: Sql,
  { where, parameters }: Selection,
  timeZone: string,
  most: number,
): Promise<{ hits: number; counts: HitCount[] }> {
  const values = [...parameters];
  const found = await rows<{ set: number; value: string | null; hits: number } & Omit<HitCount, 'field'>>(
    sql,
    `WITH found AS MATERIALIZED (
       SELECT letter.id, state, category, unit, channel, municipality, municipality_code,
              extract(year FROM letter.received_at AT TIME ZONE $${values.push(timeZone)})::text AS year
       FROM letter WHERE ${where} ORDER BY letter.received_at DESC, letter.id DESC LIMIT ${most + 1}
     ), hits AS (
       SELECT found.*, letter_search.place_key AS place
       FROM (SELECT * FROM found LIMIT ${most}) found LEFT JOIN letter_search ON letter_search.letter_id = found.id
     )
     SELECT grouping(state, category, unit, channel, place, year) AS set,
            coalesce(state, category, unit, channel, place, year) AS value,
            count(*)::int AS count, min(municipality) AS municipality,
            min(municipality_code) AS "municipalityCode", (SELECT count(*)::int FROM found) AS hits
     FROM hits GROUP BY GROUPING SETS ((state), (category), (unit), (channel), (place), (year))`,
    values,
  );
  const counts = found.flatMap(({ set, value, hits: _, ...count }) =>
    value === null || value === '' ? [] : [{ ...count, value, field: fieldOf(set) }],
  );
  return { hits: found[0]?.hits ?? 0, counts };
}

/** Of the bits of `grouping()`, the one field that is not set is what was grouped by; the first field is the highest. */
const fieldOf = (set: number): CountedField =>
  FIELDS.find((_, index) => (set & (1 << (FIELDS.length - 1 - index))) === 0)!;
