import { prepared, rows, type Sql } from '../../database/rows.js';
import { repliesOfPurpose, writeAttachments } from '../replies.queries.js';
import type { Purpose, Reply, ReplyContent, ReplyState } from '../reply.js';
import { canonicalBytes, hashOf } from '../fingerprint.js';
import type { ComposedForwarding, Forwarding } from './forwarding.js';

/** Keeps a paper frozen as it was shown: nothing but its state changes from here on. */
export async function insertPaper(
  tx: Sql,
  letterId: string,
  paper: { purpose: Purpose; state: ReplyState; content: ReplyContent; by: string },
): Promise<string> {
  const { content } = paper;
  const bytes = canonicalBytes(content);
  const [inserted] = await rows<{ id: string }>(
    tx,
    `INSERT INTO reply (letter_id, purpose, state, route, recipient, salutation, subject, body, language, drafters,
       fingerprint, approved, approved_at, dispatched_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, ARRAY[$10::uuid], $11, $12, now(), $10) RETURNING id`,
    [
      letterId,
      paper.purpose,
      paper.state,
      content.route,
      content.recipient,
      content.salutation,
      content.subject,
      content.body,
      content.language,
      paper.by,
      hashOf(bytes),
      bytes,
    ],
  );
  await writeAttachments(tx, inserted!.id, content.attachments);
  return inserted!.id;
}

export async function insertForwarding(
  tx: Sql,
  letterId: string,
  { body, name, toldName, why, toldWhy }: ComposedForwarding,
  papers: { coverId: string; noticeId: string | null },
): Promise<void> {
  await tx.query(
    `INSERT INTO forwarding (letter_id, cover_id, notice_id, body, name, told_name, why, told_why)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [letterId, papers.coverId, papers.noticeId, body, name, toldName, why, toldWhy],
  );
}

/** Every forwarding of a letter whose covering letter was not given up, oldest first, with its papers. */
export async function forwardingsOf(sql: Sql, letterId: string): Promise<Forwarding[]> {
  const found = await rows<
    Omit<Forwarding, 'cover' | 'notice'> & { coverId: string; noticeId: string | null }
  >(
    sql,
    prepared(`SELECT id, cover_id AS "coverId", notice_id AS "noticeId", body, name, told_name AS "toldName", why,
            told_why AS "toldWhy"
     FROM forwarding WHERE letter_id = $1 ORDER BY id`),
    [letterId],
  );
  if (found.length === 0) return [];
  const papers = new Map<string | null, Reply>();
  for (const paper of await repliesOfPurpose(sql, letterId, ['cover', 'notice'])) papers.set(paper.id, paper);
  return found
    .map(({ coverId, noticeId, ...rest }) => ({
      ...rest,
      cover: papers.get(coverId)!,
      notice: papers.get(noticeId) ?? null,
    }))
    .filter(({ cover }) => cover.state !== 'discarded');
}

export interface ForwardingRow {
  id: string;
  name: string;
  why: string;
  coverId: string;
  noticeId: string | null;
}

/** The forwarding that a covering letter or a notice belongs to. */
export async function forwardingWith(sql: Sql, paperId: string): Promise<ForwardingRow | undefined> {
  const [found] = await rows<ForwardingRow>(
    sql,
    `SELECT id, name, why, cover_id AS "coverId", notice_id AS "noticeId"
     FROM forwarding WHERE cover_id = $1 OR notice_id = $1`,
    [paperId],
  );
  return found;
}

/** Another notice takes the place of one that did not arrive. */
export async function renewNotice(tx: Sql, forwardingId: string, noticeId: string): Promise<void> {
  await tx.query('UPDATE forwarding SET notice_id = $2 WHERE id = $1', [forwardingId, noticeId]);
}
