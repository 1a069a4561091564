import { rows, type Sql } from '../../database/rows.js';
import type { Letter } from '../letter.entity.js';
import type { LetterState } from '../letter.states.js';
import { LETTER_COLUMNS } from '../letters.queries.js';
import { type Officer, visibleTo } from '../viewer.js';
import type { BulkJob, BulkOutcome } from './bulk-job.js';

const JOB_COLUMNS = `
  job.id, job.kind, job.params, job.ordered_by AS "orderedBy", job.created_at AS "orderedAt", job.state, job.total,
  job.done, job.skipped, job.failed, job.fingerprint, job.approved_by AS "approvedBy", job.approved_at AS "approvedAt",
  job.sent_back_reason AS "sentBackReason", job.undoes,
  EXISTS (SELECT FROM bulk_job later WHERE later.undoes = job.id) AS "isUndone", job.finished_at AS "finishedAt", job.last_error AS "lastError"`;

/** Letters as a condition on `letter`, with its parameters: a list, or everything that a view shows. */
export interface Selection {
  where: string;
  parameters: unknown[];
}

export interface NewJob {
  kind: string;
  params: Record<string, unknown>;
  orderedBy: string;
  /** Given when an approver must read it first. */
  fingerprint?: string;
  undoes?: string;
}

/** Writes a job and the letters that it is for, as many as the selection has; not due yet. Gives its id. */
export async function insertJob(tx: Sql, job: NewJob, { where, parameters }: Selection): Promise<string> {
  const [made] = await rows<{ id: string }>(
    tx,
    'INSERT INTO bulk_job (kind, params, ordered_by, undoes) VALUES ($1, $2, $3, $4) RETURNING id',
    [job.kind, JSON.stringify(job.params), job.orderedBy, job.undoes ?? null],
  );
  const id = made!.id;
  await tx.query(
    `INSERT INTO bulk_item (job_id, position, letter_id)
     SELECT '${id}', row_number() OVER (ORDER BY letter.received_at DESC, letter.id DESC), letter.id
     FROM letter WHERE ${where}`,
    parameters,
  );
  await tx.query(
    'UPDATE bulk_job SET total = (SELECT count(*) FROM bulk_item WHERE job_id = $1) WHERE id = $1',
    [id],
  );
  return id;
}

/** Hands a job to the worker, or to an approver when there is something to approve. */
export async function startJob(tx: Sql, id: string, fingerprint?: string): Promise<void> {
  await tx.query(
    `UPDATE bulk_job SET fingerprint = $2, state = CASE WHEN $2::text IS NULL THEN 'pending' ELSE 'in_review' END,
       due_at = CASE WHEN $2::text IS NULL THEN now() END WHERE id = $1`,
    [id, fingerprint ?? null],
  );
}

export async function jobById(sql: Sql, id: string, lock = false): Promise<BulkJob | undefined> {
  const [job] = await rows<BulkJob>(
    sql,
    `SELECT ${JOB_COLUMNS} FROM bulk_job job WHERE job.id = $1${lock ? ' FOR UPDATE' : ''}`,
    [id],
  );
  return job;
}

/** An account's newest jobs, and with `reviews` those of others that wait for an approver. */
export function jobsFor(sql: Sql, accountId: string, reviews: boolean, most: number): Promise<BulkJob[]> {
  return rows<BulkJob>(
    sql,
    `SELECT ${JOB_COLUMNS} FROM bulk_job job
     WHERE job.ordered_by = $1 OR ($2 AND job.state = 'in_review') ORDER BY job.id DESC LIMIT ${most}`,
    [accountId, reviews],
  );
}

/** How many jobs of an account are under way, and of others wait for its approval. */
export async function countJobs(sql: Sql, accountId: string, reviews: boolean): Promise<number> {
  const [found] = await rows<{ count: number }>(
    sql,
    `SELECT count(*)::int AS count FROM bulk_job
     WHERE (ordered_by = $1 AND state IN ('pending', 'leased', 'in_review', 'sent_back', 'failed'))
        OR ($2 AND state = 'in_review' AND ordered_by <> $1)`,
    [accountId, reviews],
  );
  return found!.count;
}

/** The next letters of a job that have no outcome yet, in the order in which they are listed. */
export async function nextItems(tx: Sql, jobId: string, most: number): Promise<string[]> {
  const items = await rows<{ letterId: string }>(
    tx,
    `SELECT letter_id AS "letterId" FROM bulk_item WHERE job_id = $1 AND state = 'pending'
     ORDER BY position LIMIT ${most} FOR UPDATE`,
    [jobId],
  );
  return items.map(({ letterId }) => letterId);
}

/** Locks those of the letters that the officer may see; always in one order, so that two jobs never wait for each other. */
export function lockLetters(tx: Sql, ids: string[], viewer: Officer): Promise<Letter[]> {
  const parameters: unknown[] = [ids];
  return rows<Letter>(
    tx,
    `SELECT ${LETTER_COLUMNS} FROM letter WHERE letter.id = ANY($1::uuid[]) AND ${visibleTo(viewer, parameters)}
     ORDER BY letter.id FOR NO KEY UPDATE`,
    parameters,
  );
}

/**
 * Writes how it ended for these letters and counts it, as long as this worker still holds the job; false when somebody
 * else does, or a person stopped it: nothing of the transaction may stay then.
 */
export async function settleItems(
  tx: Sql,
  { jobId, token, leaseSeconds }: { jobId: string; token: string; leaseSeconds: number },
  outcomes: ReadonlyMap<string, BulkOutcome>,
): Promise<boolean> {
  const items = [...outcomes].map(([letter_id, { state, code, eventId }]) => ({
    ...{ letter_id, state, code, event_id: eventId },
  }));
  await tx.query(
    `UPDATE bulk_item SET state = item.state, code = item.code, event_id = item.event_id
     FROM json_to_recordset($2::json) AS item (letter_id uuid, state text, code text, event_id bigint)
     WHERE bulk_item.job_id = $1 AND bulk_item.letter_id = item.letter_id`,
    [jobId, JSON.stringify(items)],
  );
  const count = (state: BulkOutcome['state']) => items.filter((item) => item.state === state).length;
  const held = await rows(
    tx,
    `UPDATE bulk_job SET done = done + $3, skipped = skipped + $4, failed = failed + $5,
       leased_until = clock_timestamp() + make_interval(secs => $6)
     WHERE id = $1 AND state = 'leased' AND lease_token = $2 RETURNING 1`,
    [jobId, token, count('done'), count('skipped'), count('failed'), leaseSeconds],
  );
  return held.length === 1;
}

/** A person stops a job: letters without an outcome keep none. False when it has ended already. */
export async function stopJob(tx: Sql, id: string): Promise<boolean> {
  const stopped = await rows(
    tx,
    `UPDATE bulk_job SET state = 'stopped', due_at = NULL, lease_token = NULL, leased_until = NULL, finished_at = now()
     WHERE id = $1 AND state IN ('in_review', 'pending', 'leased', 'failed', 'sent_back') RETURNING 1`,
    [id],
  );
  return stopped.length === 1;
}

export async function approveJob(tx: Sql, id: string, accountId: string): Promise<void> {
  await tx.query(
    `UPDATE bulk_job SET state = 'pending', due_at = now(), approved_by = $2, approved_at = now() WHERE id = $1`,
    [id, accountId],
  );
}

export async function sendJobBack(tx: Sql, id: string, reason: string): Promise<void> {
  await tx.query(`UPDATE bulk_job SET state = 'sent_back', sent_back_reason = $2 WHERE id = $1`, [
    id,
    reason,
  ]);
}

export async function finishJob(sql: Sql, id: string): Promise<void> {
  await sql.query('UPDATE bulk_job SET finished_at = now() WHERE id = $1', [id]);
}

/** One letter of a job, with as much of it as its line shows. */
export interface BulkItem {
  letterId: string;
  /** Where it stands on the job's page: grows from line to line. */
  place: number;
  state: 'pending' | BulkOutcome['state'];
  code: string | null;
  reference: string;
  name: string;
  surname: string;
  letterState: LetterState;
}

/** Failed letters come before all others, then the skipped ones; a job has fewer than a billion. */
const PLACE = `(CASE item.state WHEN 'failed' THEN 0 WHEN 'skipped' THEN 1 ELSE 2 END * 1000000000::bigint + item.position)`;

/** A page of a job's letters that the viewer may see; failed and skipped ones first, since somebody may have to act. */
export function jobItems(
  sql: Sql,
  jobId: string,
  viewer: Officer,
  { most, after }: { most: number; after: number },
): Promise<BulkItem[]> {
  const parameters: unknown[] = [jobId, after];
  return rows<BulkItem>(
    sql,
    `SELECT item.letter_id AS "letterId", ${PLACE}::float8 AS place, item.state, item.code, letter.reference, letter.name,
            letter.surname, letter.state AS "letterState"
     FROM bulk_item item JOIN letter ON letter.id = item.letter_id
     WHERE item.job_id = $1 AND ${PLACE} > $2 AND ${visibleTo(viewer, parameters)}
     ORDER BY ${PLACE} LIMIT ${most}`,
    parameters,
  );
}

/** All letters of a job in a fixed order, for what an approval binds to. */
export async function jobLetterIds(sql: Sql, jobId: string): Promise<string[]> {
  const items = await rows<{ id: string }>(
    sql,
    'SELECT letter_id AS id FROM bulk_item WHERE job_id = $1 ORDER BY letter_id',
    [jobId],
  );
  return items.map(({ id }) => id);
}

/** What a job changed: the event of each letter that is done. */
export async function eventsOfJob(
  sql: Sql,
  jobId: string,
  letterIds: string[],
): Promise<Map<string, string>> {
  const found = await rows<{ letterId: string; eventId: string }>(
    sql,
    `SELECT letter_id AS "letterId", event_id AS "eventId" FROM bulk_item
     WHERE job_id = $1 AND letter_id = ANY($2::uuid[]) AND state = 'done' AND event_id IS NOT NULL`,
    [jobId, letterIds],
  );
  return new Map(found.map(({ letterId, eventId }) => [letterId, eventId]));
}
