import { rows, type Sql } from '../database/rows.js';

export interface BrakeLimits {
  perRecipientPerDay: number;
  perDomainPerMinute: number;
  perMinute: number;
}

/**
 * Lets e-mails through the brakes, in the transaction `tx`: locks their recipients (in one order, so that two
 * workers cannot wait for each other), counts the last 24 hours, and marks those that may go. Gives the ids that
 * may; an e-mail that was let through before may go again.
 */
export async function letThrough(tx: Sql, ids: string[], limits: BrakeLimits): Promise<Set<string>> {
  await rows(
    tx,
    `SELECT pg_advisory_xact_lock(hashtextextended(recipient_key, 7))
     FROM (SELECT DISTINCT recipient_key FROM outgoing_email WHERE id = ANY ($1::uuid[]) ORDER BY 1) AS recipients`,
    [ids],
  );
  const passed = await rows<{ id: string }>(
    tx,
    `WITH batch AS (
       SELECT id, recipient_key, row_number() OVER (PARTITION BY recipient_key ORDER BY created_at, id) AS place
       FROM outgoing_email WHERE id = ANY ($1::uuid[]) AND counted_at IS NULL
     ), used AS (
       SELECT recipient_key, count(*) AS times FROM outgoing_email
       WHERE recipient_key IN (SELECT recipient_key FROM batch) AND counted_at > now() - interval '24 hours'
       GROUP BY recipient_key
     ), passed AS (
       UPDATE outgoing_email SET counted_at = now()
       FROM batch LEFT JOIN used USING (recipient_key)
       WHERE outgoing_email.id = batch.id AND batch.place + COALESCE(used.times, 0) <= $2
       RETURNING outgoing_email.id
     )
     SELECT id FROM passed
     UNION ALL SELECT id FROM outgoing_email WHERE id = ANY ($1::uuid[]) AND counted_at IS NOT NULL`,
    [ids, limits.perRecipientPerDay],
  );
  return new Set(passed.map(({ id }) => id));
}

/** How many e-mails went in the last minute: altogether, and to each of the domains. */
export async function lastMinute(
  sql: Sql,
  domains: string[],
): Promise<{ all: number; byDomain: Map<string, number> }> {
  const counted = await rows<{ domain: string | null; times: number }>(
    sql,
    `SELECT CASE WHEN recipient_domain = ANY ($1) THEN recipient_domain END AS domain, count(*)::int AS times
     FROM outgoing_email WHERE counted_at > now() - interval '1 minute' GROUP BY 1`,
    [domains],
  );
  return {
    all: counted.reduce((sum, { times }) => sum + times, 0),
    byDomain: new Map(
      counted.flatMap(({ domain, times }) => (domain === null ? [] : [[domain, times] as const])),
    ),
  };
}

/** Which of the addresses get no automated mail for now. */
export async function suppressedAmong(sql: Sql, keys: string[]): Promise<Set<string>> {
  const found = await rows<{ address_key: string }>(
    sql,
    'SELECT address_key FROM suppressed_address WHERE address_key = ANY ($1) AND until > now()',
    [keys],
  );
  return new Set(found.map(({ address_key }) => address_key));
}

/** No automated mail goes for this long to an address that refused for good. */
const SUPPRESSED_DAYS = 60;

/** Remembers an address that refused for good. */
export async function suppress(sql: Sql, key: string, reason: string): Promise<void> {
  await rows(
    sql,
    `INSERT INTO suppressed_address (address_key, reason, until) VALUES ($1, $2, now() + make_interval(days => $3))
     ON CONFLICT (address_key) DO UPDATE SET reason = excluded.reason, until = excluded.until`,
    [key, reason, SUPPRESSED_DAYS],
  );
}

export interface SuppressedAddress {
  address: string;
  /** What the server said that refused it. */
  reason: string;
  until: Date;
}

/** Addresses that get no automated mail for now, those that rest longest first. */
export const suppressedAddresses = (sql: Sql, limit: number): Promise<SuppressedAddress[]> =>
  rows(
    sql,
    `SELECT address_key AS address, reason, until FROM suppressed_address WHERE until > now()
     ORDER BY until DESC LIMIT $1`,
    [limit],
  );

export async function countSuppressed(sql: Sql): Promise<number> {
  const [found] = await rows<{ n: number }>(
    sql,
    'SELECT count(*)::int AS n FROM suppressed_address WHERE until > now()',
  );
  return found!.n;
}
