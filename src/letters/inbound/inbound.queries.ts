import { rows, type Sql } from '../../database/rows.js';
import type { KeptRaw } from '../../files/kept-file.js';
import type { InboundFacts } from './inbound-facts.js';

/** From and to whom a server brought a mail. */
export interface MailEnvelope {
  /** Empty for a null return path. */
  sender: string;
  /** Addresses of the office in lower case, each once. */
  recipients: string[];
}

/** Rows for a mail whose bytes are kept, one a recipient in their order; `fresh` are those that are new. */
export async function insertInbound(
  tx: Sql,
  { sha256, size }: KeptRaw,
  { sender, recipients }: MailEnvelope,
): Promise<{ id: string; fresh: boolean }[]> {
  const fresh = await rows<{ id: string }>(
    tx,
    `INSERT INTO inbound_email (sha256, size, envelope_sender, envelope_recipient)
     SELECT $1, $2, $3, recipient FROM unnest($4::text[]) AS recipient ORDER BY recipient
     ON CONFLICT (sha256, envelope_recipient) DO NOTHING RETURNING id`,
    [sha256, size, sender, recipients],
  );
  const all = await rows<{ id: string }>(
    tx,
    `SELECT id FROM inbound_email JOIN unnest($2::text[]) WITH ORDINALITY AS asked (recipient, place)
       ON envelope_recipient = recipient
     WHERE sha256 = $1 ORDER BY place`,
    [sha256, recipients],
  );
  return all.map(({ id }) => ({ id, fresh: fresh.some((row) => row.id === id) }));
}

/**
 * Notes the Message-ID, then looks for other bytes under the same: of two that are read at once at least the second
 * sees the first, because each notes before it looks.
 */
export async function noteMessageId(sql: Sql, id: string, messageId: string): Promise<boolean> {
  await rows(sql, 'UPDATE inbound_email SET message_id = $2 WHERE id = $1 RETURNING 1', [id, messageId]);
  const [found] = await rows<{ same: boolean }>(
    sql,
    `SELECT EXISTS (SELECT FROM inbound_email other JOIN inbound_email own ON own.id = $1
       WHERE other.message_id = $2 AND other.sha256 <> own.sha256) AS same`,
    [id, messageId],
  );
  return found!.same;
}

/** What is told of a mail that is dealt with. */
export interface InboundEnd {
  letterId?: string;
  /** Where it joined the letter instead of being it. */
  supplementId?: string;
  reason?: string;
  unanswered: string | null;
  facts: InboundFacts | null;
}

/** What became of a mail that is still held. */
export async function recordInbound(tx: Sql, id: string, told: InboundEnd): Promise<void> {
  await rows(
    tx,
    `UPDATE inbound_email SET letter_id = $2, supplement_id = $3, reason = $4, unanswered = $5, facts = $6
     WHERE id = $1 RETURNING 1`,
    [
      id,
      told.letterId ?? null,
      told.supplementId ?? null,
      told.reason ?? null,
      told.unanswered,
      told.facts && JSON.stringify(told.facts),
    ],
  );
}

export type InboundEventKind = 'quarantined' | 'read' | 'download' | 'again' | 'aside';

/** A line of a mail's own history; without an account it is the program's. */
export async function addInboundEvent(
  tx: Sql,
  inboundId: string,
  kind: InboundEventKind,
  accountId?: string,
): Promise<void> {
  await rows(
    tx,
    'INSERT INTO inbound_email_event (inbound_id, kind, account_id) VALUES ($1, $2, $3) RETURNING 1',
    [inboundId, kind, accountId ?? null],
  );
}

/** Of these files, those that are raw mails. */
export async function filesOfInbound(sql: Sql, sha256s: string[]): Promise<string[]> {
  const held = await rows<{ sha256: string }>(
    sql,
    'SELECT DISTINCT sha256 FROM inbound_email WHERE sha256 = ANY($1)',
    [sha256s],
  );
  return held.map(({ sha256 }) => sha256);
}
