import { rows, type Sql } from '../../database/rows.js';

/** Makes a letter's place in the search index owed again, in the transaction that changed its words or details. */
export async function oweIndexing(tx: Sql, letterId: string): Promise<void> {
  // Without its lease, whoever indexes the old words at this moment cannot report them as done.
  await tx.query(
    `INSERT INTO letter_indexing (letter_id, due_at) VALUES ($1, now())
     ON CONFLICT (letter_id) DO UPDATE SET state = 'pending', due_at = now(), attempts = 0,
       lease_token = NULL, leased_until = NULL, last_error = NULL`,
    [letterId],
  );
}

/** The weight of the letter's own words among all that it is found by. */
export const TEXT_WEIGHT = 'A';

/**
 * Writes what these letters are found by, the stems of all their words and the correspondents' names, and settles
 * the owed rows, in one statement: it holds for those whose lease still does. Gives how many that were.
 */
export async function indexLetters(sql: Sql, leased: { key: string; token: string }[]): Promise<number> {
  const indexed = await rows(
    sql,
    `WITH settled AS (
       DELETE FROM letter_indexing USING unnest($1::uuid[], $2::bigint[]) AS lease (letter_id, token)
       WHERE letter_indexing.letter_id = lease.letter_id AND letter_indexing.lease_token = lease.token
       RETURNING letter_indexing.letter_id
     )
     INSERT INTO letter_search (letter_id, received_at, name_key, contact_key, place_key, words)
     SELECT letter.id, letter.received_at,
            -- Every name begins after a space, so that "% ivic%" does not find Petar Milivić.
            ' ' || regexp_replace(search_key(concat_ws(' ', letter.name, letter.surname)), '[^[:alnum:]]+', ' ', 'g'),
            -- Digits only, so that a number is found however it is written.
            lower(concat_ws(' ', regexp_replace(letter.phone_e164, '\\D', '', 'g'),
              regexp_replace(letter.phone, '\\D', '', 'g'), letter.email)),
            btrim(regexp_replace(search_key(letter.municipality), '[^[:alnum:]]+', ' ', 'g')),
            -- What the citizen wrote has a weight of its own: rules look for words nowhere else.
            setweight(to_tsvector('serbian', search_key(
              concat_ws(' ', letter.subject, letter.message, added.message))), '${TEXT_WEIGHT}')
            || to_tsvector('serbian', search_key(concat_ws(' ', noted.note, scanned.text,
              letter.name, letter.surname, letter.municipality, letter.address)))
     FROM settled
     JOIN letter ON letter.id = settled.letter_id
     LEFT JOIN LATERAL (
       SELECT string_agg(message, ' ') AS message FROM letter_supplement WHERE letter_supplement.letter_id = letter.id
     ) added ON true
     LEFT JOIN LATERAL (
       SELECT string_agg(reason, ' ') AS note FROM letter_event
       WHERE letter_event.letter_id = letter.id AND letter_event.kind IN ('note', 'annotation')
     ) noted ON true
     -- What a machine read is found, but rules do not go by it.
     LEFT JOIN LATERAL (
       SELECT string_agg(text, ' ') AS text FROM scan_text WHERE scan_text.letter_id = letter.id AND text <> ''
     ) scanned ON true
     ON CONFLICT (letter_id) DO UPDATE SET name_key = excluded.name_key, contact_key = excluded.contact_key,
       place_key = excluded.place_key, words = excluded.words
     RETURNING 1`,
    [leased.map(({ key }) => key), leased.map(({ token }) => token)],
  );
  return indexed.length;
}
