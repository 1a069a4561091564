import { rows, type Sql } from '../../database/rows.js';
import { searchKey } from '../../script/search-key.js';
import type { ContactDetails } from '../new-letter.js';
import { planSearch, searchCondition } from '../search/search.queries.js';
import type { Search } from '../search/search.js';
import { type Officer, visibleTo } from '../viewer.js';

/** Among so many of the newest letters of such names, people are told apart. */
const LOOKED_AT = 40;

/** Somebody who wrote before, as in the last of those letters. */
export interface Correspondent extends ContactDetails {
  letterId: string;
  reference: string;
  registerNumber: string | null;
  receivedAt: Date;
  subject: string | null;
}

/**
 * Whoever wrote before under names that begin so, in either script, one line a person and place, newest first; of
 * letters that the officer may see. Letters are found once they are indexed.
 */
export async function correspondentsNamed(
  sql: Sql,
  viewer: Officer,
  names: string,
  limit: number,
): Promise<Correspondent[]> {
  const parameters: unknown[] = [];
  const visible = visibleTo(viewer, parameters);
  const { where } = searchCondition(await planSearch(sql, searchFor(names)), parameters);
  const found = await rows<Correspondent>(
    sql,
    `SELECT ${COLUMNS} FROM letter WHERE ${visible} AND ${where}
     ORDER BY letter.received_at DESC, letter.id DESC LIMIT ${LOOKED_AT}`,
    parameters,
  );
  const people = new Map<string, Correspondent>();
  for (const one of found) {
    const person = searchKey(`${one.name} ${one.surname}|${one.municipality}|${one.address}`);
    if (!people.has(person)) people.set(person, one);
  }
  return [...people.values()].slice(0, limit);
}

/** The writer of one letter that the officer may see. */
export async function correspondentOf(
  sql: Sql,
  viewer: Officer,
  reference: string,
): Promise<Correspondent | undefined> {
  const parameters: unknown[] = [reference];
  const [found] = await rows<Correspondent>(
    sql,
    `SELECT ${COLUMNS} FROM letter WHERE letter.reference = $1 AND ${visibleTo(viewer, parameters)}`,
    parameters,
  );
  return found;
}

const COLUMNS = `letter.id AS "letterId", letter.reference, letter.name, letter.surname, letter.municipality,
  letter.municipality_code AS "municipalityCode", letter.address, letter.postal_code AS "postalCode", letter.country,
  letter.email, letter.phone, letter.phone_e164 AS "phoneE164", letter.reply_by AS "replyBy", letter.subject,
  letter.received_at AS "receivedAt",
  (SELECT entry.year || '-' || lpad(entry.number::text, greatest(6, length(entry.number::text)), '0')
   FROM register_entry entry WHERE entry.letter_id = letter.id) AS "registerNumber"`;

const searchFor = (names: string): Search => ({
  ...{ query: names, plain: '' },
  ...{ words: [], phrases: [], places: [], filters: [], ignored: [] },
  from: [{ key: searchKey(names), not: false }],
});
