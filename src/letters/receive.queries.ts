import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { rows, type Sql } from '../database/rows.js';
import { OWED_COLUMNS, OWED_RECORD } from '../mail/outgoing-email.queries.js';

/** A letter ready to be stored: everything generated, nothing left to the database but the time. */
export interface ArrivingLetter {
  id: string;
  reference: string;
  state: string;
  key: string;
  digest: string;
  [column: string]: unknown;
}

/**
 * Stores a batch in one statement, which is one round trip and one durable commit: letters, their events,
 * attachments and submission keys, what only paper letters have, the e-mails owed (not due until numbered), and their place in the queue for
 * numbers. A letter whose submission key is taken is left out of the answer.
 *
 * It runs as a named prepared statement: planning so many parts costs as much as running them.
 */
export async function storeLetters(
  dataSource: DataSource,
  letters: ArrivingLetter[],
): Promise<{ id: string; receivedAt: Date }[]> {
  const pool = (dataSource.driver as PostgresDriver).master as PreparedQueries;
  const result = await pool.query<{ id: string; receivedAt: Date }>({
    name: 'receive-letters',
    text: STORE_LETTERS,
    values: [JSON.stringify(letters)],
  });
  return result.rows;
}

/** The part of pg's pool that TypeORM does not offer: prepared statements. */
interface PreparedQueries {
  query<T>(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: T[] }>;
}

const STORE_LETTERS = `
  WITH arriving AS (
    SELECT * FROM json_to_recordset($1::json) AS arriving (
      id uuid, reference text, channel text, language text, state text, name text, surname text, municipality text,
      municipality_code text, address text, postal_code text, country text, email text, phone text, phone_e164 text,
      reply_by text, subject text, message text, release_slug text, suspect text[], due_on timestamptz,
      term_from timestamptz, key text, digest text, attachments json, owed json, paper json)
  ), claimed AS (
    INSERT INTO submission_key (key, digest, letter_id)
    SELECT key, digest, id FROM arriving
    ON CONFLICT (key) DO NOTHING
    RETURNING letter_id
  ), fresh AS MATERIALIZED (
    SELECT arriving.* FROM arriving JOIN claimed ON claimed.letter_id = arriving.id
  ), stored AS (
    INSERT INTO letter (id, reference, channel, language, state, name, surname, municipality, municipality_code,
      address, postal_code, country, email, phone, phone_e164, reply_by, subject, message, release_slug, suspect, due_on, term_from,
      clock_stopped_at)
    SELECT id, reference, channel, language, state, name, surname, municipality, municipality_code,
      address, postal_code, country, email, phone, phone_e164, reply_by, subject, message, release_slug, suspect, due_on,
      term_from, CASE WHEN state = 'details_needed' THEN now() END
    FROM fresh
    RETURNING id, channel, received_at
  ), event AS (
    INSERT INTO letter_event (letter_id, kind, mover, account_id, to_state)
    SELECT id, 'received', CASE WHEN paper IS NULL THEN 'citizen' ELSE 'officer' END,
      (paper ->> 'entered_by')::uuid, state
    FROM fresh
  ), paper AS (
    INSERT INTO letter_paper (letter_id, arrived_on, sender_number, sender_date, enclosures, same_as, entered_by,
      scan_id)
    SELECT fresh.id, paper.* FROM fresh CROSS JOIN json_to_record(fresh.paper)
      AS paper (arrived_on date, sender_number text, sender_date date, enclosures smallint, same_as uuid,
                entered_by uuid, scan_id uuid)
    WHERE fresh.paper IS NOT NULL
  ), scan AS (
    UPDATE post_scan SET state = 'entered', aside_reason = NULL FROM fresh
    WHERE post_scan.id = (fresh.paper ->> 'scan_id')::uuid
  ), attachment AS (
    INSERT INTO letter_attachment (letter_id, position, sha256, name, size, media_type)
    SELECT fresh.id, file.position, file.sha256, file.name, file.size, file.media_type
    FROM fresh CROSS JOIN json_to_recordset(fresh.attachments)
      AS file (position smallint, sha256 text, name text, size bigint, media_type text)
  ), scan_text AS (
    INSERT INTO scan_text (letter_id, position)
    SELECT fresh.id, file.position
    FROM fresh CROSS JOIN json_to_recordset(fresh.attachments) AS file (position smallint, media_type text)
    WHERE fresh.paper IS NOT NULL
      AND file.media_type IN ('application/pdf', 'image/jpeg', 'image/png', 'image/heic')
  ), email AS (
    INSERT INTO outgoing_email (${OWED_COLUMNS})
    SELECT owed.* FROM fresh CROSS JOIN json_to_recordset(fresh.owed) AS owed (${OWED_RECORD})
  ), pending AS (
    INSERT INTO register_pending (letter_id, channel, received_at)
    SELECT id, channel, received_at FROM stored
  )
  SELECT id, received_at AS "receivedAt" FROM stored`;

/** What a submission key was used for; undefined when it was not. */
export async function letterOfSubmission(
  sql: Sql,
  key: string,
): Promise<{ id: string; reference: string; receivedAt: Date; digest: string } | undefined> {
  const [found] = await rows<{ id: string; reference: string; receivedAt: Date; digest: string }>(
    sql,
    `SELECT letter.id, letter.reference, letter.received_at AS "receivedAt", submission_key.digest
     FROM submission_key JOIN letter ON letter.id = submission_key.letter_id
     WHERE submission_key.key = $1`,
    [key],
  );
  return found;
}
