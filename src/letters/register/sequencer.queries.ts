import { rows, type Sql } from '../../database/rows.js';

/** The key of the advisory lock on the register, as SQL. */
export const REGISTER_LOCK = `hashtextextended('pismo:register', 0)`;

/** Letters numbered in one transaction at most. */
export const BATCH = 1000;

/** Whether any letter waits for its number. */
export async function isAnyUnnumbered(sql: Sql): Promise<boolean> {
  const [found] = await rows<{ waits: boolean }>(
    sql,
    'SELECT EXISTS (SELECT FROM register_pending) AS waits',
  );
  return found!.waits;
}

/** How many letters wait for a number, and for how many seconds the oldest has. */
export async function unnumbered(sql: Sql): Promise<{ count: number; oldestSeconds: number }> {
  const [found] = await rows<{ count: number; oldestSeconds: number }>(
    sql,
    `SELECT count(*)::int AS count,
            coalesce(extract(epoch FROM clock_timestamp() - min(received_at)), 0)::float8 AS "oldestSeconds"
     FROM register_pending`,
  );
  return found!;
}

/** Takes the register for this transaction; false when another sequencer has it. */
export async function takeRegister(tx: Sql): Promise<boolean> {
  const [found] = await rows<{ taken: boolean }>(
    tx,
    `SELECT pg_try_advisory_xact_lock(${REGISTER_LOCK}) AS taken`,
  );
  return found!.taken;
}

/**
 * Gives the next numbers of their year to the letters that wait longest, and makes owed what follows from a
 * number. The caller holds the register, taken by a statement before this one: this statement's snapshot must
 * be newer than the last holder's commit.
 */
export async function enterWaiting(
  tx: Sql,
  timeZone: string,
): Promise<{ letterId: string; emailId: string | null }[]> {
  return rows(
    tx,
    `WITH batch AS MATERIALIZED (
       SELECT letter_id, channel, received_at, extract(year FROM received_at AT TIME ZONE $1)::smallint AS year
       FROM register_pending ORDER BY received_at, letter_id LIMIT ${BATCH}
     ), last AS MATERIALIZED (
       SELECT year.year, coalesce(entry.number, 0) AS number, entry.entered_at
       FROM (SELECT DISTINCT year FROM batch) year
       LEFT JOIN LATERAL (
         SELECT number, entered_at FROM register_entry WHERE register_entry.year = year.year
         ORDER BY number DESC LIMIT 1
       ) entry ON true
     ), entered AS (
       INSERT INTO register_entry (year, number, letter_id, channel, received_at, entered_at)
       SELECT batch.year,
              last.number + row_number() OVER (PARTITION BY batch.year ORDER BY batch.received_at, batch.letter_id),
              batch.letter_id, batch.channel, batch.received_at,
              -- A clock set back must not make later entries look earlier.
              greatest(now(), (SELECT max(entered_at) FROM last))
       FROM batch JOIN last USING (year)
     ), removed AS (
       DELETE FROM register_pending USING batch WHERE register_pending.letter_id = batch.letter_id
     ), indexing AS (
       INSERT INTO letter_indexing (letter_id, due_at) SELECT letter_id, now() FROM batch
       ON CONFLICT (letter_id) DO UPDATE SET state = 'pending', due_at = now(), lease_token = NULL, leased_until = NULL
     ), acknowledgement AS (
       UPDATE outgoing_email SET due_at = now()
       FROM batch
       WHERE outgoing_email.duty_key = 'acknowledgement:' || batch.letter_id
         AND outgoing_email.state = 'pending' AND outgoing_email.due_at IS NULL
       RETURNING outgoing_email.id, batch.letter_id
     )
     SELECT batch.letter_id AS "letterId", acknowledgement.id AS "emailId"
     FROM batch LEFT JOIN acknowledgement USING (letter_id)`,
    [timeZone],
  );
}
