import { rows, type Sql } from '../../database/rows.js';
import type { EmailReport, EmailState } from '../outgoing-email.entity.js';

/** An e-mail of ours that somebody or something writes back about. */
export interface SentEmail {
  id: string;
  token: string;
  kind: string;
  state: EmailState;
  subjectId: string | null;
  recipientKey: string;
  params: Record<string, string>;
  report: EmailReport | null;
}

const COLUMNS = `id, bounce_token AS token, kind, state, subject_id AS "subjectId", recipient_key AS "recipientKey",
  params, report`;

/** The first of these tokens that is one of ours. */
export async function emailByToken(sql: Sql, tokens: readonly string[]): Promise<SentEmail | undefined> {
  if (tokens.length === 0) return undefined;
  const [found] = await rows<SentEmail>(
    sql,
    `SELECT ${COLUMNS} FROM outgoing_email JOIN unnest($1::text[]) WITH ORDINALITY AS asked (code, place)
       ON bounce_token = asked.code
     ORDER BY place LIMIT 1`,
    [tokens],
  );
  return found;
}

export async function lockEmail(tx: Sql, id: string): Promise<SentEmail> {
  const [found] = await rows<SentEmail>(
    tx,
    `SELECT ${COLUMNS} FROM outgoing_email WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return found!;
}

/** Notes the report; a failure ends what was sent. */
export async function noteReport(tx: Sql, id: string, report: EmailReport, reason: string): Promise<void> {
  await rows(
    tx,
    `UPDATE outgoing_email SET report = $2, reported_at = now(),
       state = CASE WHEN $2 = 'failed' THEN 'failed' ELSE state END,
       last_error = CASE WHEN $2 = 'delivered' THEN last_error ELSE $3 END
     WHERE id = $1 RETURNING 1`,
    [id, report, reason],
  );
}
