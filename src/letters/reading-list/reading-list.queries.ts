import type { CalendarDay } from '../../calendar/working-days.js';
import { prepared, rows, type Sql } from '../../database/rows.js';
import type { LetterState } from '../letter.states.js';
import { REGISTER_NUMBER } from '../letters.queries.js';
import { type KeptScan, scanOf } from './annotation-scan.js';
import { type Officer, visibleTo } from '../viewer.js';

/** The list that is put together (`open`), or the one that was handed over on a day. */
export type WhichList = 'open' | CalendarDay;

export interface ReadingList {
  id: string;
  /** When it was handed over; null while it is put together. */
  day: CalendarDay | null;
  closedBy: string | null;
  closedAt: Date | null;
}

/** A letter as it stands on a list. */
export interface ListedForReading {
  letterId: string;
  reference: string;
  registerNumber: string | null;
  state: LetterState;
  name: string;
  surname: string;
  municipality: string;
  municipalityCode: string | null;
  category: string | null;
  subject: string | null;
  receivedAt: Date;
  /** Why it is worth reading, in one line. */
  introduction: string;
  /** What was written on it, with the event that keeps it and the paper itself, scanned. */
  annotation: string | null;
  annotationEvent: string | null;
  scan: KeptScan | null;
}

/** A list that was handed over, as the archive shows it. */
export interface PastList {
  day: CalendarDay;
  letters: number;
  annotated: number;
}

/** Where a letter was, or will be, read. */
export interface Reading {
  /** Null for the list that is put together. */
  day: CalendarDay | null;
  introduction: string;
  annotation: string | null;
  annotationEvent: string | null;
  scan: KeptScan | null;
}

const LIST = `id, to_char(day, 'YYYY-MM-DD') AS day, closed_by AS "closedBy", closed_at AS "closedAt"`;
const WHICH = (which: WhichList) => (which === 'open' ? '$1::date IS NULL AND day IS NULL' : 'day = $1');
const dayOf = (which: WhichList) => (which === 'open' ? null : which);

export async function findList(sql: Sql, which: WhichList): Promise<ReadingList | undefined> {
  const [list] = await rows<ReadingList>(sql, `SELECT ${LIST} FROM reading_list WHERE ${WHICH(which)}`, [
    dayOf(which),
  ]);
  return list;
}

export async function lockList(tx: Sql, which: WhichList): Promise<ReadingList | undefined> {
  const [list] = await rows<ReadingList>(
    tx,
    `SELECT ${LIST} FROM reading_list WHERE ${WHICH(which)} FOR UPDATE`,
    [dayOf(which)],
  );
  return list;
}

/** The list that is put together, locked; begun when there is none. */
export async function lockOpenList(tx: Sql): Promise<ReadingList> {
  await rows(tx, 'INSERT INTO reading_list DEFAULT VALUES ON CONFLICT DO NOTHING');
  return (await lockList(tx, 'open'))!;
}

/** The letters of a list, in the order in which they are read, as far as this officer may see them. */
export function lettersForReading(sql: Sql, listId: string, viewer: Officer): Promise<ListedForReading[]> {
  const parameters: unknown[] = [listId];
  return rows(
    sql,
    `SELECT letter.id AS "letterId", letter.reference, ${REGISTER_NUMBER} AS "registerNumber", letter.state,
            letter.name, letter.surname, letter.municipality, letter.municipality_code AS "municipalityCode",
            letter.category, letter.subject, letter.received_at AS "receivedAt", listed.introduction,
            event.reason AS annotation, event.id AS "annotationEvent", ${scanOf('event')} AS scan
     FROM reading_list_letter listed JOIN letter ON letter.id = listed.letter_id
          LEFT JOIN letter_event event ON event.id = listed.annotation_event
     WHERE listed.list_id = $1 AND ${visibleTo(viewer, parameters)}
     ORDER BY listed.position, letter.id`,
    parameters,
  );
}

/** Where a letter was or will be read, the newest first. */
export function readingsOf(sql: Sql, letterId: string): Promise<Reading[]> {
  return rows(
    sql,
    prepared(`SELECT to_char(list.day, 'YYYY-MM-DD') AS day, listed.introduction, event.reason AS annotation,
            event.id AS "annotationEvent", ${scanOf('event')} AS scan
     FROM reading_list_letter listed JOIN reading_list list ON list.id = listed.list_id
          LEFT JOIN letter_event event ON event.id = listed.annotation_event
     WHERE listed.letter_id = $1 ORDER BY list.day DESC NULLS FIRST`),
    [letterId],
  );
}

export async function countForReading(sql: Sql): Promise<number> {
  const [found] = await rows<{ count: number }>(
    sql,
    `SELECT count(*)::int AS count FROM reading_list_letter
     WHERE list_id = (SELECT id FROM reading_list WHERE day IS NULL)`,
  );
  return found!.count;
}

/** False when the letter is on the list already. */
export async function putOnList(
  tx: Sql,
  {
    listId,
    letterId,
    introduction,
    by,
  }: { listId: string; letterId: string; introduction: string; by: string },
): Promise<boolean> {
  const put = await rows(
    tx,
    `INSERT INTO reading_list_letter (list_id, letter_id, position, introduction, added_by)
     SELECT $1, $2, coalesce(max(position), 0) + 1, $3, $4 FROM reading_list_letter WHERE list_id = $1
     ON CONFLICT DO NOTHING RETURNING 1`,
    [listId, letterId, introduction, by],
  );
  return put.length === 1;
}

/** False when it was not on it. */
export async function takeOffList(tx: Sql, listId: string, letterId: string): Promise<boolean> {
  const taken = await rows(
    tx,
    'DELETE FROM reading_list_letter WHERE list_id = $1 AND letter_id = $2 RETURNING 1',
    [listId, letterId],
  );
  return taken.length === 1;
}

/** False when the letter is not on the list. */
export async function introduceAnew(
  tx: Sql,
  listId: string,
  letterId: string,
  introduction: string,
): Promise<boolean> {
  const changed = await rows(
    tx,
    'UPDATE reading_list_letter SET introduction = $3 WHERE list_id = $1 AND letter_id = $2 RETURNING 1',
    [listId, letterId, introduction],
  );
  return changed.length === 1;
}

/** Lets a letter of a locked list change places with the one before or after it; at an end nothing changes. */
export async function changePlaces(
  tx: Sql,
  { listId, letterId, to }: { listId: string; letterId: string; to: 'up' | 'down' },
): Promise<void> {
  const [beside, order] = to === 'up' ? ['<', 'DESC'] : ['>', 'ASC'];
  await rows(
    tx,
    `WITH moved AS (SELECT position FROM reading_list_letter WHERE list_id = $1 AND letter_id = $2),
          other AS (
            SELECT letter_id, position FROM reading_list_letter
            WHERE list_id = $1 AND position ${beside} (SELECT position FROM moved)
            ORDER BY position ${order} LIMIT 1
          )
     UPDATE reading_list_letter listed
     SET position = CASE WHEN listed.letter_id = $2 THEN other.position ELSE moved.position END
     FROM moved, other WHERE listed.list_id = $1 AND listed.letter_id IN ($2, other.letter_id)`,
    [listId, letterId],
  );
}

/** The scan that was filed last with a letter of a list. */
export async function filedScan(sql: Sql, listId: string, letterId: string): Promise<KeptScan | undefined> {
  const [found] = await rows<{ scan: KeptScan | null }>(
    sql,
    `SELECT ${scanOf('event')} AS scan FROM reading_list_letter listed
     JOIN letter_event event ON event.id = listed.annotation_event
     WHERE listed.list_id = $1 AND listed.letter_id = $2`,
    [listId, letterId],
  );
  return found?.scan ?? undefined;
}

/** False when another list was handed over on that day. */
export async function dateList(tx: Sql, listId: string, day: CalendarDay, by: string): Promise<boolean> {
  const dated = await rows(
    tx,
    `UPDATE reading_list SET day = $2, closed_by = $3, closed_at = now()
     WHERE id = $1 AND NOT EXISTS (SELECT FROM reading_list other WHERE other.day = $2) RETURNING 1`,
    [listId, day, by],
  );
  return dated.length === 1;
}

export async function undateList(tx: Sql, listId: string): Promise<void> {
  await rows(tx, 'UPDATE reading_list SET day = NULL, closed_by = NULL, closed_at = NULL WHERE id = $1', [
    listId,
  ]);
}

export async function dropList(tx: Sql, listId: string): Promise<void> {
  await rows(tx, 'DELETE FROM reading_list WHERE id = $1', [listId]);
}

export async function letterIdsOf(tx: Sql, listId: string): Promise<{ id: string; isAnnotated: boolean }[]> {
  return rows(
    tx,
    `SELECT letter_id AS id, annotation_event IS NOT NULL AS "isAnnotated"
     FROM reading_list_letter WHERE list_id = $1 ORDER BY position`,
    [listId],
  );
}

/** The list shows the annotation of this event from now on; false when the letter is not on it. */
export async function fileAnnotation(
  tx: Sql,
  listId: string,
  letterId: string,
  eventId: string,
): Promise<boolean> {
  const filed = await rows(
    tx,
    `UPDATE reading_list_letter SET annotation_event = $3 WHERE list_id = $1 AND letter_id = $2 RETURNING 1`,
    [listId, letterId, eventId],
  );
  return filed.length === 1;
}

/** Lists that were handed over, the newest first, before a day if one is given. */
export function pastLists(sql: Sql, most: number, before?: CalendarDay): Promise<PastList[]> {
  return rows(
    sql,
    `SELECT to_char(list.day, 'YYYY-MM-DD') AS day, count(listed.letter_id)::int AS letters,
            count(listed.annotation_event)::int AS annotated
     FROM reading_list list LEFT JOIN reading_list_letter listed ON listed.list_id = list.id
     WHERE list.day IS NOT NULL AND ($2::date IS NULL OR list.day < $2)
     GROUP BY list.id ORDER BY list.day DESC LIMIT $1`,
    [most, before ?? null],
  );
}
