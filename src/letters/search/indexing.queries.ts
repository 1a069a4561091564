import type { Sql } from '../../database/rows.js';

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

/** Writes what these letters are found by: the stems of all their words, and the correspondents' names. */
export async function indexLetters(tx: Sql, letterIds: string[]): Promise<void> {
  await tx.query(
    `INSERT INTO letter_search (letter_id, received_at, name_key, words)
     SELECT letter.id, letter.received_at,
            -- Every name begins after a space, so that "% ivic%" does not find Petar Milivić.
            ' ' || regexp_replace(search_key(concat_ws(' ', letter.name, letter.surname)), '[^[:alnum:]]+', ' ', 'g'),
            to_tsvector('serbian', search_key(concat_ws(' ', letter.subject, letter.message, added.message,
              letter.name, letter.surname, letter.municipality)))
     FROM letter
     LEFT JOIN LATERAL (
       SELECT string_agg(message, ' ') AS message FROM letter_supplement WHERE letter_supplement.letter_id = letter.id
     ) added ON true
     WHERE letter.id = ANY($1::uuid[])
     ON CONFLICT (letter_id) DO UPDATE SET name_key = excluded.name_key, words = excluded.words`,
    [letterIds],
  );
}
