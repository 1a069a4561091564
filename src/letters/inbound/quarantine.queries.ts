import { rows, type Sql } from '../../database/rows.js';
import type { InboundState } from './inbound-email.entity.js';
import type { InboundEventKind } from './inbound.queries.js';

/** What officers look through: mails that wait for a person, and those that are no letters. */
export type QuarantineShelf = 'waiting' | 'aside';

const STATES: Record<QuarantineShelf, InboundState[]> = {
  waiting: ['quarantined', 'failed'],
  aside: ['aside'],
};
const ALL_STATES = Object.values(STATES).flat();

/** Counting stops here. */
export const MOST_COUNTED = 1_000;

export interface QuarantinedMail {
  id: string;
  state: InboundState;
  /** Code of why it waits or is aside; null for one that failed for another reason. */
  reason: string | null;
  lastError: string | null;
  attempts: number;
  sha256: string;
  /** Bytes. */
  size: number;
  envelopeSender: string;
  envelopeRecipient: string;
  receivedAt: Date;
}

const COLUMNS = `id, state, reason, last_error AS "lastError", attempts, sha256, size::float8 AS size,
  envelope_sender AS "envelopeSender", envelope_recipient AS "envelopeRecipient", received_at AS "receivedAt"`;

/** How many there are of each, counted up to {@link MOST_COUNTED}. */
export async function countForPeople(sql: Sql): Promise<Record<QuarantineShelf, number>> {
  const capped = (number: number) =>
    `(SELECT count(*)::int FROM (SELECT 1 FROM inbound_email WHERE state = ANY($${number}) LIMIT ${MOST_COUNTED}) AS few)`;
  const [counts] = await rows<Record<QuarantineShelf, number>>(
    sql,
    `SELECT ${capped(1)} AS waiting, ${capped(2)} AS aside`,
    [STATES.waiting, STATES.aside],
  );
  return counts!;
}

/** Newest first, before the id `before` where one is given. */
export function listQuarantine(
  sql: Sql,
  shelf: QuarantineShelf,
  before: string | undefined,
  limit: number,
): Promise<QuarantinedMail[]> {
  return rows(
    sql,
    `SELECT ${COLUMNS} FROM inbound_email WHERE state = ANY($1) AND ($2::uuid IS NULL OR id < $2)
     ORDER BY id DESC LIMIT $3`,
    [STATES[shelf], before ?? null, limit],
  );
}

/** One of them; undefined for what is no longer, or never was, among them. */
export async function quarantinedMail(sql: Sql, id: string): Promise<QuarantinedMail | undefined> {
  const [mail] = await rows<QuarantinedMail>(
    sql,
    `SELECT ${COLUMNS} FROM inbound_email WHERE id = $1 AND state = ANY($2)`,
    [id, ALL_STATES],
  );
  return mail;
}

/** Due again as if it had just arrived; false when it is no longer among them. */
export async function releaseMail(tx: Sql, id: string): Promise<boolean> {
  const released = await rows(
    tx,
    `UPDATE inbound_email SET state = 'pending', due_at = now(), attempts = 0, reason = NULL, last_error = NULL
     WHERE id = $1 AND state = ANY($2) RETURNING 1`,
    [id, ALL_STATES],
  );
  return released.length === 1;
}

/** No longer waiting for anybody; false when it did not wait. */
export async function layAside(tx: Sql, id: string): Promise<boolean> {
  const aside = await rows(
    tx,
    `UPDATE inbound_email SET state = 'aside', reason = coalesce(reason, 'failed') WHERE id = $1 AND state = ANY($2)
     RETURNING 1`,
    [id, STATES.waiting],
  );
  return aside.length === 1;
}

export interface QuarantineEvent {
  at: Date;
  kind: InboundEventKind;
  accountId: string | null;
}

/** What happened to a mail, oldest first. */
export function quarantineEvents(sql: Sql, id: string): Promise<QuarantineEvent[]> {
  return rows(
    sql,
    `SELECT at, kind, account_id AS "accountId" FROM inbound_email_event WHERE inbound_id = $1 ORDER BY id`,
    [id],
  );
}
