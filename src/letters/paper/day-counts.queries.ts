import type { CalendarDay } from '../../calendar/working-days.js';
import { rows, type Sql } from '../../database/rows.js';
import { onDay } from './paper.queries.js';

/** What a day brought by each channel, and what became of it. Numbers only: nothing of anybody's words or names. */
export interface DayCounts {
  email: {
    arrived: number;
    /** Mails that are letters, and mails that were added to one. */
    letters: number;
    added: number;
    quarantined: number;
    aside: number;
    /** Still to be read by the program. */
    owed: number;
    /** Letters among them that have no register number. */
    unnumbered: number;
  };
  post: {
    /** Envelopes as counted by hand; null while nobody has. */
    counted: number | null;
    countedBy: string | null;
    countedAt: Date | null;
    /** Letters with this day of arrival. */
    letters: number;
    unnumbered: number;
    /** Of what was dropped on that day: envelopes that wait, that are aside, and piles that are not read yet. */
    waiting: number;
    aside: number;
    unread: number;
  };
  web: { letters: number; unnumbered: number };
}

const UNNUMBERED = 'NOT EXISTS (SELECT FROM register_entry entry WHERE entry.letter_id = letter.id)';

export async function countsOfDay(sql: Sql, day: CalendarDay, timeZone: string): Promise<DayCounts> {
  const within = (moment: string) => onDay(moment, '$1', '$2');
  const [[email], [post], [scans], [web], [count]] = await Promise.all([
    rows<DayCounts['email']>(
      sql,
      `SELECT count(*)::int AS arrived,
              count(*) FILTER (WHERE mail.state = 'done' AND mail.supplement_id IS NULL)::int AS letters,
              count(*) FILTER (WHERE mail.state = 'done' AND mail.supplement_id IS NOT NULL)::int AS added,
              count(*) FILTER (WHERE mail.state IN ('quarantined', 'failed'))::int AS quarantined,
              count(*) FILTER (WHERE mail.state = 'aside')::int AS aside,
              count(*) FILTER (WHERE mail.state IN ('pending', 'leased'))::int AS owed,
              count(*) FILTER (WHERE letter.id IS NOT NULL AND ${UNNUMBERED})::int AS unnumbered
       FROM inbound_email mail LEFT JOIN letter ON letter.id = mail.letter_id WHERE ${within('mail.received_at')}`,
      [day, timeZone],
    ),
    rows<{ letters: number; unnumbered: number }>(
      sql,
      `SELECT count(*)::int AS letters, count(*) FILTER (WHERE ${UNNUMBERED})::int AS unnumbered
       FROM letter_paper paper JOIN letter ON letter.id = paper.letter_id WHERE paper.arrived_on = $1`,
      [day],
    ),
    rows<{ waiting: number; aside: number; unread: number }>(
      sql,
      `SELECT count(*) FILTER (WHERE scan.state = 'waiting')::int AS waiting,
              count(*) FILTER (WHERE scan.state = 'aside')::int AS aside,
              count(*) FILTER (WHERE pile.state <> 'done')::int AS unread
       FROM post_pile pile LEFT JOIN post_scan scan ON scan.pile_id = pile.id WHERE ${within('pile.dropped_at')}`,
      [day, timeZone],
    ),
    rows<DayCounts['web']>(
      sql,
      `SELECT count(*)::int AS letters, count(*) FILTER (WHERE ${UNNUMBERED})::int AS unnumbered
       FROM letter WHERE channel = 'web' AND ${within('letter.received_at')}`,
      [day, timeZone],
    ),
    rows<Pick<DayCounts['post'], 'counted' | 'countedBy' | 'countedAt'>>(
      sql,
      `SELECT envelopes AS counted, counted_by AS "countedBy", counted_at AS "countedAt" FROM post_count
       WHERE arrived_on = $1 ORDER BY id DESC LIMIT 1`,
      [day],
    ),
  ]);
  const none = { counted: null, countedBy: null, countedAt: null };
  return { email: email!, post: { ...post!, ...scans!, ...(count ?? none) }, web: web! };
}

/** Notes how many envelopes the post brought; what was counted before stays beside it. */
export async function addPostCount(
  sql: Sql,
  { day, envelopes, accountId }: { day: CalendarDay; envelopes: number; accountId: string },
): Promise<void> {
  await rows(
    sql,
    'INSERT INTO post_count (arrived_on, envelopes, counted_by) VALUES ($1, $2, $3) RETURNING 1',
    [...[day, envelopes, accountId]],
  );
}

export type Difference =
  | 'uncounted'
  | 'envelopes-missing'
  | 'envelopes-over'
  | 'scans-waiting'
  | 'scans-aside'
  | 'scans-unread'
  | 'mails-quarantined'
  | 'mails-owed'
  | 'mails-unexplained'
  | 'unnumbered';

/**
 * What of a day is not accounted for, each with its number. An envelope is accounted for once it is a letter, waits in
 * the pile or is put aside there; a mail once it is a letter, was added to one, or is put aside.
 */
export function differencesOf({ email, post, web }: DayCounts): { kind: Difference; count: number }[] {
  const accounted = post.letters + post.waiting + post.aside;
  const short = post.counted === null ? 0 : post.counted - accounted;
  const explained = email.letters + email.added + email.quarantined + email.aside + email.owed;
  const found: [Difference, number][] = [
    ['uncounted', post.counted === null && accounted > 0 ? accounted : 0],
    ['envelopes-missing', Math.max(0, short)],
    ['envelopes-over', Math.max(0, -short)],
    ['scans-waiting', post.waiting],
    ['scans-aside', post.aside],
    ['scans-unread', post.unread],
    ['mails-quarantined', email.quarantined],
    ['mails-owed', email.owed],
    ['mails-unexplained', email.arrived - explained],
    ['unnumbered', email.unnumbered + post.unnumbered + web.unnumbered],
  ];
  return found.filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count }));
}
