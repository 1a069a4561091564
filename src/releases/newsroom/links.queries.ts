import { rows, type Sql } from '../../database/rows.js';

export interface EmbargoLink {
  id: string;
  recipient: string;
  expiresAt: Date;
}

export async function insertLink(
  tx: Sql,
  link: { releaseId: string; recipient: string; expiresAt: Date; accountId: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO release_embargo_link (release_id, recipient, expires_at, created_by) VALUES ($1, $2, $3, $4)`,
    [link.releaseId, link.recipient, link.expiresAt, link.accountId],
  );
}

/** Links that still lead somewhere, in the order in which they end. */
export function openLinks(sql: Sql, releaseId: string): Promise<EmbargoLink[]> {
  return rows(
    sql,
    `SELECT id, recipient, expires_at AS "expiresAt" FROM release_embargo_link
     WHERE release_id = $1 AND revoked_at IS NULL AND expires_at > now() ORDER BY expires_at, id`,
    [releaseId],
  );
}

/** Revokes one; gives for whom it was. */
export async function revokeLink(tx: Sql, releaseId: string, linkId: string): Promise<string | undefined> {
  const [revoked] = await rows<{ recipient: string }>(
    tx,
    `UPDATE release_embargo_link SET revoked_at = now()
     WHERE id = $2 AND release_id = $1 AND revoked_at IS NULL RETURNING recipient`,
    [releaseId, linkId],
  );
  return revoked?.recipient;
}

/** The release that a link shows now; undefined once it has ended or was revoked. */
export async function releaseOfLink(sql: Sql, linkId: string): Promise<string | undefined> {
  const [found] = await rows<{ releaseId: string }>(
    sql,
    `SELECT release_id AS "releaseId" FROM release_embargo_link
     WHERE id = $1 AND revoked_at IS NULL AND expires_at > now()`,
    [linkId],
  );
  return found?.releaseId;
}
