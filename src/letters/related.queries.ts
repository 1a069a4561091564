import { prepared, rows, type Sql } from '../database/rows.js';
import type { LetterState } from './letter.states.js';
import type { LetterView } from './letter.view.js';
import { type Officer, visibleTo } from './viewer.js';

/** Another letter of the same person. */
export interface RelatedLetter {
  reference: string;
  registerNumber: string | null;
  state: LetterState;
  receivedAt: Date;
}

/**
 * Other letters of whoever wrote this one, newest first, `most` at most: by the same e-mail address, the same telephone,
 * or the same name from the same place, written in either script; and those that a clerk linked. Letters are found once they are indexed.
 */
export async function relatedLetters(
  sql: Sql,
  viewer: Officer,
  letter: Pick<LetterView, 'id' | 'email' | 'phoneE164'>,
  most: number,
): Promise<RelatedLetter[]> {
  const [own] = await rows<{ name: string; place: string }>(
    sql,
    prepared('SELECT name_key AS name, place_key AS place FROM letter_search WHERE letter_id = $1'),
    [letter.id],
  );
  const parameters: unknown[] = [letter.id];
  const parameter = (value: unknown) => `$${parameters.push(value)}`;
  const ways: string[] = [];
  // The parts of `contact_key` that have an index of their own; the letter's column then says whether it is the whole.
  if (letter.email !== null) {
    const email = parameter(letter.email.toLowerCase());
    ways.push(
      `(substring(found.contact_key FROM '\\S+@\\S+') = ${email} AND lower(letter.email) = ${email})`,
    );
  }
  if (letter.phoneE164 !== null) {
    const digits = parameter(letter.phoneE164.replace(/\D/g, ''));
    ways.push(
      `(substring(found.contact_key FROM '^\\d+') = ${digits} AND letter.phone_e164 = ${parameter(letter.phoneE164)})`,
    );
  }
  if (own && own.name.trim().includes(' ') && own.place !== '')
    ways.push(`(found.name_key = ${parameter(own.name)} AND found.place_key = ${parameter(own.place)})`);
  // Whoever entered a paper letter knew its writer from before, however the name was written then.
  ways.push(`letter.id IN (SELECT same_as FROM letter_paper WHERE letter_id = $1
                           UNION ALL SELECT letter_id FROM letter_paper WHERE same_as = $1)`);
  // One small question a way: joined by OR, the planner would walk all letters.
  const each = ways.map(
    (way) => `(SELECT letter.id FROM letter_search found JOIN letter ON letter.id = found.letter_id
               WHERE ${way} AND letter.id <> $1 AND ${visibleTo(viewer, parameters)}
               ORDER BY found.received_at DESC LIMIT ${most})`,
  );
  return rows<RelatedLetter>(
    sql,
    prepared(`SELECT letter.reference, letter.state, letter.received_at AS "receivedAt",
            (SELECT entry.year || '-' || lpad(entry.number::text, greatest(6, length(entry.number::text)), '0')
             FROM register_entry entry WHERE entry.letter_id = letter.id) AS "registerNumber"
     FROM letter WHERE letter.id IN (${each.join(' UNION ')})
     ORDER BY letter.received_at DESC, letter.id DESC LIMIT ${most}`),
    parameters,
  );
}
