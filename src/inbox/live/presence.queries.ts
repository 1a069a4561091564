import { prepared, rows, type Sql } from '../../database/rows.js';
import { type Officer, visibleTo } from '../../letters/viewer.js';

/** A page that has not told for so long is gone, however it went. */
const GONE_AFTER = '60 seconds';

/** Somebody who has a letter before the eyes. */
export interface Present {
  accountId: string;
  name: string;
  /** Writes an answer, rather than reads. */
  isWriting: boolean;
}

/** Says that a page shows a letter, if its officer may see it; gives the letter's id. */
export async function takeSeat(
  sql: Sql,
  { seat, reference, isWriting }: { seat: string; reference: string; isWriting: boolean },
  by: Officer,
): Promise<string | undefined> {
  const parameters: unknown[] = [seat, reference, by.accountId, isWriting];
  const [taken] = await rows<{ letterId: string }>(
    sql,
    `INSERT INTO presence (seat, letter_id, account_id, is_writing)
     SELECT $1, letter.id, $3, $4 FROM letter WHERE letter.reference = $2 AND ${visibleTo(by, parameters)}
     RETURNING letter_id AS "letterId"`,
    parameters,
  );
  return taken?.letterId;
}

export async function leaveSeat(sql: Sql, seat: string): Promise<void> {
  await sql.query('DELETE FROM presence WHERE seat = $1', [seat]);
}

/** Says that these pages are still looked at, and forgets those of processes that are gone. */
export async function keepSeats(sql: Sql, seats: string[]): Promise<void> {
  await sql.query('UPDATE presence SET seen_at = now() WHERE seat = ANY($1::uuid[])', [seats]);
  await sql.query(`DELETE FROM presence WHERE seen_at < now() - 10 * interval '${GONE_AFTER}'`);
}

/** Who, besides this account, reads these letters or writes an answer to them; of two pages writing counts. */
export async function presentAt(
  sql: Sql,
  letterIds: string[],
  accountId: string,
): Promise<Map<string, Present[]>> {
  const found = await rows<Present & { letterId: string }>(
    sql,
    prepared(`SELECT there.letter_id AS "letterId", there.account_id AS "accountId", account.name,
            bool_or(there.is_writing) AS "isWriting"
     FROM (
       SELECT letter_id, account_id, is_writing FROM presence
       WHERE letter_id = ANY($1::uuid[]) AND seen_at > now() - interval '${GONE_AFTER}'
       UNION ALL
       SELECT letter_id, locked_by, true FROM reply
       WHERE letter_id = ANY($1::uuid[]) AND state = 'draft' AND locked_until > now()
     ) AS there JOIN account ON account.id = there.account_id
     WHERE there.account_id <> $2
     GROUP BY there.letter_id, there.account_id, account.name ORDER BY min(account.name)`),
    [letterIds, accountId],
  );
  const present = new Map<string, Present[]>();
  for (const { letterId, ...person } of found)
    present.set(letterId, [...(present.get(letterId) ?? []), person]);
  return present;
}
