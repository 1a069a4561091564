import { rows, type Sql } from '../database/rows.js';
import type { DutyCounts, Leased } from './duty.js';
import type { DutyTable } from './identifiers.js';

type Held = Pick<Leased, 'key' | 'token'>;

/** Takes due rows that nobody holds; database time only, so that clocks of machines do not matter. */
export async function claimDuties<Row>(
  sql: Sql,
  { table, key, keyType }: DutyTable,
  { leaseSeconds, limit, ids }: { leaseSeconds: number; limit: number; ids?: string[] },
): Promise<Leased<Row>[]> {
  const found = await rows<Row & { duty_key_text: string; lease_token: string; attempts: number }>(
    sql,
    `WITH due AS MATERIALIZED (
       SELECT ${key} AS key FROM ${table}
       WHERE state = 'pending' AND due_at <= now() AND ($3::${keyType}[] IS NULL OR ${key} = ANY ($3::${keyType}[]))
       ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED)
     UPDATE ${table} AS duty
     SET state = 'leased', lease_token = nextval('duty_lease'), attempts = attempts + 1,
         leased_until = clock_timestamp() + make_interval(secs => $1)
     FROM due WHERE duty.${key} = due.key
     RETURNING duty.*, duty.${key}::text AS duty_key_text`,
    [leaseSeconds, limit, ids ?? null],
  );
  return found.map(({ duty_key_text, ...row }) => ({
    key: duty_key_text,
    token: String(row.lease_token),
    attempts: row.attempts,
    row: row as unknown as Row,
  }));
}

/** Ends rows in a state of their own; gives the keys of those that were still held. */
export function endDuties(
  sql: Sql,
  duty: DutyTable,
  held: Held[],
  state: string,
  error?: string,
): Promise<string[]> {
  const doubt = duty.hasDoubt ? ', in_doubt_at = NULL' : '';
  return change(
    sql,
    duty,
    held,
    `state = $3, due_at = NULL, lease_token = NULL, leased_until = NULL, last_error = $4${doubt}`,
    [state, error ?? null],
  );
}

/** Commits that the result may stay unknown, before the work that can end so. */
export function doubtDuties(
  sql: Sql,
  duty: DutyTable,
  held: Held[],
  inDoubtSeconds: number,
): Promise<string[]> {
  return change(
    sql,
    duty,
    held,
    `state = 'in_doubt', in_doubt_at = now(), resends = resends + (in_doubt_at IS NOT NULL)::int,
     leased_until = clock_timestamp() + make_interval(secs => $3)`,
    [inDoubtSeconds],
  );
}

export interface Backoff {
  firstSeconds: number;
  mostSeconds: number;
  maxAttempts: number;
}

/**
 * Puts rows back: later each time, with jitter so that they do not come back together; after the last attempt they
 * are `failed`. With `afterSeconds` the attempt does not count: the fault was not theirs.
 */
export function returnDuties(
  sql: Sql,
  duty: DutyTable,
  held: Held[],
  error: string,
  backoff: Backoff,
  afterSeconds?: number,
): Promise<string[]> {
  return change(
    sql,
    duty,
    held,
    `state = CASE WHEN $4::float8 IS NULL AND attempts >= $5 THEN 'failed' ELSE 'pending' END,
     due_at = CASE WHEN $4::float8 IS NULL AND attempts >= $5 THEN NULL ELSE clock_timestamp() + make_interval(secs =>
       coalesce($4::float8, least($7::float8, $6::float8 * 2 ^ least(attempts - 1, 30))) * (0.75 + random() / 2)) END,
     attempts = attempts - ($4::float8 IS NOT NULL)::int,
     lease_token = NULL, leased_until = NULL, last_error = $3${duty.hasDoubt ? ', in_doubt_at = NULL' : ''}`,
    [error, afterSeconds ?? null, backoff.maxAttempts, backoff.firstSeconds, backoff.mostSeconds],
  );
}

/** Takes back rows whose holder is gone or does not know how it ended; gives their number. */
export async function returnLost(
  sql: Sql,
  duty: DutyTable,
  maxAttempts: number,
  limit: number,
): Promise<number> {
  const states = duty.hasDoubt ? `('leased', 'in_doubt')` : `('leased')`;
  const found = await rows(
    sql,
    `WITH lost AS MATERIALIZED (
       SELECT ${duty.key} AS key FROM ${duty.table}
       WHERE state IN ${states} AND leased_until < clock_timestamp()
       ORDER BY leased_until LIMIT $2 FOR UPDATE SKIP LOCKED)
     UPDATE ${duty.table} AS duty
     SET state = CASE WHEN attempts >= $1 THEN 'failed' ELSE 'pending' END,
         due_at = CASE WHEN attempts >= $1 THEN NULL ELSE clock_timestamp() END,
         last_error = CASE duty.state WHEN 'leased' THEN 'its worker was lost' ELSE 'nobody knows whether it arrived' END,
         lease_token = NULL, leased_until = NULL
     FROM lost WHERE duty.${duty.key} = lost.key
     RETURNING 1`,
    [maxAttempts, limit],
  );
  return found.length;
}

/** Keys of rows that have been due for a while: whoever should have rung for them did not. */
export async function overdueKeys(
  sql: Sql,
  { table, key }: DutyTable,
  seconds: number,
  limit: number,
): Promise<string[]> {
  const found = await rows<{ key: string }>(
    sql,
    `SELECT ${key}::text AS key FROM ${table}
     WHERE state = 'pending' AND due_at <= now() - make_interval(secs => $1)
     ORDER BY due_at LIMIT $2`,
    [seconds, limit],
  );
  return found.map((row) => row.key);
}

/** A person says: again, now. True when there was such a failed row. */
export async function retryFailed(
  sql: Sql,
  { table, key, keyType }: DutyTable,
  id: string,
): Promise<boolean> {
  const found = await rows(
    sql,
    `UPDATE ${table} SET state = 'pending', due_at = now(), attempts = 0, lease_token = NULL, leased_until = NULL
     WHERE ${key} = $1::${keyType} AND state = 'failed' RETURNING 1`,
    [id],
  );
  return found.length > 0;
}

/** Figures for health and metrics, each counted up to 10,000, so that asking stays cheap. */
export async function countDuties(sql: Sql, { table }: DutyTable): Promise<DutyCounts> {
  const capped = (where: string) =>
    `(SELECT count(*)::int FROM (SELECT 1 FROM ${table} WHERE ${where} LIMIT 10000) AS few)`;
  const [counts] = await rows<DutyCounts>(
    sql,
    `SELECT ${capped(`state = 'pending' AND due_at <= now()`)} AS due,
            ${capped(`state = 'in_doubt'`)} AS "inDoubt",
            ${capped(`state = 'failed'`)} AS failed,
            coalesce((SELECT extract(epoch FROM now() - min(due_at)) FROM ${table}
                      WHERE state = 'pending' AND due_at <= now()), 0)::float8 AS "lagSeconds"`,
  );
  return counts!;
}

/** Changes rows that are still held with the very token they were leased with. */
async function change(
  sql: Sql,
  duty: DutyTable,
  held: Held[],
  set: string,
  values: unknown[],
): Promise<string[]> {
  if (held.length === 0) return [];
  const found = await rows<{ key: string }>(
    sql,
    `UPDATE ${duty.table} AS duty SET ${set}
     FROM unnest($1::${duty.keyType}[], $2::bigint[]) AS held (key, token)
     WHERE duty.${duty.key} = held.key AND duty.lease_token = held.token
     RETURNING duty.${duty.key}::text AS key`,
    [held.map(({ key }) => key), held.map(({ token }) => token), ...values],
  );
  return found.map((row) => row.key);
}
