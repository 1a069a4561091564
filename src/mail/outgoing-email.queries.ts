import { prepared, rows, type Sql } from '../database/rows.js';
import type { Language } from '../script/texts.js';
import type { EmailState } from './outgoing-email.entity.js';

/** A row on its way into `outgoing_email`; `OutgoingEmails.newRow` makes it. */
export interface OwedEmailRow {
  id: string;
  kind: string;
  duty_key: string;
  subject_id: string | null;
  recipient: string;
  recipient_key: string;
  recipient_domain: string;
  language: Language;
  params: Record<string, string>;
  message_id: string;
  bounce_token: string;
  answers: string | null;
}

/** For a room that owes an e-mail inside a statement of its own: the columns, and their types for json_to_recordset. */
export const OWED_COLUMNS =
  'id, kind, duty_key, subject_id, recipient, recipient_key, recipient_domain, language, params, message_id, bounce_token, answers';
export const OWED_RECORD = `id uuid, kind text, duty_key text, subject_id uuid, recipient text, recipient_key text,
  recipient_domain text, language text, params jsonb, message_id text, bounce_token text, answers text`;

/** Owes an e-mail, due now or not yet; false when that duty was owed before. */
export async function insertOwed(sql: Sql, row: OwedEmailRow, isDue: boolean): Promise<boolean> {
  const inserted = await rows(
    sql,
    `INSERT INTO outgoing_email (${OWED_COLUMNS}, due_at)
     SELECT ${OWED_COLUMNS}, CASE WHEN $2 THEN now() END FROM json_to_recordset($1::json) AS owed (${OWED_RECORD})
     ON CONFLICT (duty_key) DO NOTHING RETURNING 1`,
    [JSON.stringify([row]), isDue],
  );
  return inserted.length === 1;
}

export async function kindOf(sql: Sql, id: string): Promise<string | undefined> {
  const [email] = await rows<{ kind: string }>(sql, 'SELECT kind FROM outgoing_email WHERE id = $1', [id]);
  return email?.kind;
}

/** Owes many at once, due at the given moment; duties that were owed before are passed over. */
export async function insertManyOwed(sql: Sql, owed: OwedEmailRow[], dueAt: Date): Promise<void> {
  await rows(
    sql,
    `INSERT INTO outgoing_email (${OWED_COLUMNS}, due_at)
     SELECT ${OWED_COLUMNS}, $2 FROM json_to_recordset($1::json) AS owed (${OWED_RECORD})
     ON CONFLICT (duty_key) DO NOTHING`,
    [JSON.stringify(owed), dueAt],
  );
}

/** What is about this and waits to be sent will not be. */
export async function giveUpAbout(tx: Sql, subjectId: string, reason: string): Promise<void> {
  await rows(
    tx,
    `UPDATE outgoing_email SET state = 'suppressed', due_at = NULL, last_error = $2
     WHERE subject_id = $1 AND state = 'pending' RETURNING 1`,
    [subjectId, reason],
  );
}

/** An e-mail as officers see it beside what it is about. */
export interface EmailAbout {
  id: string;
  kind: string;
  state: EmailState;
  recipient: string;
  createdAt: Date;
  sentAt: Date | null;
  resends: number;
  smtpAnswer: string | null;
  lastError: string | null;
}

export function emailsAbout(sql: Sql, subjectId: string): Promise<EmailAbout[]> {
  return rows(
    sql,
    prepared(`SELECT id, kind, state, recipient, created_at AS "createdAt", sent_at AS "sentAt", resends,
       smtp_answer AS "smtpAnswer", last_error AS "lastError"
     FROM outgoing_email WHERE subject_id = $1 ORDER BY created_at, id`),
    [subjectId],
  );
}
