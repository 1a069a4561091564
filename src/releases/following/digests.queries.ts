import type { CalendarDay } from '../../calendar/working-days.js';
import { rows, type Sql } from '../../database/rows.js';

/**
 * Makes the digest of a day, unless it was made before: what no digest of this rhythm has taken up yet goes with it,
 * and a digest without releases is done as soon as it is made.
 */
export async function makeDigest(tx: Sql, rhythm: 'daily' | 'weekly', day: CalendarDay): Promise<void> {
  const [digest] = await rows<{ id: string }>(
    tx,
    `INSERT INTO release_mailing (rhythm, day) VALUES ($1, $2) ON CONFLICT (rhythm, day) DO NOTHING RETURNING id`,
    [rhythm, day],
  );
  if (digest === undefined) return;
  const column = rhythm === 'daily' ? 'daily_id' : 'weekly_id';
  const taken = await rows(
    tx,
    `UPDATE release_mailing SET ${column} = $1 WHERE release_id IS NOT NULL AND ${column} IS NULL RETURNING 1`,
    [digest.id],
  );
  if (taken.length > 0) return;
  await rows(tx, `UPDATE release_mailing SET state = 'done', due_at = NULL WHERE id = $1 RETURNING 1`, [
    digest.id,
  ]);
}

/** Forgets e-mails of releases that were sent so many days ago: they hold addresses that have perhaps left since. */
export async function forgetEmails(tx: Sql, days: number, limit: number): Promise<void> {
  await rows(
    tx,
    `DELETE FROM outgoing_email WHERE id IN (
       SELECT id FROM outgoing_email
       WHERE kind IN ('release.announcement', 'release.digest') AND state IN ('sent', 'suppressed')
         AND created_at < now() - make_interval(days => $1)
       ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [days, limit],
  );
}
