import { rows, type Sql } from '../../database/rows.js';

/** One pass takes at most so many letters; the next pass takes the rest. */
const BATCH = 200;

/** Letters by e-mail whose writers were asked for details, with that request sent, and have not written since. */
const AWAITING = `
  letter.state = 'details_needed' AND letter.channel = 'email' AND letter.risk IS NULL
  AND NOT EXISTS (SELECT FROM letter_supplement added WHERE added.letter_id = letter.id)`;
const reminderSent = `
  EXISTS (SELECT FROM outgoing_email reminder WHERE reminder.duty_key = 'details-reminder:' || letter.id
    AND reminder.state = 'sent' AND reminder.sent_at <= $2)`;

/** To be reminded: asked before `askedBefore`, and not reminded yet. `recipient` is whom the request reached. */
export function lettersToRemind(sql: Sql, askedBefore: Date): Promise<{ id: string; recipient: string }[]> {
  return rows(
    sql,
    `SELECT letter.id, request.recipient
     FROM letter JOIN outgoing_email request ON request.duty_key = 'acknowledgement:' || letter.id
       AND request.kind = 'letter.details' AND request.state = 'sent'
     WHERE ${AWAITING} AND letter.clock_stopped_at <= $1
       AND NOT EXISTS (SELECT FROM outgoing_email reminder WHERE reminder.duty_key = 'details-reminder:' || letter.id)
     ORDER BY letter.clock_stopped_at LIMIT ${BATCH}`,
    [askedBefore],
  );
}

/** To be closed: asked before `askedBefore`, and reminded, by an e-mail that left, before `remindedBefore`. */
export async function lettersToClose(sql: Sql, askedBefore: Date, remindedBefore: Date): Promise<string[]> {
  const found = await rows<{ id: string }>(
    sql,
    `SELECT letter.id FROM letter
     WHERE ${AWAITING} AND letter.clock_stopped_at <= $1 AND ${reminderSent}
     ORDER BY letter.clock_stopped_at LIMIT ${BATCH}`,
    [askedBefore, remindedBefore],
  );
  return found.map(({ id }) => id);
}

/** Whether the locked letter still waits; its writer may have written meanwhile. */
export async function stillAwaits(tx: Sql, letterId: string): Promise<boolean> {
  const found = await rows(tx, `SELECT 1 FROM letter WHERE letter.id = $1 AND ${AWAITING}`, [letterId]);
  return found.length === 1;
}
