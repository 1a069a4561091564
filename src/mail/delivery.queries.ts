import { rows, type Sql } from '../database/rows.js';
import type { Leased } from '../duties/duty.js';
import type { EmailOutcome } from './email-kinds.js';
import type { OutgoingEmail } from './outgoing-email.entity.js';

/** How the duty of one e-mail ended. */
export interface EmailEnd {
  email: Leased<OutgoingEmail>;
  outcome: EmailOutcome;
  /** What the mail server said at the end. */
  answer: string | null;
  /** Why it was not sent. */
  reason: string | null;
}

/** Keeps the bytes of the first sending, so that a repeat sends the same; only while the row is still held. */
export async function keepBytes(
  tx: Sql,
  rendered: { key: string; token: string; bytes: Buffer }[],
): Promise<void> {
  if (rendered.length === 0) return;
  await rows(
    tx,
    `UPDATE outgoing_email SET rendered = fresh.bytes
     FROM unnest($1::uuid[], $2::bigint[], $3::bytea[]) AS fresh (id, token, bytes)
     WHERE outgoing_email.id = fresh.id AND lease_token = fresh.token AND rendered IS NULL RETURNING 1`,
    [rendered.map(({ key }) => key), rendered.map(({ token }) => token), rendered.map(({ bytes }) => bytes)],
  );
}

/** What the mail server said at the end, or why nothing was sent. The bytes of what was sent are no longer needed. */
export async function recordEnds(tx: Sql, ends: EmailEnd[]): Promise<void> {
  if (ends.length === 0) return;
  await rows(
    tx,
    `UPDATE outgoing_email SET smtp_answer = ended.answer, last_error = ended.reason,
       sent_at = CASE WHEN ended.sent THEN now() END, rendered = CASE WHEN ended.sent THEN NULL ELSE rendered END
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[]) AS ended (id, answer, reason, sent)
     WHERE outgoing_email.id = ended.id RETURNING 1`,
    [
      ends.map(({ email }) => email.key),
      ends.map(({ answer }) => answer),
      ends.map(({ reason }) => reason),
      ends.map(({ outcome }) => outcome === 'sent'),
    ],
  );
}
