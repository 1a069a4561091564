import { prepared, rows, type Sql } from '../database/rows.js';
import type { Letter } from './letter.entity.js';
import type { Attachment, LetterEvent, LetterView, Supplement } from './letter.view.js';
import { openTo, type Officer, type Viewer } from './viewer.js';

export const LETTER_COLUMNS = `
  letter.id, letter.reference, letter.channel, letter.language, letter.state, letter.name, letter.surname,
  letter.municipality, letter.municipality_code AS "municipalityCode", letter.address,
  letter.postal_code AS "postalCode", letter.country, letter.email, letter.phone, letter.phone_e164 AS "phoneE164",
  letter.reply_by AS "replyBy", letter.subject, letter.message, letter.release_slug AS "releaseSlug", letter.suspect,
  letter.category, letter.urgency, letter.urgency_reason AS "urgencyReason", letter.unit,
  letter.assigned_to AS "assignedTo", letter.due_on AS "dueOn", letter.closed_reason AS "closedReason",
  letter.risk, letter.risk_at AS "riskAt", letter.risk_taken_by AS "riskTakenBy", letter.risk_taken_at AS "riskTakenAt",
  letter.sensitive, letter.returned_at AS "returnedAt", letter.clock_stopped_at AS "clockStoppedAt",
  letter.term_from AS "termFrom", letter.stopped_days AS "stoppedDays", letter.merged_into AS "mergedInto", letter.link_generation AS "linkGeneration", letter.received_at AS "receivedAt", letter.updated_at AS "updatedAt"`;

/** Within this time, fetching a letter ahead again tells nothing new. */
const FETCHED_AHEAD = '5 minutes';

/** How a register entry is written: `2026-000123`; longer numbers grow. */
export const REGISTER_NUMBER = `
  (SELECT entry.year || '-' || CASE WHEN entry.number < 1000000 THEN lpad(entry.number::text, 6, '0')
                                    ELSE entry.number::text END
   FROM register_entry entry WHERE entry.letter_id = letter.id)`;

/** A letter by its public code, if this viewer may see it. */
export async function letterByReference(
  sql: Sql,
  reference: string,
  viewer: Viewer,
): Promise<LetterView | undefined> {
  const parameters: unknown[] = [reference];
  const [letter] = await rows<LetterView>(
    sql,
    `SELECT ${LETTER_COLUMNS}, ${REGISTER_NUMBER} AS "registerNumber"
     FROM letter WHERE letter.reference = $1 AND ${openTo(viewer, parameters)}`,
    parameters,
  );
  return letter;
}

/** A letter by its id, if this viewer may see it. */
export async function letterById(sql: Sql, id: string, viewer: Viewer): Promise<LetterView | undefined> {
  const parameters: unknown[] = [id];
  const [letter] = await rows<LetterView>(
    sql,
    `SELECT ${LETTER_COLUMNS}, ${REGISTER_NUMBER} AS "registerNumber"
     FROM letter WHERE letter.id = $1 AND ${openTo(viewer, parameters)}`,
    parameters,
  );
  return letter;
}

/** Locks a letter for a change, if this viewer may see it; `by` says whether `value` is its id or its reference. */
export async function lockLetter(
  tx: Sql,
  by: 'id' | 'reference',
  value: string,
  viewer: Viewer,
): Promise<Letter | undefined> {
  const parameters: unknown[] = [value];
  const [letter] = await rows<Letter>(
    tx,
    `SELECT ${LETTER_COLUMNS} FROM letter
     WHERE letter.${by} = $1 AND ${openTo(viewer, parameters)} FOR NO KEY UPDATE`,
    parameters,
  );
  return letter;
}

/**
 * Opens a letter for an officer who may see it, and writes that in its history, in one statement: every display,
 * and what is fetched ahead once in a while, since a list that is moved through fetches its neighbours over and over.
 * Notes that mention this officer are seen by a display.
 */
export async function recordOpening(
  sql: Sql,
  reference: string,
  by: Officer,
  kind: 'read' | 'delivered',
): Promise<LetterView | undefined> {
  const parameters: unknown[] = [reference, kind, by.accountId];
  const [letter] = await rows<LetterView>(
    sql,
    prepared(`WITH opened AS MATERIALIZED (
       SELECT ${LETTER_COLUMNS}, ${REGISTER_NUMBER} AS "registerNumber"
       FROM letter WHERE letter.reference = $1 AND ${openTo(by, parameters)}
     ), event AS (
       INSERT INTO letter_event (letter_id, kind, mover, account_id)
       SELECT id, $2, 'officer', $3 FROM opened
       WHERE $2::text = 'read' OR NOT EXISTS (
         SELECT FROM letter_event earlier
         WHERE earlier.letter_id = opened.id AND earlier.account_id = $3::uuid
           AND earlier.kind = 'delivered' AND earlier.at > now() - interval '${FETCHED_AHEAD}')
     ), mention AS (
       UPDATE letter_mention SET seen_at = now() FROM opened
       WHERE $2::text = 'read' AND letter_mention.letter_id = opened.id AND letter_mention.account_id = $3::uuid
         AND letter_mention.seen_at IS NULL
     )
     SELECT * FROM opened`),
    parameters,
  );
  return letter;
}

/**
 * For the status page: the letter of a reference and a surname, written in either script. A wrong pair and an
 * absent letter run the same query and give the same nothing.
 */
export async function letterOfWriter(
  sql: Sql,
  reference: string,
  surname: string,
): Promise<LetterView | undefined> {
  const [letter] = await rows<LetterView>(
    sql,
    `SELECT ${LETTER_COLUMNS}, ${REGISTER_NUMBER} AS "registerNumber"
     FROM letter WHERE letter.reference = $1 AND search_key(btrim(letter.surname)) = search_key(btrim($2))`,
    [reference, surname],
  );
  return letter;
}

/** What happened, oldest first. A citizen sees the moves between states without names or reasons. */
export async function letterEvents(sql: Sql, letterId: string, viewer: Viewer): Promise<LetterEvent[]> {
  const whole = viewer !== 'citizen';
  return rows<LetterEvent>(
    sql,
    prepared(`SELECT id, at, kind, mover, from_state AS "fromState", to_state AS "toState",
            CASE WHEN $2 THEN account_id END AS "accountId", CASE WHEN $2 THEN reason END AS reason,
            CASE WHEN $2 THEN details ELSE '{}' END AS details
     FROM letter_event
     WHERE letter_id = $1 AND ($2 OR to_state IS NOT NULL OR kind IN ('supplement', 'details'))
     ORDER BY id`),
    [letterId, whole],
  );
}

/** All attachments of a letter and of its supplements, in the order in which they came. */
export async function attachmentsOf(sql: Sql, letterId: string): Promise<Attachment[]> {
  return rows<Attachment>(
    sql,
    prepared(`SELECT position, sha256, name, size::float8 AS size, media_type AS "mediaType", added_at AS "addedAt",
            supplement_id AS "supplementId"
     FROM letter_attachment WHERE letter_id = $1 ORDER BY position`),
    [letterId],
  );
}

/** What was added later, oldest first. A citizen sees only what is certain to be his own. */
export async function supplementsOf(sql: Sql, letterId: string, viewer: Viewer): Promise<Supplement[]> {
  return rows<Supplement>(
    sql,
    prepared(`SELECT id, message, added_at AS "receivedAt", sender, subject, is_verified AS "isVerified"
     FROM letter_supplement WHERE letter_id = $1 AND ($2 OR is_verified) ORDER BY added_at, id`),
    [letterId, viewer !== 'citizen'],
  );
}

/** Without the files of supplements that are not among these. */
export const attachmentsWith = (attachments: readonly Attachment[], supplements: readonly Supplement[]) =>
  attachments.filter(
    ({ supplementId }) => supplementId === null || supplements.some(({ id }) => id === supplementId),
  );

/** The letter's number in the register, `2026-000123`; null until the sequencer has been there. */
export async function registerNumberOf(sql: Sql, letterId: string): Promise<string | null> {
  const [found] = await rows<{ entry: string | null }>(
    sql,
    `SELECT ${REGISTER_NUMBER} AS entry FROM (SELECT $1::uuid AS id) letter`,
    [letterId],
  );
  return found?.entry ?? null;
}

/** Of these files, those that a letter holds. */
export async function filesOfLetters(sql: Sql, sha256s: string[]): Promise<string[]> {
  const held = await rows<{ sha256: string }>(
    sql,
    'SELECT DISTINCT sha256 FROM letter_attachment WHERE sha256 = ANY($1)',
    [sha256s],
  );
  return held.map(({ sha256 }) => sha256);
}
