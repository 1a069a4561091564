import { TEXT_WEIGHT } from '../letters/search/indexing.queries.js';
import { rows, type Sql } from '../database/rows.js';
import { REGISTER_LOCK } from '../letters/register/sequencer.queries.js';
import { OWED_COLUMNS, OWED_RECORD } from '../mail/outgoing-email.queries.js';

/** A letter of the past as its row, with its history, its number and the e-mail that acknowledged it. */
export interface PastLetterRow {
  id: string;
  year: number;
  number: number;
  events: Record<string, unknown>[];
  owed: unknown[];
  /** What the letter is found by, folded already; see `indexLetters`. */
  found: { name_key: string; contact_key: string; place_key: string; text_key: string; writer_key: string };
  [column: string]: unknown;
}

/** Keeps every sequencer from the register for as long as this connection lives; false when the register is not empty. */
export async function holdEmptyRegister(sql: Sql): Promise<boolean> {
  await sql.query(`SELECT pg_advisory_lock(${REGISTER_LOCK})`);
  const [found] = await rows<{ empty: boolean }>(
    sql,
    'SELECT NOT EXISTS (SELECT FROM letter) AND NOT EXISTS (SELECT FROM register_entry) AS empty',
  );
  if (!found!.empty) await releaseRegister(sql);
  return found!.empty;
}

export async function releaseRegister(sql: Sql): Promise<void> {
  await sql.query(`SELECT pg_advisory_unlock(${REGISTER_LOCK})`);
}

/** Stores letters of the past in one statement; they are left owing their place in the search index. */
export async function storePast(sql: Sql, letters: PastLetterRow[]): Promise<void> {
  await sql.query(
    `WITH past AS MATERIALIZED (
       SELECT * FROM json_to_recordset($1::json) AS past (
         id uuid, reference text, channel text, language text, state text, name text, surname text, municipality text,
         municipality_code text, address text, postal_code text, country text, email text, phone text, phone_e164 text,
         reply_by text, subject text, message text, release_slug text, category text, urgency text, urgency_reason text,
         unit text, assigned_to uuid, closed_reason text, due_on timestamptz, clock_stopped_at timestamptz,
         received_at timestamptz, updated_at timestamptz, year smallint, number integer, events json, owed json)
     ), stored AS (
       INSERT INTO letter (id, reference, channel, language, state, name, surname, municipality, municipality_code,
         address, postal_code, country, email, phone, phone_e164, reply_by, subject, message, release_slug, category,
         urgency, urgency_reason, unit, assigned_to, closed_reason, due_on, clock_stopped_at, received_at, updated_at)
       SELECT id, reference, channel, language, state, name, surname, municipality, municipality_code,
         address, postal_code, country, email, phone, phone_e164, reply_by, subject, message, release_slug, category,
         urgency, urgency_reason, unit, assigned_to, closed_reason, due_on, clock_stopped_at, received_at, updated_at
       FROM past
     ), history AS (
       INSERT INTO letter_event (letter_id, at, kind, mover, account_id, from_state, to_state, reason, details)
       SELECT past.id, event.at, event.kind, event.mover, event.account_id, event.from_state, event.to_state,
              event.reason, coalesce(event.details, '{}')
       FROM past CROSS JOIN json_to_recordset(past.events) AS event (
         at timestamptz, kind text, mover text, account_id uuid, from_state text, to_state text, reason text, details jsonb)
     ), entered AS (
       INSERT INTO register_entry (year, number, letter_id, channel, received_at, entered_at)
       SELECT year, number, id, channel, received_at, received_at FROM past
     ), email AS (
       INSERT INTO outgoing_email (${OWED_COLUMNS}, state, created_at, sent_at, smtp_answer)
       SELECT owed.*, 'sent', past.received_at, past.received_at, '250 2.0.0 Ok'
       FROM past CROSS JOIN json_to_recordset(past.owed) AS owed (${OWED_RECORD})
     )
     INSERT INTO letter_indexing (letter_id, due_at) SELECT id, now() + interval '1 hour' FROM past`,
    [JSON.stringify(letters.map(({ found: _, ...row }) => row))],
  );
}

/**
 * Gives stored letters of the past their place in the search index. Node has folded their words: it does so five
 * times faster than the SQL function, which counts for a million letters.
 */
export async function indexPast(sql: Sql, letters: PastLetterRow[]): Promise<void> {
  await sql.query(
    `WITH past AS MATERIALIZED (
       SELECT * FROM json_to_recordset($1::json) AS past (
         id uuid, received_at timestamptz, name_key text, contact_key text, place_key text, text_key text, writer_key text)
     ), settled AS (
       DELETE FROM letter_indexing USING past WHERE letter_indexing.letter_id = past.id
     )
     INSERT INTO letter_search (letter_id, received_at, name_key, contact_key, place_key, words)
     SELECT id, received_at, name_key, contact_key, place_key, 
       setweight(to_tsvector('serbian', text_key), '${TEXT_WEIGHT}') || to_tsvector('serbian', writer_key) FROM past`,
    [JSON.stringify(letters.map(({ id, received_at, found }) => ({ id, received_at, ...found })))],
  );
}

/** What a large load leaves to do at once, since every plan depends on it. */
export async function tidy(sql: Sql): Promise<void> {
  await sql.query('SET statement_timeout = 0');
  for (const table of [
    'letter',
    'letter_event',
    'letter_search',
    'letter_indexing',
    'register_entry',
    'outgoing_email',
  ])
    await sql.query(`VACUUM (ANALYZE) ${table}`);
  await sql.query('RESET statement_timeout');
}

/** Slugs of the newest releases, for letters about them. */
export async function publishedSlugs(sql: Sql): Promise<string[]> {
  const found = await rows<{ slug: string }>(
    sql,
    'SELECT slug FROM release WHERE published_at <= now() ORDER BY published_at DESC LIMIT 200',
  );
  return found.map(({ slug }) => slug);
}
