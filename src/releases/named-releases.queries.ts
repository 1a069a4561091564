import { rows, type Sql } from '../database/rows.js';
import type { Language } from '../script/texts.js';
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
export const HAS_CHANGED = `(r.updated_at > r.published_at OR r.state = 'withdrawn')`;

/** Of release `r`: whether it is or was read by everybody. */
const WAS_PUBLIC = `r.state IN ('published', 'corrected', 'withdrawn')`;

/** Releases of these addresses that are or were published; the others are left out. */
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
     WHERE r.slug = ANY($2::text[]) AND ${WAS_PUBLIC}`,
    [language === 'en', slugs],
  );
  return found.map(({ isEnglish, title, ...release }) => ({
    ...release,
    title: language === 'sr-Cyrl' || isEnglish ? title : toLatin(title),
  }));
}
