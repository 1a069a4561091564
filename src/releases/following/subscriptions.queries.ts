import { rows, type Sql } from '../../database/rows.js';
import { type Choice, CONFIRM_DAYS, type Subscription, UNCONFIRMED_DAYS } from './subscription.js';

const COLUMNS = `id, address, language, rhythm, state,
  asked_at < now() - make_interval(days => ${CONFIRM_DAYS}) AS "isStale"`;

/** What an address that was asked for has now. `emails`: links sent to it within a day, this one included. */
export type Asked = Subscription & { emails: number };

/**
 * Notes that somebody asked to follow with this address. One that is not confirmed takes the new choice; one that
 * follows stays as it is, since anybody may type it.
 */
export async function askToFollow(
  tx: Sql,
  { address, key, rhythm, language }: Choice & { address: string; key: string },
): Promise<Asked> {
  const [asked] = await rows<Asked>(
    tx,
    `INSERT INTO subscription AS s (address, address_key, rhythm, language, emails) VALUES ($1, $2, $3, $4, 1)
     ON CONFLICT (address_key) DO UPDATE SET
       address = CASE s.state WHEN 'active' THEN s.address ELSE excluded.address END,
       rhythm = CASE s.state WHEN 'active' THEN s.rhythm ELSE excluded.rhythm END,
       language = CASE s.state WHEN 'active' THEN s.language ELSE excluded.language END,
       asked_at = now(),
       emails = CASE WHEN s.emails_since < now() - interval '1 day' THEN 1 ELSE s.emails + 1 END,
       emails_since = CASE WHEN s.emails_since < now() - interval '1 day' THEN now() ELSE s.emails_since END
     RETURNING ${COLUMNS}, emails`,
    [address, key, rhythm, language],
  );
  return asked!;
}

export async function subscriptionById(sql: Sql, id: string): Promise<Subscription | undefined> {
  return (await rows<Subscription>(sql, `SELECT ${COLUMNS} FROM subscription WHERE id = $1`, [id]))[0];
}

/** The same, held until `tx` ends. */
export async function lockSubscription(tx: Sql, id: string): Promise<Subscription | undefined> {
  return (
    await rows<Subscription>(tx, `SELECT ${COLUMNS} FROM subscription WHERE id = $1 FOR UPDATE`, [id])
  )[0];
}

export async function activate(tx: Sql, id: string): Promise<void> {
  await rows(tx, `UPDATE subscription SET state = 'active', confirmed_at = now() WHERE id = $1 RETURNING 1`, [
    id,
  ]);
}

export async function setChoice(tx: Sql, id: string, { rhythm, language }: Choice): Promise<void> {
  await rows(tx, 'UPDATE subscription SET rhythm = $2, language = $3 WHERE id = $1 RETURNING 1', [
    id,
    rhythm,
    language,
  ]);
}

/** Forgets the address; false when it was forgotten before. */
export async function deleteSubscription(tx: Sql, id: string): Promise<boolean> {
  return (await rows(tx, 'DELETE FROM subscription WHERE id = $1 RETURNING 1', [id])).length > 0;
}

/** Forgets what nobody confirmed. */
export async function deleteUnconfirmed(tx: Sql): Promise<void> {
  await rows(
    tx,
    `WITH gone AS (
       DELETE FROM subscription
       WHERE state = 'unconfirmed' AND asked_at < now() - make_interval(days => ${UNCONFIRMED_DAYS})
       RETURNING id)
     INSERT INTO subscription_event (subscription_id, kind) SELECT id, 'lapsed' FROM gone`,
  );
}

/** Ends subscriptions (or the one named) whose address refuses e-mail for good, whichever e-mail it refused. */
export async function deleteRefusing(tx: Sql, id?: string): Promise<void> {
  await rows(
    tx,
    `WITH gone AS (
       DELETE FROM subscription WHERE id IN (
         SELECT id FROM subscription JOIN suppressed_address AS dead USING (address_key)
         WHERE dead.until > now() AND ($1::uuid IS NULL OR id = $1) FOR UPDATE OF subscription SKIP LOCKED)
       RETURNING id)
     INSERT INTO subscription_event (subscription_id, kind) SELECT id, 'refused' FROM gone`,
    [id ?? null],
  );
}

/** `asked`, `confirmed` and `changed` say what was chosen; the others that it ended, and how. */
export type SubscriptionEvent =
  'asked' | 'confirmed' | 'changed' | 'left' | 'left-by-one-click' | 'refused' | 'lapsed';

export async function noteEvent(
  tx: Sql,
  subscriptionId: string,
  kind: SubscriptionEvent,
  choice?: Choice,
): Promise<void> {
  const details = choice === undefined ? {} : { rhythm: choice.rhythm, language: choice.language };
  await rows(tx, 'INSERT INTO subscription_event (subscription_id, kind, details) VALUES ($1, $2, $3)', [
    subscriptionId,
    kind,
    JSON.stringify(details),
  ]);
}
