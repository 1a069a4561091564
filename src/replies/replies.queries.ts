import { prepared, rows, type Sql } from '../database/rows.js';
import type { KeptFile } from '../files/kept-file.js';
import { type Officer, visibleTo } from '../letters/viewer.js';
import { writeCitations } from './citations/citations.queries.js';
import type { Purpose, Reply, ReplyContent, ReplyState, Route } from './reply.js';
import { LOCK_SECONDS, UNDER_WAY } from './reply.js';

const COLUMNS = `
  reply.id, reply.letter_id AS "letterId", reply.purpose, reply.state, reply.version, reply.route, reply.recipient, reply.salutation,
  reply.subject, reply.body, reply.language, reply.drafters, reply.locked_by AS "lockedBy",
  reply.locked_until AS "lockedUntil", reply.submitted_at AS "submittedAt", reply.reviewed,
  reply.sent_back_by AS "sentBackBy", reply.sent_back_reason AS "sentBackReason", reply.fingerprint,
  reply.approved_by AS "approvedBy", reply.approved_at AS "approvedAt", reply.dispatched_by AS "dispatchedBy",
  reply.dispatched_at AS "dispatchedAt", reply.returned_at AS "returnedAt", reply.returned_reason AS "returnedReason",
  reply.updated_at AS "updatedAt",
  coalesce((SELECT json_agg(json_build_object('sha256', file.sha256, 'name', file.name, 'size', file.size,
      'mediaType', file.media_type) ORDER BY file.position)
    FROM reply_attachment file WHERE file.reply_id = reply.id), '[]') AS attachments`;

/** The reply to a letter that is under way; `lock` holds it until the transaction ends. */
export const replyUnderWay = (sql: Sql, letterId: string, lock = false) =>
  paperUnderWay(sql, letterId, 'answer', lock);

/** As {@link replyUnderWay}, for a paper of any purpose. */
export async function paperUnderWay(
  sql: Sql,
  letterId: string,
  purpose: Purpose,
  lock = false,
): Promise<Reply | undefined> {
  const [reply] = await rows<Reply>(
    sql,
    `SELECT ${COLUMNS} FROM reply
     WHERE letter_id = $1 AND purpose = $2 AND state = ANY($3::text[])${lock ? ' FOR UPDATE OF reply' : ''}`,
    [letterId, purpose, UNDER_WAY],
  );
  return reply;
}

export async function replyById(sql: Sql, id: string, lock = false): Promise<Reply | undefined> {
  const [reply] = await rows<Reply>(
    sql,
    `SELECT ${COLUMNS} FROM reply WHERE id = $1${lock ? ' FOR UPDATE OF reply' : ''}`,
    [id],
  );
  return reply;
}

/** What left the office in answer to a letter, oldest first. */
export function repliesSent(sql: Sql, letterId: string): Promise<Reply[]> {
  return rows<Reply>(
    sql,
    prepared(`SELECT ${COLUMNS} FROM reply
     WHERE letter_id = $1 AND purpose = 'answer' AND state IN ('dispatched', 'returned') ORDER BY id`),
    [letterId],
  );
}

/** All papers of these purposes about a letter, oldest first. */
export function repliesOfPurpose(sql: Sql, letterId: string, purposes: readonly Purpose[]): Promise<Reply[]> {
  return rows<Reply>(
    sql,
    `SELECT ${COLUMNS} FROM reply WHERE letter_id = $1 AND purpose = ANY($2::text[]) ORDER BY id`,
    [letterId, purposes],
  );
}

/** The bytes that were approved; null while nothing is. */
export async function approvedBytes(sql: Sql, id: string): Promise<Buffer | null> {
  const [found] = await rows<{ approved: Buffer | null }>(sql, 'SELECT approved FROM reply WHERE id = $1', [
    id,
  ]);
  return found?.approved ?? null;
}

export async function insertReply(
  tx: Sql,
  letterId: string,
  content: ReplyContent,
  drafter: string,
): Promise<string> {
  const [reply] = await rows<{ id: string }>(
    tx,
    `INSERT INTO reply (letter_id, route, recipient, salutation, subject, body, language, drafters, locked_by, locked_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, ARRAY[$8::uuid], $8, now() + make_interval(secs => ${LOCK_SECONDS}))
     RETURNING id`,
    [
      letterId,
      content.route,
      content.recipient,
      content.salutation,
      content.subject,
      content.body,
      content.language,
      drafter,
    ],
  );
  await writeCitations(tx, reply!.id, content.body);
  return reply!.id;
}

/** Writes new words: the version rises, the writer counts as a drafter, an approval goes. */
export async function rewrite(
  tx: Sql,
  id: string,
  content: Omit<ReplyContent, 'attachments'>,
  drafter: string,
): Promise<void> {
  await tx.query(
    `UPDATE reply SET state = 'draft', version = version + 1, route = $2, recipient = $3, salutation = $4, subject = $5,
       body = $6, language = $7, fingerprint = NULL, approved = NULL, approved_by = NULL, approved_at = NULL,
       drafters = CASE WHEN $8 = ANY(drafters) THEN drafters ELSE drafters || $8::uuid END,
       locked_by = $8, locked_until = now() + make_interval(secs => ${LOCK_SECONDS}), updated_at = now()
     WHERE id = $1`,
    [
      id,
      content.route,
      content.recipient,
      content.salutation,
      content.subject,
      content.body,
      content.language,
      drafter,
    ],
  );
  await writeCitations(tx, id, content.body);
}

export async function writeAttachments(tx: Sql, id: string, files: readonly KeptFile[]): Promise<void> {
  await tx.query('DELETE FROM reply_attachment WHERE reply_id = $1', [id]);
  await tx.query(
    `INSERT INTO reply_attachment (reply_id, position, sha256, name, size, media_type)
     SELECT $1, file.position, file.sha256, file.name, file.size, file.media_type
     FROM json_to_recordset($2::json) AS file (position smallint, sha256 text, name text, size bigint, media_type text)`,
    [
      id,
      JSON.stringify(
        files.map(({ sha256, name, size, mediaType }, index) => ({
          position: index + 1,
          sha256,
          name,
          size,
          media_type: mediaType,
        })),
      ),
    ],
  );
}

/**
 * Takes the editor's lock, unless somebody else holds it and `force` is not given. Gives whether it is held now.
 */
export async function takeLock(sql: Sql, id: string, accountId: string, force: boolean): Promise<boolean> {
  const taken = await rows(
    sql,
    `UPDATE reply SET locked_by = $2, locked_until = now() + make_interval(secs => ${LOCK_SECONDS})
     WHERE id = $1 AND state = 'draft' AND ($3 OR locked_by IS NULL OR locked_by = $2 OR locked_until < now())
     RETURNING 1`,
    [id, accountId, force],
  );
  return taken.length === 1;
}

/** Columns that the way of a reply sets beside its state. */
const SETTABLE = {
  submittedAt: 'submitted_at',
  reviewed: 'reviewed',
  sentBackBy: 'sent_back_by',
  sentBackReason: 'sent_back_reason',
  fingerprint: 'fingerprint',
  approved: 'approved',
  approvedBy: 'approved_by',
  approvedAt: 'approved_at',
  dispatchedBy: 'dispatched_by',
  dispatchedAt: 'dispatched_at',
  returnedAt: 'returned_at',
  returnedReason: 'returned_reason',
} as const;

/** Moves a locked reply to a state. */
export async function moveReply(
  tx: Sql,
  id: string,
  state: ReplyState,
  set: Partial<Record<keyof typeof SETTABLE, unknown>> = {},
): Promise<void> {
  const fields = Object.keys(set) as (keyof typeof SETTABLE)[];
  const settings = fields.map((field, index) => `, ${SETTABLE[field]} = $${index + 3}`).join('');
  await tx.query(
    `UPDATE reply SET state = $2, locked_by = NULL, locked_until = NULL, updated_at = now()${settings} WHERE id = $1`,
    [id, state, ...fields.map((field) => (field === 'reviewed' ? JSON.stringify(set[field]) : set[field]))],
  );
}

/** Owes the sending, due when it can no longer be taken back. */
export async function oweDispatch(tx: Sql, replyId: string, seconds: number): Promise<void> {
  await tx.query(
    `INSERT INTO reply_dispatch (reply_id, due_at) VALUES ($1, now() + make_interval(secs => $2))
     ON CONFLICT (reply_id) DO UPDATE SET state = 'pending', due_at = excluded.due_at, attempts = 0,
       lease_token = NULL, leased_until = NULL, last_error = NULL`,
    [replyId, seconds],
  );
}

/** When the sending is due, to the database's clock; undefined when it is not owed. */
export async function dispatchDue(
  sql: Sql,
  replyId: string,
): Promise<{ inSeconds: number; lastError: string | null; state: string } | undefined> {
  const [found] = await rows<{ inSeconds: number; lastError: string | null; state: string }>(
    sql,
    `SELECT greatest(0, ceil(extract(epoch FROM due_at - now())))::int AS "inSeconds", last_error AS "lastError", state
     FROM reply_dispatch WHERE reply_id = $1`,
    [replyId],
  );
  return found;
}

export async function forgetDispatch(tx: Sql, replyId: string): Promise<void> {
  await tx.query('DELETE FROM reply_dispatch WHERE reply_id = $1', [replyId]);
}

/** The newest paper of a letter and purpose that left, by this route if one is named, and has not come back. */
export async function lastDispatched(
  tx: Sql,
  letterId: string,
  route?: Route,
  purpose: Purpose = 'answer',
): Promise<Reply | undefined> {
  const [reply] = await rows<Reply>(
    tx,
    `SELECT ${COLUMNS} FROM reply
     WHERE letter_id = $1 AND purpose = $2 AND ($3::text IS NULL OR route = $3) AND state = 'dispatched'
     ORDER BY dispatched_at DESC, id DESC LIMIT 1 FOR UPDATE OF reply`,
    [letterId, purpose, route ?? null],
  );
  return reply;
}

/** A printed letter that waits for the day's post. */
export interface ToPrint {
  replyId: string;
  purpose: Purpose;
  reference: string;
  registerNumber: string | null;
  recipient: string;
  orderedAt: Date;
  /** The citizen's files that a covering letter takes along, by their place at the letter. */
  along: { position: number; name: string }[];
}

/**
 * Papers to print whose letters the viewer may see, the longest waiting first. What hands over a letter that ended
 * meanwhile is not among them, nor its notice.
 */
export function lettersToPrint(sql: Sql, viewer: Officer): Promise<ToPrint[]> {
  const parameters: unknown[] = [];
  return rows<ToPrint>(
    sql,
    `SELECT reply.id AS "replyId", reply.purpose, letter.reference, reply.recipient, reply.updated_at AS "orderedAt",
            CASE WHEN reply.purpose = 'cover' THEN (
              SELECT coalesce(json_agg(json_build_object('position', own.position, 'name', own.name) ORDER BY own.position), '[]')
              FROM letter_attachment own
              WHERE own.letter_id = letter.id
                AND EXISTS (SELECT FROM reply_attachment file WHERE file.reply_id = reply.id AND file.sha256 = own.sha256)
            ) ELSE '[]' END AS along,
            (SELECT entry.year || '-' || lpad(entry.number::text, greatest(6, length(entry.number::text)), '0')
             FROM register_entry entry WHERE entry.letter_id = letter.id) AS "registerNumber"
     FROM reply JOIN letter ON letter.id = reply.letter_id
     WHERE reply.state = 'to_print' AND ${visibleTo(viewer, parameters)}
       AND (reply.purpose = 'answer' OR letter.state IN ('triaged', 'in_work', 'forwarded'))
     ORDER BY reply.approved_at, reply.id`,
    parameters,
  );
}

/** Of these files, those that a reply holds. */
export async function filesOfReplies(sql: Sql, sha256s: string[]): Promise<string[]> {
  const held = await rows<{ sha256: string }>(
    sql,
    'SELECT DISTINCT sha256 FROM reply_attachment WHERE sha256 = ANY($1)',
    [sha256s],
  );
  return held.map(({ sha256 }) => sha256);
}
