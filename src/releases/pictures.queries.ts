import { rows, type Sql } from '../database/rows.js';
import type { ReleasePicture } from './release-picture.entity.js';

/** The release's pictures in their order. */
export function picturesOf(sql: Sql, releaseIds: string[]): Promise<ReleasePicture[]> {
  return rows(
    sql,
    `SELECT release_id AS "releaseId", position, sha256, media_type AS "mediaType", size, width, height,
            credit_sr AS "creditSr", credit_en AS "creditEn", alt_sr AS "altSr", alt_en AS "altEn"
     FROM release_picture WHERE release_id = ANY($1) ORDER BY release_id, position`,
    [releaseIds],
  );
}

/** A picture, if a published release shows it. */
export async function publishedPicture(
  sql: Sql,
  sha256: string,
): Promise<{ mediaType: string; size: number } | undefined> {
  const found = await rows<{ mediaType: string; size: number }>(
    sql,
    `SELECT p.media_type AS "mediaType", p.size FROM release_picture p JOIN release r ON r.id = p.release_id
     WHERE p.sha256 = $1 AND r.state = 'published' LIMIT 1`,
    [sha256],
  );
  return found[0];
}

/** Of these files, those that a release (draft or published) shows. */
export async function filesOfReleases(sql: Sql, sha256s: readonly string[]): Promise<string[]> {
  const found = await rows<{ sha256: string }>(
    sql,
    'SELECT DISTINCT sha256 FROM release_picture WHERE sha256 = ANY($1)',
    [sha256s],
  );
  return found.map(({ sha256 }) => sha256);
}
