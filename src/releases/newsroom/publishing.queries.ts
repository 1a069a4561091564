import { rows, type Sql } from '../../database/rows.js';
import { insertVariants } from '../pictures.queries.js';
import type { ContentPicture, ReleaseContent } from './content.js';

/** A release that is to go out at its minute; a duty. */
export interface PublishingRow {
  id: string;
  release_id: string;
  goes_out_at: Date;
  fingerprint: string;
  approved_by: string;
}

export async function insertPublishing(
  tx: Sql,
  publishing: { releaseId: string; goesOutAt: Date; fingerprint: string; approvedBy: string },
): Promise<string> {
  const [row] = await rows<{ id: string }>(
    tx,
    `INSERT INTO release_publishing (release_id, goes_out_at, due_at, fingerprint, approved_by)
     VALUES ($1, $2, $2, $3, $4) RETURNING id`,
    [publishing.releaseId, publishing.goesOutAt, publishing.fingerprint, publishing.approvedBy],
  );
  return row!.id;
}

/** What was scheduled does not go out any more; a lease that is held is void with it. */
export async function cancelPublishing(tx: Sql, releaseId: string): Promise<void> {
  await tx.query(
    `UPDATE release_publishing SET state = 'cancelled', due_at = NULL, lease_token = NULL, leased_until = NULL
     WHERE release_id = $1 AND state IN ('pending', 'leased', 'failed')`,
    [releaseId],
  );
}

/** The release itself becomes what readers see, at this moment. */
export async function showRelease(
  tx: Sql,
  releaseId: string,
  shown: {
    slug: string;
    section: string | null;
    state: string;
    isEmergency: boolean;
    publishedAt: Date | null;
  },
): Promise<void> {
  await tx.query(
    `UPDATE release SET slug = $2, section = $3, state = $4, is_emergency = is_emergency OR $5,
       published_at = coalesce(published_at, $6, date_trunc('milliseconds', now())),
       updated_at = CASE WHEN published_at IS NULL THEN coalesce($6, date_trunc('milliseconds', now()))
                         ELSE date_trunc('milliseconds', now()) END
     WHERE id = $1`,
    [releaseId, shown.slug, shown.section, shown.state, shown.isEmergency, shown.publishedAt],
  );
}

/** Takes away what readers saw of a release; the working copy takes its place in the same transaction. */
export async function clearShown(tx: Sql, releaseId: string): Promise<void> {
  for (const table of ['release_text', 'release_picture', 'release_attachment'])
    await tx.query(`DELETE FROM ${table} WHERE release_id = $1`, [releaseId]);
}

export async function insertShownFiles(
  tx: Sql,
  releaseId: string,
  { pictures, attachments }: Pick<ReleaseContent, 'pictures' | 'attachments'>,
): Promise<void> {
  for (const [index, picture] of pictures.entries()) await insertPicture(tx, releaseId, index + 1, picture);
  for (const [index, { sha256, name, mediaType, size }] of attachments.entries())
    await tx.query(
      `INSERT INTO release_attachment (release_id, position, sha256, name, media_type, size)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [releaseId, index + 1, sha256, name, mediaType, size],
    );
}

async function insertPicture(
  tx: Sql,
  releaseId: string,
  position: number,
  picture: ContentPicture,
): Promise<void> {
  const { sha256, mediaType, size, width, height, creditSr, creditEn, altSr, altEn, variants } = picture;
  await tx.query(
    `INSERT INTO release_picture (release_id, position, sha256, media_type, size, width, height, credit_sr, credit_en,
       alt_sr, alt_en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [releaseId, position, sha256, mediaType, size, width, height, creditSr, creditEn, altSr, altEn],
  );
  await insertVariants(tx, releaseId, position, variants);
}

export async function insertCorrection(
  tx: Sql,
  releaseId: string,
  note: { sr: string; en: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO release_correction (release_id, corrected_at, note_sr, note_en)
     SELECT id, updated_at, $2, $3 FROM release WHERE id = $1`,
    [releaseId, note.sr, note.en],
  );
}

/** Whether another release has this slug, or had it. */
export async function isSlugTaken(sql: Sql, slug: string, releaseId: string): Promise<boolean> {
  const found = await rows(
    sql,
    `SELECT 1 FROM release WHERE slug = $1 AND id <> $2
     UNION ALL SELECT 1 FROM release_old_slug WHERE slug = $1 AND release_id <> $2 LIMIT 1`,
    [slug, releaseId],
  );
  return found.length > 0;
}

/** Readers of the old slug are led on; a slug that a release takes again leads nowhere else. */
export async function leaveSlug(tx: Sql, releaseId: string, old: string, fresh: string): Promise<void> {
  await tx.query('DELETE FROM release_old_slug WHERE slug = $1', [fresh]);
  await tx.query(
    `INSERT INTO release_old_slug (slug, release_id) VALUES ($1, $2)
     ON CONFLICT (slug) DO UPDATE SET release_id = $2, left_at = now()`,
    [old, releaseId],
  );
}
