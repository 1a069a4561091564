import { rows, type Sql } from '../database/rows.js';
import type { EmailOutcome } from './email-kinds.js';

/** Keeps the bytes of the first sending, so that a repeat sends the same. */
export async function keepBytes(tx: Sql, rendered: [id: string, bytes: Buffer][]): Promise<void> {
  if (rendered.length === 0) return;
  await rows(
    tx,
    `UPDATE outgoing_email SET rendered = fresh.bytes
     FROM unnest($1::uuid[], $2::bytea[]) AS fresh (id, bytes) WHERE outgoing_email.id = fresh.id RETURNING 1`,
    [rendered.map(([id]) => id), rendered.map(([, bytes]) => bytes)],
  );
}

/** What the mail server said at the end, or why nothing was sent. The bytes of what was sent are no longer needed. */
export async function recordEnd(
  tx: Sql,
  id: string,
  { outcome, answer, reason }: { outcome: EmailOutcome; answer: string | null; reason: string | null },
): Promise<void> {
  await rows(
    tx,
    `UPDATE outgoing_email SET smtp_answer = $2, last_error = $3,
       sent_at = CASE WHEN $4 THEN now() END, rendered = CASE WHEN $4 THEN NULL ELSE rendered END
     WHERE id = $1 RETURNING 1`,
    [id, answer, reason, outcome === 'sent'],
  );
}
