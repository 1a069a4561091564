import { prepared, rows, type Sql } from '../database/rows.js';
import type { ReleasePicture } from './release-picture.entity.js';
import { PUBLIC_STATES } from './release.states.js';

/** The same picture in another format or size. */
export interface PictureVariant {
  mediaType: string;
  /** Pixels. */
  width: number;
  sha256: string;
  /** Bytes. */
  size: number;
}

/** A picture with what it also exists as, the best format first and the narrowest of each first. */
export type StoredPicture = ReleasePicture & { variants: PictureVariant[] };

const PICTURES =
  prepared(`SELECT p.release_id AS "releaseId", p.position, p.sha256, p.media_type AS "mediaType", p.size, p.width, p.height,
            p.credit_sr AS "creditSr", p.credit_en AS "creditEn", p.alt_sr AS "altSr", p.alt_en AS "altEn",
            coalesce(v.variants, '[]') AS variants
     FROM release_picture p
     LEFT JOIN LATERAL (
       SELECT json_agg(json_build_object('mediaType', media_type, 'width', width, 'sha256', sha256, 'size', size)
                ORDER BY media_type, width) AS variants
       FROM release_picture_variant WHERE release_id = p.release_id AND position = p.position) v ON true
     WHERE p.release_id = ANY($1) ORDER BY p.release_id, p.position`);

/** The release's pictures in their order. */
export function picturesOf(sql: Sql, releaseIds: string[]): Promise<StoredPicture[]> {
  return rows(sql, PICTURES, [releaseIds]);
}

export async function insertVariants(
  tx: Sql,
  releaseId: string,
  position: number,
  variants: PictureVariant[],
): Promise<void> {
  await tx.query(
    `INSERT INTO release_picture_variant (release_id, position, media_type, width, sha256, size)
     SELECT $1, $2, v."mediaType", v.width, v.sha256, v.size
     FROM jsonb_to_recordset($3) AS v ("mediaType" text, width integer, sha256 text, size integer)`,
    [releaseId, position, JSON.stringify(variants)],
  );
}

/** Holds files for this release for ever: old versions still show them. */
export async function holdFiles(tx: Sql, releaseId: string, sha256s: string[]): Promise<void> {
  await tx.query(
    `INSERT INTO release_file (release_id, sha256) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`,
    [releaseId, sha256s],
  );
}

/** A picture in any of its formats, if a release that readers see shows it. */
export async function publishedPicture(
  sql: Sql,
  sha256: string,
): Promise<{ mediaType: string; size: number } | undefined> {
  const found = await rows<{ mediaType: string; size: number }>(
    sql,
    `SELECT f.media_type AS "mediaType", f.size
     FROM (SELECT release_id, media_type, size FROM release_picture WHERE sha256 = $1
           UNION ALL SELECT release_id, media_type, size FROM release_picture_variant WHERE sha256 = $1) f
     JOIN release r ON r.id = f.release_id WHERE r.state IN ${PUBLIC_STATES} LIMIT 1`,
    [sha256],
  );
  return found[0];
}

/** Of these files, those that a release shows, or showed in a version that is kept. */
export async function filesOfReleases(sql: Sql, sha256s: readonly string[]): Promise<string[]> {
  const found = await rows<{ sha256: string }>(
    sql,
    `SELECT sha256 FROM release_picture WHERE sha256 = ANY($1)
     UNION SELECT sha256 FROM release_file WHERE sha256 = ANY($1)`,
    [sha256s],
  );
  return found.map(({ sha256 }) => sha256);
}
