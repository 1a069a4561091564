import { rows, type Sql } from '../database/rows.js';
import { OPEN_STATES } from './letter.states.js';
import { type Officer, visibleTo } from './viewer.js';

/** How many letters are about a release; each figure is exact up to {@link MOST_ABOUT}. */
export interface AboutRelease {
  letters: number;
  /** Those that the office still owes an answer. */
  open: number;
  /** Those of the last seven days. */
  lately: number;
}

/** Beyond so many letters a count says "more than". */
export const MOST_ABOUT = 1_000;

/**
 * Letters about the releases of these addresses: those that the viewer may see or, for `office`, all of them, which
 * is for figures only.
 */
export async function countAbout(
  sql: Sql,
  slugs: readonly string[],
  viewer: Officer | 'office',
): Promise<Map<string, AboutRelease>> {
  const parameters: unknown[] = [slugs, OPEN_STATES];
  const visible = viewer === 'office' ? 'true' : visibleTo(viewer, parameters);
  const found = await rows<AboutRelease & { slug: string }>(
    sql,
    `SELECT asked.slug, counted.*
     FROM unnest($1::text[]) AS asked (slug)
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS letters, count(*) FILTER (WHERE state = ANY($2::text[]))::int AS open,
              count(*) FILTER (WHERE received_at > now() - interval '7 days')::int AS lately
       FROM (
         SELECT letter.state, letter.received_at FROM letter WHERE letter.release_slug = asked.slug AND ${visible}
         ORDER BY letter.received_at DESC, letter.id DESC LIMIT ${MOST_ABOUT + 1}
       ) newest
     ) counted`,
    parameters,
  );
  return new Map(found.map(({ slug, ...counts }) => [slug, counts]));
}
