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
     FROM inbound_email WHERE letter_id = $1 AND state = 'done'`,
    [letterId],
  );
  return mail;
}
