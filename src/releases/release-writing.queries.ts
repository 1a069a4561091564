import { tell } from '../database/notices.js';
import { rows, type Sql } from '../database/rows.js';
import type { WrittenLanguage } from './release-text.entity.js';

/** PostgreSQL channel on which a process tells the others that the releases have changed. */
export const RELEASES_CHANNEL = 'releases';

/** Tells every process, this one too, when the transaction commits. */
export async function announceRelease(tx: Sql, slug: string): Promise<void> {
  await tell(tx, RELEASES_CHANNEL, slug);
}

/** Whoever chooses a slug holds them all until the transaction ends, so that two who publish at once never choose the same. */
export async function holdSlugs(tx: Sql): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('release-slugs'))");
}

/** Slugs that are this one or this one with something after a hyphen, whatever their release's state, and those that lead on to another. */
export async function slugsLike(tx: Sql, slug: string): Promise<string[]> {
  const found = await rows<{ slug: string }>(
    tx,
    `SELECT slug FROM release WHERE slug = $1 OR starts_with(slug, $1 || '-')
     UNION SELECT slug FROM release_old_slug WHERE slug = $1 OR starts_with(slug, $1 || '-')`,
    [slug],
  );
  return found.map((row) => row.slug);
}

/** Makes a text findable: by key, so in either script, and by stem; a title weighs more than a lead or a body. */
export async function indexText(
  tx: Sql,
  releaseId: string,
  language: WrittenLanguage,
  text: { title: string; lead: string; words: string },
): Promise<void> {
  const stemmer = language === 'sr' ? 'serbian' : 'english';
  await rows(
    tx,
    `INSERT INTO release_search (release_id, language, words)
     VALUES ($1, $2, setweight(to_tsvector($3::regconfig, search_key($4)), 'A')
                  || setweight(to_tsvector($3::regconfig, search_key($5)), 'B')
                  || setweight(to_tsvector($3::regconfig, search_key($6)), 'C'))`,
    [releaseId, language, stemmer, text.title, text.lead, text.words],
  );
}
