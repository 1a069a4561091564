import { prepared, rows, type Sql } from '../database/rows.js';
import type { Absence } from './absence.js';
import type { Account } from './account.entity.js';

const COLUMNS = `id, name, email, password_hash AS "passwordHash", roles, unit, language,
  created_at AS "createdAt", disabled_at AS "disabledAt", last_signed_in_at AS "lastSignedInAt",
  on_duty AS "onDuty", absent_from::text AS "absentFrom", absent_until::text AS "absentUntil", stand_in AS "standIn"`;

export async function accountByEmail(sql: Sql, email: string): Promise<Account | undefined> {
  const [account] = await rows<Account>(
    sql,
    `SELECT ${COLUMNS} FROM account WHERE lower(email) = lower($1)`,
    [email],
  );
  return account;
}

export async function accountById(sql: Sql, id: string): Promise<Account | undefined> {
  const [account] = await rows<Account>(sql, `SELECT ${COLUMNS} FROM account WHERE id = $1`, [id]);
  return account;
}

/** Holds the account until the transaction ends, so that what was checked stays true. */
export async function lockAccount(tx: Sql, id: string): Promise<Account | undefined> {
  const [account] = await rows<Account>(tx, `SELECT ${COLUMNS} FROM account WHERE id = $1 FOR UPDATE`, [id]);
  return account;
}

export function allAccounts(sql: Sql): Promise<Account[]> {
  return rows(
    sql,
    prepared(`SELECT ${COLUMNS} FROM account ORDER BY disabled_at IS NOT NULL, search_key(name), id`),
  );
}

export function accountsByIds(sql: Sql, ids: string[]): Promise<Account[]> {
  return rows(sql, prepared(`SELECT ${COLUMNS} FROM account WHERE id = ANY($1::uuid[])`), [ids]);
}

/**
 * Administrators who can sign in, locked in one order: of two who disable each other at the same moment, the
 * second waits, looks again and is refused.
 */
export async function lockAdministrators(tx: Sql): Promise<string[]> {
  const administrators = await rows<{ id: string }>(
    tx,
    `SELECT id FROM account
     WHERE 'admin' = ANY(roles) AND disabled_at IS NULL AND password_hash IS NOT NULL
     ORDER BY id FOR UPDATE`,
  );
  return administrators.map(({ id }) => id);
}

/** Whether somebody holds the role, even if the password is still to be set. */
export async function hasAdministrator(sql: Sql): Promise<boolean> {
  const found = await rows(
    sql,
    `SELECT 1 FROM account WHERE 'admin' = ANY(roles) AND disabled_at IS NULL LIMIT 1`,
  );
  return found.length > 0;
}

/** False when another account has the address already. */
export async function insertAccount(
  tx: Sql,
  account: Pick<Account, 'name' | 'email' | 'passwordHash' | 'roles' | 'unit' | 'language'>,
): Promise<string | undefined> {
  const [inserted] = await rows<{ id: string }>(
    tx,
    `INSERT INTO account (name, email, password_hash, roles, unit, language) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (lower(email)) DO NOTHING RETURNING id`,
    [account.name, account.email, account.passwordHash, account.roles, account.unit, account.language],
  );
  return inserted?.id;
}

export async function updateAccount(
  tx: Sql,
  account: Pick<Account, 'id' | 'name' | 'roles' | 'unit' | 'language'> & Partial<Pick<Account, 'onDuty'>>,
): Promise<void> {
  await tx.query(
    `UPDATE account SET name = $2, roles = $3, unit = $4, language = $5, on_duty = coalesce($6, on_duty)
     WHERE id = $1`,
    [account.id, account.name, account.roles, account.unit, account.language, account.onDuty],
  );
}

export async function setLanguage(sql: Sql, id: string, language: string): Promise<void> {
  await sql.query('UPDATE account SET language = $2 WHERE id = $1', [id, language]);
}

export async function setAbsence(sql: Sql, id: string, absence: Absence | null): Promise<void> {
  await sql.query('UPDATE account SET absent_from = $2, absent_until = $3, stand_in = $4 WHERE id = $1', [
    id,
    absence?.from ?? null,
    absence?.until ?? null,
    absence?.standIn ?? null,
  ]);
}

export async function setPasswordHash(tx: Sql, id: string, passwordHash: string): Promise<void> {
  await tx.query('UPDATE account SET password_hash = $2 WHERE id = $1', [id, passwordHash]);
}

export async function setDisabled(tx: Sql, id: string, disabled: boolean): Promise<void> {
  await tx.query(
    'UPDATE account SET disabled_at = CASE WHEN $2 THEN coalesce(disabled_at, now()) END WHERE id = $1',
    [id, disabled],
  );
}

export async function markSignedIn(tx: Sql, id: string): Promise<void> {
  await tx.query('UPDATE account SET last_signed_in_at = now() WHERE id = $1', [id]);
}
