import { rows, type Sql } from '../../database/rows.js';
import type { EmailState } from '../outgoing-email.entity.js';

/** What officers look at; `pending` is what is due or was put back, without what is not due yet. */
export const SHOWN_STATES = [
  'pending',
  'in_doubt',
  'failed',
  'suppressed',
  'sent',
] as const satisfies EmailState[];
export type ShownState = (typeof SHOWN_STATES)[number];

export interface ListedEmail {
  id: string;
  kind: string;
  state: EmailState;
  subjectId: string | null;
  recipient: string;
  createdAt: Date;
  sentAt: Date | null;
  dueAt: Date | null;
  attempts: number;
  resends: number;
  lastError: string | null;
  smtpAnswer: string | null;
}

/** E-mails of one state, newest first, before the id `before` where one is given. */
export function listEmails(
  sql: Sql,
  state: ShownState,
  before: string | undefined,
  limit: number,
): Promise<ListedEmail[]> {
  return rows(
    sql,
    `SELECT id, kind, state, subject_id AS "subjectId", recipient, created_at AS "createdAt", sent_at AS "sentAt",
       due_at AS "dueAt", attempts, resends, last_error AS "lastError", smtp_answer AS "smtpAnswer"
     FROM outgoing_email
     WHERE state = $1 AND ($1 <> 'pending' OR due_at IS NOT NULL) AND ($2::uuid IS NULL OR id < $2)
     ORDER BY id DESC LIMIT $3`,
    [state, before ?? null, limit],
  );
}

/** Counting stops here: a page view must not count millions. */
export const MOST_COUNTED = 10_000;

/** How many there are of each state that somebody may have to do with; what was sent is not counted. */
export async function countEmails(sql: Sql): Promise<Record<Exclude<ShownState, 'sent'>, number>> {
  const capped = (where: string) =>
    `(SELECT count(*)::int FROM (SELECT 1 FROM outgoing_email WHERE ${where} LIMIT ${MOST_COUNTED}) AS few)`;
  const [counts] = await rows<Record<Exclude<ShownState, 'sent'>, number>>(
    sql,
    `SELECT ${capped(`state = 'pending' AND due_at IS NOT NULL`)} AS pending, ${capped(`state = 'in_doubt'`)} AS in_doubt,
       ${capped(`state = 'failed'`)} AS failed, ${capped(`state = 'suppressed'`)} AS suppressed`,
  );
  return counts!;
}
