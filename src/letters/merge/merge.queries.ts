import { rows, type Sql } from '../../database/rows.js';
import type { Letter } from '../letter.entity.js';
import type { LetterState } from '../letter.states.js';
import { LETTER_COLUMNS, REGISTER_NUMBER } from '../letters.queries.js';
import { openTo, type Officer, type Viewer } from '../viewer.js';

/** A letter as the page of its twin names it. */
export interface Twin {
  id: string;
  reference: string;
  registerNumber: string | null;
  state: LetterState;
  receivedAt: Date;
  /** Whether the other is worked on in its place, or it in the other's. */
  isKept: boolean;
}

/** The same address, the same telephone, or the same full name in the same place, in whichever script. */
const SAME_WRITER = `
  coalesce(one.email <> '' AND lower(one.email) = lower(other.email), false)
  OR coalesce(one.phone_e164 = other.phone_e164, false)
  OR (btrim(one.name) <> '' AND btrim(one.surname) <> '' AND btrim(one.municipality) <> ''
      AND search_key(btrim(one.name)) = search_key(btrim(other.name))
      AND search_key(btrim(one.surname)) = search_key(btrim(other.surname))
      AND search_key(btrim(one.municipality)) = search_key(btrim(other.municipality)))`;

/** Whether two letters are by one person, as far as they tell. */
export async function isSameWriter(sql: Sql, one: string, other: string): Promise<boolean> {
  const [found] = await rows<{ same: boolean }>(
    sql,
    `SELECT ${SAME_WRITER} AS same FROM letter one, letter other WHERE one.id = $1 AND other.id = $2`,
    [one, other],
  );
  return found?.same ?? false;
}

/**
 * Locks letters that this viewer may see, always in the order of their ids: whoever locks two of them cannot wait for
 * somebody who waits for the other.
 */
export async function lockLetters(tx: Sql, ids: readonly string[], viewer: Viewer): Promise<Letter[]> {
  const parameters: unknown[] = [ids];
  return rows<Letter>(
    tx,
    `SELECT ${LETTER_COLUMNS} FROM letter
     WHERE letter.id = ANY($1::uuid[]) AND ${openTo(viewer, parameters)} ORDER BY letter.id FOR NO KEY UPDATE`,
    parameters,
  );
}

/** The letter that a letter is merged into; null when it stands alone. */
export async function keptOf(sql: Sql, letterId: string): Promise<string | null> {
  const [found] = await rows<{ kept: string | null }>(
    sql,
    'SELECT merged_into AS kept FROM letter WHERE id = $1',
    [letterId],
  );
  return found?.kept ?? null;
}

/** Whether other letters are merged into this one. */
export async function keepsOthers(sql: Sql, letterId: string): Promise<boolean> {
  const found = await rows(sql, 'SELECT 1 FROM letter WHERE merged_into = $1 LIMIT 1', [letterId]);
  return found.length > 0;
}

/** The letter that this one is merged into, or those that are merged into it, oldest first, as far as the officer may see them. */
export async function twinsOf(
  sql: Sql,
  { id, mergedInto }: Pick<Letter, 'id' | 'mergedInto'>,
  officer: Officer,
): Promise<Twin[]> {
  const parameters: unknown[] = [mergedInto ?? id];
  const which = mergedInto === null ? 'letter.merged_into = $1' : 'letter.id = $1';
  return rows<Twin>(
    sql,
    `SELECT letter.id, letter.reference, ${REGISTER_NUMBER} AS "registerNumber", letter.state,
            letter.received_at AS "receivedAt", letter.merged_into IS NULL AS "isKept"
     FROM letter WHERE ${which} AND ${openTo(officer, parameters)} ORDER BY letter.received_at, letter.id`,
    parameters,
  );
}
