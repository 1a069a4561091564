import { rows, type Sql } from '../../database/rows.js';
import type { Leased } from '../../duties/duty.js';
import type { Language } from '../../script/texts.js';
import type { Rhythm } from './subscription.js';

/** What is owed to all subscribers of one rhythm, and how far it has come. */
export interface Mailing {
  id: string;
  rhythm: Rhythm;
  /** The last subscription that was told; null at the beginning. */
  mark: string | null;
  /** E-mails owed so far. */
  told: number;
  createdAt: Date;
}

/** Owes a published release to those who follow at once, and later to the digests; nothing when it was owed before. */
export async function oweMailing(tx: Sql, releaseId: string): Promise<void> {
  await rows(
    tx,
    `INSERT INTO release_mailing (rhythm, release_id) VALUES ('immediate', $1)
     ON CONFLICT (release_id) DO NOTHING`,
    [releaseId],
  );
}

/** Keeps a mailing for another while, locked until `tx` ends; undefined when somebody else has it by now. */
export async function holdMailing(
  tx: Sql,
  { key, token }: Pick<Leased, 'key' | 'token'>,
  leaseSeconds: number,
): Promise<Mailing | undefined> {
  const [held] = await rows<Mailing>(
    tx,
    `UPDATE release_mailing SET leased_until = clock_timestamp() + make_interval(secs => $3)
     WHERE id = $1 AND lease_token = $2 AND state = 'leased'
     RETURNING id, rhythm, mark, told, created_at AS "createdAt"`,
    [key, token, leaseSeconds],
  );
  return held;
}

export async function moveMark(tx: Sql, id: string, mark: string, more: number): Promise<void> {
  await rows(tx, 'UPDATE release_mailing SET mark = $2, told = told + $3 WHERE id = $1 RETURNING 1', [
    id,
    mark,
    more,
  ]);
}

/** A follower whose turn it is. */
export interface Told {
  id: string;
  address: string;
  language: Language;
  /** What is told now, oldest first; null when everything of the mailing was told before, or is older than the follower. */
  releases: string[] | null;
}

/** The next followers after the mark, each noted as told of the mailing's releases: once, whatever becomes of rhythms. */
export function tellNext(tx: Sql, { id, rhythm, mark }: Mailing, limit: number): Promise<Told[]> {
  return rows(
    tx,
    `WITH next AS MATERIALIZED (
       SELECT id, address, language, confirmed_at FROM subscription
       WHERE state = 'active' AND rhythm = $2 AND id > coalesce($3, '00000000-0000-0000-0000-000000000000'::uuid)
       ORDER BY id LIMIT $4
     ), news AS MATERIALIZED (
       SELECT release_id, created_at FROM release_mailing
       WHERE release_id IS NOT NULL AND $1 IN (id, daily_id, weekly_id)
     ), told AS (
       INSERT INTO release_told (release_id, subscription_id)
       SELECT news.release_id, next.id FROM next JOIN news ON next.confirmed_at <= news.created_at
       ON CONFLICT DO NOTHING RETURNING release_id, subscription_id
     )
     SELECT next.id, next.address, next.language,
       array_agg(told.release_id ORDER BY news.created_at) FILTER (WHERE told.release_id IS NOT NULL) AS releases
     FROM next LEFT JOIN told ON told.subscription_id = next.id LEFT JOIN news USING (release_id)
     GROUP BY next.id, next.address, next.language ORDER BY next.id`,
    [id, rhythm, mark, limit],
  );
}

/** What a follower waits for in the given rhythm, noted as told: whoever changes the rhythm gets it now. */
export async function tellWaiting(tx: Sql, subscriptionId: string, rhythm: Rhythm): Promise<string[]> {
  const told = await rows<{ release_id: string }>(
    tx,
    `INSERT INTO release_told (release_id, subscription_id)
     SELECT news.release_id, s.id
     FROM subscription s JOIN release_mailing news ON s.confirmed_at <= news.created_at
     LEFT JOIN release_mailing carrier
       ON carrier.id = CASE $2 WHEN 'daily' THEN news.daily_id WHEN 'weekly' THEN news.weekly_id ELSE news.id END
     WHERE s.id = $1 AND news.release_id IS NOT NULL AND carrier.state IS DISTINCT FROM 'done'
     ORDER BY news.created_at
     ON CONFLICT DO NOTHING RETURNING release_id`,
    [subscriptionId, rhythm],
  );
  return told.map(({ release_id }) => release_id);
}

/** Once a week's digest is done, nothing more is told of its releases, and who was told of them is forgotten. */
export async function forgetTold(tx: Sql, weeklyId: string): Promise<void> {
  await rows(
    tx,
    `DELETE FROM release_told USING release_mailing news, release_mailing daily
     WHERE release_told.release_id = news.release_id AND news.weekly_id = $1 AND news.state = 'done'
       AND daily.id = news.daily_id AND daily.state = 'done' RETURNING 1`,
    [weeklyId],
  );
}
