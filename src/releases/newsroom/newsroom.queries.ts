import { rows, type Sql } from '../../database/rows.js';
import type { ReleaseState } from '../release.states.js';
import type { ReleaseContent } from './content.js';
import { DISCARDED_AT } from './discarded.queries.js';

/** A working copy: what is written on, beside the words that readers see. */
export interface DraftRow {
  version: number;
  content: ReleaseContent;
  createdBy: string;
  createdAt: Date;
  editedBy: string;
  editedAt: Date;
  /** Set while it waits for the second pair of eyes. */
  submittedBy: string | null;
  submittedAt: Date | null;
  sentBackBy: string | null;
  sentBackReason: string | null;
}

/** A release as the newsroom knows it. */
export interface DeskRow {
  id: string;
  slug: string;
  state: ReleaseState;
  publishedAt: Date | null;
  updatedAt: Date;
  isEmergency: boolean;
  withdrawnAt: Date | null;
  withdrawalSr: string | null;
  withdrawalEn: string | null;
  /** Since when it is thrown away; null while it is not. */
  discardedAt: Date | null;
  draft: DraftRow | null;
  /** When it goes out by itself, and who approved that. */
  goesOutAt: Date | null;
  approvedBy: string | null;
  /** The publishing was tried and given up. */
  publishingFailed: boolean;
}

const DESK = `
  SELECT r.id, r.slug, r.state, r.published_at AS "publishedAt", r.updated_at AS "updatedAt",
         r.is_emergency AS "isEmergency", r.withdrawn_at AS "withdrawnAt", r.withdrawal_sr AS "withdrawalSr",
         r.withdrawal_en AS "withdrawalEn",
         CASE WHEN r.state = 'discarded' THEN ${DISCARDED_AT} END AS "discardedAt", p.goes_out_at AS "goesOutAt", p.approved_by AS "approvedBy",
         coalesce(p.state = 'failed', false) AS "publishingFailed",
         d.version, d.content, d.created_by AS "createdBy", d.created_at AS "createdAt", d.edited_by AS "editedBy",
         d.edited_at AS "editedAt", d.submitted_by AS "submittedBy", d.submitted_at AS "submittedAt",
         d.sent_back_by AS "sentBackBy", d.sent_back_reason AS "sentBackReason"
  FROM release r
  LEFT JOIN release_draft d ON d.release_id = r.id
  LEFT JOIN release_publishing p ON p.release_id = r.id AND p.state IN ('pending', 'leased', 'failed')
  WHERE r.id = $1`;

type FlatRow = Omit<DeskRow, 'draft'> & { [Key in keyof DraftRow]: DraftRow[Key] | null };

export async function deskRow(sql: Sql, id: string): Promise<DeskRow | undefined> {
  const [found] = await rows<FlatRow>(sql, DESK, [id]);
  return found && nested(found);
}

/** The same, held until the transaction ends: steps on one release come one after another. */
export async function lockDeskRow(tx: Sql, id: string): Promise<DeskRow | undefined> {
  // In a statement of its own: one that waits for the lock would still see the working copy as it was before it waited.
  await rows(tx, 'SELECT 1 FROM release WHERE id = $1 FOR UPDATE', [id]);
  return deskRow(tx, id);
}

function nested(row: FlatRow): DeskRow {
  const { version, content, createdBy, createdAt, editedBy, editedAt, ...rest } = row;
  const { submittedBy, submittedAt, sentBackBy, sentBackReason, ...desk } = rest;
  const isWrittenOn = version !== null && content !== null;
  const draft = isWrittenOn && {
    ...{ version, content, createdBy: createdBy!, createdAt: createdAt!, editedBy: editedBy! },
    ...{ editedAt: editedAt!, submittedBy, submittedAt, sentBackBy, sentBackReason },
  };
  return { ...desk, draft: draft || null };
}

export async function insertRelease(tx: Sql, accountId: string, content: ReleaseContent): Promise<string> {
  const [{ id } = { id: '' }] = await rows<{ id: string }>(
    tx,
    `INSERT INTO release (id, slug, state, updated_at)
     SELECT id, 'nacrt-' || replace(id::text, '-', ''), 'draft', now() FROM (SELECT uuidv7() AS id) fresh
     RETURNING id`,
  );
  await insertDraft(tx, id, accountId, content);
  return id;
}

export async function insertDraft(
  tx: Sql,
  releaseId: string,
  accountId: string,
  content: ReleaseContent,
): Promise<void> {
  await tx.query(
    `INSERT INTO release_draft (release_id, content, created_by, edited_by) VALUES ($1, $2, $3, $3)`,
    [releaseId, content, accountId],
  );
}

/** Saves over this very version; undefined when somebody else saved meanwhile. */
export async function updateDraft(
  tx: Sql,
  releaseId: string,
  { version, content, accountId }: { version: number; content: ReleaseContent; accountId: string },
): Promise<number | undefined> {
  const [saved] = await rows<{ version: number }>(
    tx,
    `UPDATE release_draft SET content = $3, version = version + 1, edited_by = $4, edited_at = now()
     WHERE release_id = $1 AND version = $2 RETURNING version`,
    [releaseId, version, content, accountId],
  );
  return saved?.version;
}

/** Who handed it in or sent it back; a working copy is one, the other, or neither. */
export async function markDraft(
  tx: Sql,
  releaseId: string,
  mark: { submittedBy?: string; sentBack?: { by: string; reason: string } },
): Promise<void> {
  await tx.query(
    `UPDATE release_draft SET submitted_by = $2, submitted_at = CASE WHEN $2::uuid IS NOT NULL THEN now() END,
       sent_back_by = $3, sent_back_reason = $4 WHERE release_id = $1`,
    [releaseId, mark.submittedBy ?? null, mark.sentBack?.by ?? null, mark.sentBack?.reason ?? null],
  );
}

export async function deleteDraft(tx: Sql, releaseId: string): Promise<void> {
  await tx.query('DELETE FROM release_draft WHERE release_id = $1', [releaseId]);
}

export async function setState(tx: Sql, releaseId: string, state: ReleaseState): Promise<void> {
  await tx.query('UPDATE release SET state = $2 WHERE id = $1', [releaseId, state]);
}

export async function setWithdrawn(
  tx: Sql,
  releaseId: string,
  note: { sr: string; en: string },
): Promise<void> {
  await tx.query(
    `UPDATE release SET state = 'withdrawn', withdrawn_at = now(), updated_at = now(), withdrawal_sr = $2,
       withdrawal_en = $3 WHERE id = $1`,
    [releaseId, note.sr, note.en],
  );
}

/** Says that somebody has the working copy open, and who else does. */
export async function seenWriting(sql: Sql, releaseId: string, accountId: string): Promise<string[]> {
  await sql.query(
    `INSERT INTO release_presence (release_id, account_id) VALUES ($1, $2)
     ON CONFLICT (release_id, account_id) DO UPDATE SET seen_at = now()`,
    [releaseId, accountId],
  );
  const others = await rows<{ name: string }>(
    sql,
    `SELECT a.name FROM release_presence p JOIN account a ON a.id = p.account_id
     WHERE p.release_id = $1 AND p.account_id <> $2 AND p.seen_at > now() - interval '60 seconds'
     ORDER BY a.name`,
    [releaseId, accountId],
  );
  return others.map(({ name }) => name);
}
