import type { CalendarDay } from '../../calendar/working-days.js';
import { rows, type Sql } from '../../database/rows.js';
import { OPEN_STATES } from '../letter.states.js';

/** One pass takes at most so many letters; the next pass takes the rest. */
const BATCH = 500;

/** Whether this process goes round the office now; the lock ends with the transaction. */
export async function takeRounds(tx: Sql): Promise<boolean> {
  const [taken] = await rows<{ taken: boolean }>(
    tx,
    `SELECT pg_try_advisory_xact_lock(hashtext('office-rounds')) AS taken`,
  );
  return taken!.taken;
}

export type DueNotice = 'due-warning' | 'escalation';

export interface NoticedLetter {
  id: string;
  assignedTo: string | null;
  unit: string | null;
}

/** Notes that these letters' due dates are near or past; each letter once for each due date and kind of notice. */
export function noteDue(
  tx: Sql,
  kind: DueNotice,
  due: { after?: Date; upTo: Date },
): Promise<NoticedLetter[]> {
  return rows(
    tx,
    `WITH due AS (
       SELECT id, due_on FROM letter
       WHERE state = ANY($2::text[]) AND state <> 'details_needed' AND due_on <= $3
         AND ($4::timestamptz IS NULL OR due_on > $4)
         AND NOT EXISTS (SELECT FROM due_notice notice
           WHERE notice.letter_id = letter.id AND notice.kind = $1 AND notice.due_on = letter.due_on)
       ORDER BY due_on, id LIMIT ${BATCH}
     ), noted AS (
       INSERT INTO due_notice (letter_id, kind, due_on) SELECT id, $1, due_on FROM due
       ON CONFLICT DO NOTHING RETURNING letter_id
     )
     SELECT letter.id, letter.assigned_to AS "assignedTo", letter.unit
     FROM noted JOIN letter ON letter.id = noted.letter_id ORDER BY letter.due_on, letter.id`,
    [kind, OPEN_STATES, due.upTo, due.after ?? null],
  );
}

/** Open letters of accounts that are absent on this day or disabled. */
export function lettersOfAbsent(sql: Sql, today: CalendarDay): Promise<{ id: string; assignedTo: string }[]> {
  return rows(
    sql,
    `SELECT letter.id, letter.assigned_to AS "assignedTo"
     FROM account JOIN letter ON letter.assigned_to = account.id AND letter.state = ANY($2::text[])
     WHERE account.disabled_at IS NOT NULL OR $1::date BETWEEN account.absent_from AND account.absent_until
     ORDER BY letter.id LIMIT ${BATCH}`,
    [today, OPEN_STATES],
  );
}

/** What the e-mail about due dates says of each letter: its numbers and its day, nothing of its content. */
export function dueFacts(
  sql: Sql,
  ids: string[],
): Promise<{ reference: string; registerNumber: string | null; dueOn: Date }[]> {
  return rows(
    sql,
    `SELECT letter.reference, letter.due_on AS "dueOn",
       (SELECT entry.year || '-' || lpad(entry.number::text, 6, '0')
        FROM register_entry entry WHERE entry.letter_id = letter.id) AS "registerNumber"
     FROM letter WHERE letter.id = ANY($1::uuid[]) ORDER BY letter.due_on, letter.id`,
    [ids],
  );
}
