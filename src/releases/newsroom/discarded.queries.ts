import { rows, type Sql } from '../../database/rows.js';

/** When release `r` was thrown away last, as SQL. */
export const DISCARDED_AT = `(
  SELECT e.at FROM release_event e WHERE e.release_id = r.id AND e.kind = 'discarded' ORDER BY e.id DESC LIMIT 1)`;

/**
 * Erases drafts that were thrown away so many days ago: their working copies, events with all versions, links, and the
 * hold on their files, which the sweep of files then takes. Answers how many; another batch may wait behind a full one.
 */
export async function eraseDiscarded(tx: Sql, days: number, batch: number): Promise<number> {
  // Whoever restores one at this moment has it: a held one is passed by, and looked at again when the next pass comes.
  const found = await rows<{ id: string }>(
    tx,
    `SELECT r.id FROM release r
     WHERE r.state = 'discarded' AND ${DISCARDED_AT} < now() - make_interval(days => $1)
     LIMIT $2 FOR UPDATE OF r SKIP LOCKED`,
    [days, batch],
  );
  const ids = found.map(({ id }) => id);
  await tx.query('DELETE FROM release_event WHERE release_id = ANY($1)', [ids]);
  await tx.query('DELETE FROM release WHERE id = ANY($1)', [ids]);
  return ids.length;
}
