import { prepared, rows, type Sql } from '../database/rows.js';
import type { Account } from './account.entity.js';

/** An account as its session shows it. `stale` asks for `touchSession`. */
export type SessionAccount = Pick<Account, 'id' | 'name' | 'email' | 'roles' | 'unit' | 'language'> & {
  stale: boolean;
};

export interface OwnSession {
  /** SHA-256 of the session's id, in hex. */
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string;
}

/** The account of a session that is neither expired nor ended, unless the account is disabled. */
export async function sessionAccount(sql: Sql, idHash: Buffer): Promise<SessionAccount | undefined> {
  const [found] = await rows<SessionAccount>(
    sql,
    prepared(`SELECT a.id, a.name, a.email, a.roles, a.unit, a.language,
            s.last_seen_at < now() - interval '1 minute' AS stale
     FROM account_session s JOIN account a ON a.id = s.account_id
     WHERE s.id_hash = $1 AND s.expires_at > now() AND a.disabled_at IS NULL`),
    [idHash],
  );
  return found;
}

/** Slides the idle expiry on, up to the session's last moment; of requests at the same time one writes. */
export async function touchSession(sql: Sql, idHash: Buffer, idle: string, absolute: string): Promise<void> {
  await sql.query(
    `UPDATE account_session
     SET last_seen_at = now(), expires_at = least(now() + $2::interval, created_at + $3::interval)
     WHERE id_hash = $1 AND expires_at > now() AND last_seen_at < now() - interval '1 minute'`,
    [idHash, idle, absolute],
  );
}

export async function insertSession(
  tx: Sql,
  session: { idHash: Buffer; accountId: string; userAgent: string; idle: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO account_session (id_hash, account_id, user_agent, expires_at)
     VALUES ($1, $2, $3, now() + $4::interval)`,
    [session.idHash, session.accountId, session.userAgent, session.idle],
  );
}

export function ownSessions(sql: Sql, accountId: string): Promise<OwnSession[]> {
  return rows(
    sql,
    `SELECT encode(id_hash, 'hex') AS id, created_at AS "createdAt", last_seen_at AS "lastSeenAt",
            user_agent AS "userAgent"
     FROM account_session WHERE account_id = $1 AND expires_at > now()
     ORDER BY last_seen_at DESC, id_hash`,
    [accountId],
  );
}

export async function deleteSession(sql: Sql, idHash: Buffer): Promise<void> {
  await sql.query('DELETE FROM account_session WHERE id_hash = $1', [idHash]);
}

/** Only the owner's: a session of somebody else stays as it is. */
export async function deleteOwnSession(sql: Sql, accountId: string, idHash: Buffer): Promise<void> {
  await sql.query('DELETE FROM account_session WHERE id_hash = $2 AND account_id = $1', [accountId, idHash]);
}

export async function deleteSessionsOf(sql: Sql, accountId: string): Promise<void> {
  await sql.query('DELETE FROM account_session WHERE account_id = $1', [accountId]);
}

export async function deleteExpiredSessions(sql: Sql): Promise<void> {
  await sql.query('DELETE FROM account_session WHERE expires_at <= now()');
}
