import { rows, type Sql } from '../../database/rows.js';
import type { InboundFacts } from './inbound-facts.js';

/** A letter's mail as officers see it. */
export interface LetterMail {
  sha256: string;
  /** Bytes. */
  size: number;
  /** Empty for a null return path. */
  envelopeSender: string;
  receivedAt: Date;
  /** Code of why no automatic answer was sent; null when one is owed. */
  unanswered: string | null;
  facts: InboundFacts;
}

/** The mail that a letter was made of; undefined for letters of other channels. */
export async function mailOfLetter(sql: Sql, letterId: string): Promise<LetterMail | undefined> {
  const [mail] = await rows<LetterMail>(
    sql,
    `SELECT sha256, size::float8 AS size, envelope_sender AS "envelopeSender", received_at AS "receivedAt",
       unanswered, facts
     FROM inbound_email WHERE letter_id = $1 AND state = 'done' AND supplement_id IS NULL`,
    [letterId],
  );
  return mail;
}

/** A mail that came after the letter: a supplement, an automatic answer or a report. */
export interface LaterMail {
  id: string;
  sha256: string;
  /** Bytes. */
  size: number;
  receivedAt: Date;
  envelopeSender: string;
  supplementId: string | null;
  /** Code of what it is when it is no supplement. */
  reason: string | null;
  facts: InboundFacts | null;
}

/** Officers look through no more automatic answers than so many, the newest. */
const MOST_LATER = 50;

/** What came about a letter after it, oldest first; with an id that one alone. */
export async function laterMailsOf(sql: Sql, letterId: string, id?: string): Promise<LaterMail[]> {
  const found = await rows<LaterMail>(
    sql,
    `SELECT id, sha256, size::float8 AS size, received_at AS "receivedAt", envelope_sender AS "envelopeSender",
       supplement_id AS "supplementId", reason, facts
     FROM inbound_email
     WHERE letter_id = $1 AND (supplement_id IS NOT NULL OR state = 'aside') AND ($2::uuid IS NULL OR id = $2)
     ORDER BY id DESC LIMIT ${MOST_LATER}`,
    [letterId, id ?? null],
  );
  return found.reverse();
}

/** So many of a thread's e-mails are named; the rest follow from them. */
const LONGEST_THREAD = 20;

/** Message-IDs of a letter's thread by e-mail: the writer's own mails and the office's acknowledgement, oldest first. */
export async function threadOf(sql: Sql, letterId: string): Promise<string[]> {
  const found = await rows<{ messageId: string }>(
    sql,
    `SELECT message_id AS "messageId" FROM (
       SELECT mail.message_id, mail.received_at AS at
       FROM inbound_email mail LEFT JOIN letter_supplement added ON added.id = mail.supplement_id
       WHERE mail.letter_id = $1 AND mail.state = 'done' AND mail.message_id IS NOT NULL
         AND coalesce(added.is_verified, true)
       UNION ALL
       SELECT message_id, created_at FROM outgoing_email
       WHERE duty_key = 'acknowledgement:' || $1::text AND state IN ('sent', 'in_doubt', 'leased', 'pending')
     ) AS thread ORDER BY at DESC LIMIT ${LONGEST_THREAD}`,
    [letterId],
  );
  return found.map(({ messageId }) => messageId).reverse();
}
