import { rows, type Sql } from '../../database/rows.js';
import type { Leased } from '../../duties/duty.js';
import type { Rhythm, Subscription } from './subscription.js';

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
export type FollowerInTurn = Pick<Subscription, 'id' | 'address' | 'language'>;

/** The next followers after the mark. */
export function nextFollowers(tx: Sql, { rhythm, mark }: Mailing, limit: number): Promise<FollowerInTurn[]> {
  return rows(
    tx,
    `SELECT id, address, language FROM subscription
     WHERE state = 'active' AND rhythm = $1 AND id > coalesce($2, '00000000-0000-0000-0000-000000000000'::uuid)
     ORDER BY id LIMIT $3`,
    [rhythm, mark, limit],
  );
}

/** The releases that a mailing tells of, oldest first. */
export async function releasesOf(tx: Sql, { id }: Mailing): Promise<string[]> {
  const found = await rows<{ release_id: string }>(
    tx,
    `SELECT release_id FROM release_mailing
     WHERE release_id IS NOT NULL AND (id = $1 OR daily_id = $1 OR weekly_id = $1) ORDER BY created_at, id`,
    [id],
  );
  return found.map(({ release_id }) => release_id);
}

/**
 * Notes these followers as told of a release, and gives those who were not told before: once, whatever becomes of
 * rhythms, and only of what was published since they follow.
 */
export async function tell(tx: Sql, releaseId: string, followerIds: string[]): Promise<Set<string>> {
  const told = await rows<{ subscription_id: string }>(
    tx,
    `INSERT INTO release_told (release_id, subscription_id)
     SELECT $1, s.id FROM subscription s
     WHERE s.id = ANY ($2::uuid[]) AND s.confirmed_at <= (SELECT created_at FROM release_mailing WHERE release_id = $1)
     ON CONFLICT DO NOTHING RETURNING subscription_id`,
    [releaseId, followerIds],
  );
  return new Set(told.map(({ subscription_id }) => subscription_id));
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
