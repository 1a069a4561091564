import { rows, type Sql } from '../database/rows.js';
import type { Language } from '../script/texts.js';
import { PUBLIC_STATES } from './release.states.js';
import { toLatin } from '../script/transliterate.js';

/** A release as officers need it beside letters and replies; one that was withdrawn is named too. */
export interface NamedRelease {
  slug: string;
  /** In the asked language where it was written in it, and in its script. */
  title: string;
  publishedAt: Date;
  /** When what readers saw last changed; null while it stands as it was published. */
  changedAt: Date | null;
  isWithdrawn: boolean;
}

/** Of release `r`: whether readers see something else than what was published. The same as the index of changed ones. */
const HAS_CHANGED = `(r.updated_at > r.published_at OR r.state = 'withdrawn')`;

/**
 * Releases that have changed, by every address that they have or had (`known_as`), as a subquery. It begins at the
 * few changed ones, so that a queue can be counted for every page.
 */
export const CHANGED_RELEASES = `(
  SELECT r.slug AS known_as, r.slug, r.state, r.updated_at FROM release r WHERE ${HAS_CHANGED}
  UNION ALL
  SELECT o.slug, r.slug, r.state, r.updated_at
  FROM release r JOIN release_old_slug o ON o.release_id = r.id WHERE ${HAS_CHANGED})`;

/** Of release `r`: whether it is or was read by everybody. */
const WAS_PUBLIC = `(r.state IN ${PUBLIC_STATES} OR r.state = 'withdrawn')`;

/** Releases that are or were published and have or had these addresses; the others are left out. */
export async function namedReleases(
  sql: Sql,
  language: Language,
  slugs: readonly string[],
): Promise<NamedRelease[]> {
  if (slugs.length === 0) return [];
  const found = await rows<NamedRelease & { isEnglish: boolean }>(
    sql,
    `SELECT r.slug, text.title, text.language = 'en' AS "isEnglish", r.published_at AS "publishedAt",
            CASE WHEN ${HAS_CHANGED} THEN r.updated_at END AS "changedAt", r.state = 'withdrawn' AS "isWithdrawn"
     FROM release r
     JOIN LATERAL (
       SELECT title, language FROM release_text WHERE release_id = r.id
       ORDER BY (language = 'en') = $1 DESC LIMIT 1
     ) text ON true
     WHERE ${WAS_PUBLIC} AND r.id IN (
       SELECT id FROM release WHERE slug = ANY($2::text[])
       UNION SELECT release_id FROM release_old_slug WHERE slug = ANY($2::text[]))`,
    [language === 'en', slugs],
  );
  return found.map(({ isEnglish, title, ...release }) => ({
    ...release,
    title: language === 'sr-Cyrl' || isEnglish ? title : toLatin(title),
  }));
}
