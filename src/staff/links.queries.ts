import { rows, type Sql } from '../database/rows.js';
import type { LinkPurpose } from './account-link.entity.js';

export async function insertLink(
  tx: Sql,
  link: { tokenHash: Buffer; accountId: string | null; purpose: LinkPurpose; lasts: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO account_link (token_hash, account_id, purpose, expires_at)
     VALUES ($1, $2, $3, now() + $4::interval)`,
    [link.tokenHash, link.accountId, link.purpose, link.lasts],
  );
}

/** What a link that still works is for; looking uses nothing up. */
export async function liveLink(
  sql: Sql,
  tokenHash: Buffer,
  purpose: LinkPurpose,
): Promise<{ accountId: string | null } | undefined> {
  const [link] = await rows<{ accountId: string | null }>(
    sql,
    `SELECT account_id AS "accountId" FROM account_link
     WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > now()`,
    [tokenHash, purpose],
  );
  return link;
}

/** True for exactly one of those who use the same link at the same time. */
export async function useLink(tx: Sql, tokenHash: Buffer, purpose: LinkPurpose): Promise<boolean> {
  const used = await rows(
    tx,
    `UPDATE account_link SET used_at = now()
     WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > now()
     RETURNING 1`,
    [tokenHash, purpose],
  );
  return used.length > 0;
}

/** Earlier links for the same thing stop working. */
export async function voidLinks(
  tx: Sql,
  purpose: LinkPurpose,
  accountId: string | null = null,
): Promise<void> {
  await tx.query(
    `DELETE FROM account_link WHERE purpose = $1 AND used_at IS NULL AND account_id IS NOT DISTINCT FROM $2::uuid`,
    [purpose, accountId],
  );
}
