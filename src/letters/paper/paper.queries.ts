import type { CalendarDay } from '../../calendar/working-days.js';
import { prepared, rows, type Sql } from '../../database/rows.js';
import type { LetterView } from '../letter.view.js';
import { LETTER_COLUMNS, REGISTER_NUMBER } from '../letters.queries.js';
import { type Officer, visibleTo } from '../viewer.js';

/** What a letter on paper shows of its envelope. */
export interface PaperFacts {
  arrivedOn: CalendarDay;
  senderNumber: string | null;
  senderDate: CalendarDay | null;
  enclosures: number | null;
}

/** Undefined for a letter that did not come on paper, or was received before paper had facts of its own. */
export async function paperOf(sql: Sql, letterId: string): Promise<PaperFacts | undefined> {
  const [paper] = await rows<PaperFacts>(
    sql,
    prepared(`SELECT arrived_on::text AS "arrivedOn", sender_number AS "senderNumber",
                     sender_date::text AS "senderDate", enclosures
              FROM letter_paper WHERE letter_id = $1`),
    [letterId],
  );
  return paper;
}

/** A paper letter that is given a slip. */
export interface SlipLetter extends LetterView {
  arrivedOn: CalendarDay;
}

/**
 * Paper letters whose writers left no e-mail address, in the order of the register: those entered on a day of the
 * office's calendar, or the one of a reference. What was withdrawn or is spam gets no slip.
 */
export function lettersForSlips(
  sql: Sql,
  viewer: Officer,
  which: { enteredOn: CalendarDay; timeZone: string } | { reference: string },
): Promise<SlipLetter[]> {
  const parameters: unknown[] = [];
  const parameter = (value: unknown) => `$${parameters.push(value)}`;
  const condition =
    'reference' in which
      ? `letter.reference = ${parameter(which.reference)}`
      : onDay('letter.received_at', parameter(which.enteredOn), parameter(which.timeZone));
  return rows(
    sql,
    `SELECT ${LETTER_COLUMNS}, ${REGISTER_NUMBER} AS "registerNumber", paper.arrived_on::text AS "arrivedOn"
     FROM letter JOIN letter_paper paper ON paper.letter_id = letter.id
     WHERE letter.channel = 'post' AND letter.email IS NULL AND letter.state NOT IN ('withdrawn', 'spam')
       AND ${condition} AND ${visibleTo(viewer, parameters)}
     ORDER BY letter.received_at, letter.id`,
    parameters,
  );
}

/** Within a day of the office's calendar, as SQL that an index on the moment serves. */
export const onDay = (moment: string, day: string, timeZone: string) =>
  `${moment} >= ${day}::date::timestamp AT TIME ZONE ${timeZone}
   AND ${moment} < (${day}::date + 1)::timestamp AT TIME ZONE ${timeZone}`;
