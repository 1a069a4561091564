import { rows, type Sql } from '../../database/rows.js';
import type { ReleaseState } from '../release.states.js';
import type { ReleaseContent } from './content.js';

/** What can happen to a release in the newsroom. */
export const EVENT_KINDS = [
  'created',
  'edited',
  'submitted',
  'taken_back',
  'sent_back',
  'scheduled',
  'published',
  'correction_begun',
  'correction_dropped',
  'corrected',
  'withdrawn',
  'link_given',
  'link_revoked',
  'discarded',
  'restored',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface NewEvent {
  kind: EventKind;
  /** Undefined: the program itself. */
  accountId?: string;
  from?: ReleaseState;
  to?: ReleaseState;
  reason?: string;
  isEmergency?: boolean;
  /** The content as it was after this, where it may have changed. */
  content?: ReleaseContent;
}

export interface ReleaseEvent {
  id: string;
  at: Date;
  accountName: string | null;
  kind: EventKind;
  from: ReleaseState | null;
  to: ReleaseState | null;
  reason: string | null;
  isEmergency: boolean;
  content: ReleaseContent | null;
}

export async function insertEvent(tx: Sql, releaseId: string, event: NewEvent): Promise<void> {
  const { kind, accountId, from, to, reason, isEmergency = false, content } = event;
  await tx.query(
    `INSERT INTO release_event (release_id, kind, account_id, from_state, to_state, reason, is_emergency, content)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      releaseId,
      kind,
      accountId ?? null,
      from ?? null,
      to ?? null,
      reason ?? null,
      isEmergency,
      content ?? null,
    ],
  );
}

/**
 * One sitting of one officer is one event: while nothing else happens and no half hour passes, its further saves
 * are told by the same one, so that the history has a line for what was done and not for every pause in typing.
 */
export async function recordEdit(
  tx: Sql,
  releaseId: string,
  accountId: string,
  content: ReleaseContent,
): Promise<void> {
  const continued = await rows(
    tx,
    `UPDATE release_event SET content = $3, at = clock_timestamp()
     WHERE id = (SELECT max(id) FROM release_event WHERE release_id = $1)
       AND kind = 'edited' AND account_id = $2 AND at > now() - interval '30 minutes' RETURNING 1`,
    [releaseId, accountId, content],
  );
  if (continued.length === 0) await insertEvent(tx, releaseId, { kind: 'edited', accountId, content });
}

/** Everything that happened, oldest first. */
export function eventsOf(sql: Sql, releaseId: string): Promise<ReleaseEvent[]> {
  return rows(
    sql,
    `SELECT e.id::text, e.at, a.name AS "accountName", e.kind, e.from_state AS "from", e.to_state AS "to", e.reason,
            e.is_emergency AS "isEmergency", e.content
     FROM release_event e LEFT JOIN account a ON a.id = e.account_id WHERE e.release_id = $1 ORDER BY e.id`,
    [releaseId],
  );
}

/** The content that readers see: that of the last publication or correction. */
export async function publishedContent(sql: Sql, releaseId: string): Promise<ReleaseContent | undefined> {
  const found = await rows<{ content: ReleaseContent }>(
    sql,
    `SELECT content FROM release_event
     WHERE release_id = $1 AND kind IN ('published', 'corrected') AND content IS NOT NULL ORDER BY id DESC LIMIT 1`,
    [releaseId],
  );
  return found[0]?.content;
}
