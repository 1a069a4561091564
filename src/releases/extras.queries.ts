import { prepared, rows, type Sql } from '../database/rows.js';
import { PUBLIC_STATES } from './release.states.js';

/** A file that readers may take with a release. */
export interface ReleaseAttachment {
  sha256: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
}

/** What was put right after publication; the note in English may be empty. */
export interface ReleaseCorrection {
  at: Date;
  noteSr: string;
  noteEn: string;
}

/** A release that readers saw and do not see any more. */
export interface WithdrawnRelease {
  publishedAt: Date;
  withdrawnAt: Date;
  noteSr: string;
  noteEn: string;
}

const ATTACHMENTS = prepared(`
  SELECT release_id AS "releaseId", sha256, name, media_type AS "mediaType", size
  FROM release_attachment WHERE release_id = ANY($1) ORDER BY release_id, position`);

const CORRECTIONS = prepared(`
  SELECT release_id AS "releaseId", corrected_at AS at, note_sr AS "noteSr", note_en AS "noteEn"
  FROM release_correction WHERE release_id = ANY($1) ORDER BY release_id, corrected_at`);

export function attachmentsOf(
  sql: Sql,
  releaseIds: string[],
): Promise<(ReleaseAttachment & { releaseId: string })[]> {
  return rows(sql, ATTACHMENTS, [releaseIds]);
}

/** Oldest first. */
export function correctionsOf(
  sql: Sql,
  releaseIds: string[],
): Promise<(ReleaseCorrection & { releaseId: string })[]> {
  return rows(sql, CORRECTIONS, [releaseIds]);
}

/** An attachment, if a release that readers see has it. */
export async function publishedAttachment(sql: Sql, sha256: string): Promise<ReleaseAttachment | undefined> {
  const found = await rows<ReleaseAttachment>(
    sql,
    `SELECT a.sha256, a.name, a.media_type AS "mediaType", a.size
     FROM release_attachment a JOIN release r ON r.id = a.release_id
     WHERE a.sha256 = $1 AND r.state IN ${PUBLIC_STATES} LIMIT 1`,
    [sha256],
  );
  return found[0];
}

/** The slug that a release has now, given one that it had before; withdrawn ones say so at their last slug. */
export async function movedSlug(sql: Sql, slug: string): Promise<string | undefined> {
  const found = await rows<{ slug: string }>(
    sql,
    `SELECT r.slug FROM release_old_slug o JOIN release r ON r.id = o.release_id
     WHERE o.slug = $1 AND r.published_at IS NOT NULL`,
    [slug],
  );
  return found[0]?.slug;
}

export async function withdrawnBySlug(sql: Sql, slug: string): Promise<WithdrawnRelease | undefined> {
  const found = await rows<WithdrawnRelease>(
    sql,
    `SELECT published_at AS "publishedAt", withdrawn_at AS "withdrawnAt",
            withdrawal_sr AS "noteSr", coalesce(withdrawal_en, '') AS "noteEn"
     FROM release WHERE slug = $1 AND state = 'withdrawn'`,
    [slug],
  );
  return found[0];
}
