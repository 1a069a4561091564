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

/**
 * Writes what these letters are found by: the words of subject, text and supplements by their Serbian stems, and
 * names, municipality, reference and register number whole.
 */
export async function indexLetters(tx: Sql, letterIds: string[]): Promise<void> {
  await rows(
    tx,
    `INSERT INTO letter_search (letter_id, received_at, name_key, words)
     SELECT letter.id, letter.received_at,
            search_key(concat_ws(' ', letter.name, letter.surname)),
            to_tsvector('serbian', search_key(concat_ws(' ', letter.subject, letter.message, added.message)))
              || to_tsvector('serbian', search_key(concat_ws(' ', letter.name, letter.surname, letter.municipality)))
              || to_tsvector('simple', search_key(concat_ws(' ', letter.reference, entry.year || '-' || lpad(entry.number::text, 6, '0'))))
     FROM letter
     LEFT JOIN register_entry entry ON entry.letter_id = letter.id
     LEFT JOIN LATERAL (
       SELECT string_agg(message, ' ') AS message FROM letter_supplement WHERE letter_supplement.letter_id = letter.id
     ) added ON true
     WHERE letter.id = ANY($1::uuid[])
     ON CONFLICT (letter_id) DO UPDATE SET name_key = excluded.name_key, words = excluded.words`,
    [letterIds],
  );
}
