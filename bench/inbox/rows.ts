import type pg from 'pg';
import type { OfficeProfile } from '../../src/config/office-profile.js';
import type { Desk } from './measured-office.js';

/** Every letter that a page lists, in its order. */
export const referencesIn = (html: string): string[] =>
  [...html.matchAll(/data-reference="([^"]+)"/g)].map(([, reference]) => reference!);

const OPEN = `letter.state IN ('received', 'details_needed', 'triaged', 'in_work', 'in_review', 'approved')`;

const ROW = `letter.id, letter.reference, letter.state, letter.channel, letter.language, letter.name, letter.surname,
  letter.municipality, letter.municipality_code, letter.category, letter.urgency, letter.subject,
  left(letter.message, 700), letter.received_at, letter.due_on, letter.suspect <> '{}', letter.sensitive <> '{}',
  EXISTS (SELECT FROM letter_attachment attachment WHERE attachment.letter_id = letter.id),
  EXISTS (SELECT FROM letter_event event WHERE event.letter_id = letter.id AND event.kind = 'read' AND event.account_id = $1)`;

/** What a view shows, written by hand: its address, and its condition on `letter`. */
export interface View {
  query: string;
  where: string;
}

const seesAll = ({ roles }: Desk) =>
  roles.some((role) => role === 'clerk' || role === 'triage' || role === 'auditor');

/** What an officer may see; ids and codes come from our own tables, so they may stand in the text. */
const visible = (desk: Desk) =>
  seesAll(desk) ? 'true' : `(letter.assigned_to = '${desk.accountId}' OR letter.unit = '${desk.unit}')`;

/** The queues of an officer and what waits in each. */
function queues(desk: Desk): string[] {
  const open = `${OPEN} AND letter.risk IS NULL`;
  return [
    `${open} AND letter.assigned_to = '${desk.accountId}'`,
    open,
    `${open} AND letter.assigned_to IS NULL`,
    `letter.state = 'in_review' AND letter.risk IS NULL`,
    `EXISTS (SELECT FROM letter_mention mention WHERE mention.letter_id = letter.id
      AND mention.account_id = '${desk.accountId}' AND mention.seen_at IS NULL)`,
    `EXISTS (SELECT FROM reply_citation cited JOIN reply ON reply.id = cited.reply_id
      JOIN release ON release.slug = cited.release_slug
      WHERE reply.letter_id = letter.id AND '${desk.accountId}' = ANY(reply.drafters) AND cited.reviewed_at IS NULL
        AND release.updated_at > release.published_at)`,
    `${OPEN} AND letter.risk IS NOT NULL`,
    `${open} AND letter.urgency = 'urgent'`,
    `${open} AND letter.due_on < now() AND letter.state <> 'details_needed'`,
    `letter.state = 'details_needed' AND letter.risk IS NULL`,
    `${open} AND letter.returned_at IS NOT NULL`,
    `letter.state = 'closed' AND letter.risk IS NULL`,
    `letter.state = 'spam' AND letter.risk IS NULL`,
    'true',
    ...(desk.unit === null ? [] : [`${open} AND letter.unit = '${desk.unit}'`]),
  ];
}

/** The numbers beside the queues: those of open letters by one walk through these. */
export async function bareCounts(sql: pg.Client, desk: Desk): Promise<number[]> {
  const isOwed = (where: string) =>
    where.startsWith(OPEN) || /^letter\.state = '(in_review|details_needed)'/.test(where);
  const owed = queues(desk).filter(isOwed);
  const others = queues(desk).filter((where) => !isOwed(where));
  const { rows } = await sql.query<{ counts: number[] }>(
    `SELECT ARRAY[${owed.map((where) => `least(count(*) FILTER (WHERE ${where}), 1001)::int`).join(', ')}]
       || ARRAY[${others
         .map(
           (where) =>
             `(SELECT count(*)::int FROM (SELECT FROM letter WHERE ${where} AND ${visible(desk)} LIMIT 1001) q)`,
         )
         .join(', ')}] AS counts
     FROM letter WHERE ${OPEN} AND ${visible(desk)}`,
  );
  return rows[0]!.counts;
}

/** Who asks, and the dangers that stand above every list. */
async function bareFrame(sql: pg.Client, desk: Desk): Promise<void> {
  await sql.query(
    `SELECT account.* FROM account_session JOIN account ON account.id = account_session.account_id
     WHERE id_hash = sha256(convert_to($1, 'UTF8'))`,
    [desk.cookie.split('=')[1]],
  );
  await sql.query(
    `SELECT ${ROW} FROM (SELECT letter.* FROM letter WHERE letter.risk IS NOT NULL AND ${visible(desk)}
       ORDER BY risk_at LIMIT 20) letter`,
    [desk.accountId],
  );
}

/** Everything that a page of a view shows, by plain SQL; answers the references of its rows. */
export async function barePage(
  sql: pg.Client,
  desk: Desk,
  { where }: View,
  { after, sort }: { after?: { at: Date; id: string }; sort?: 'due' } = {},
): Promise<string[]> {
  await bareFrame(sql, desk);
  await bareCounts(sql, desk);
  const key = sort === 'due' ? `coalesce(letter.due_on, '9999-01-01T00:00:00Z')` : 'letter.received_at';
  const [direction, beyond] = sort === 'due' ? ['ASC', '>'] : ['DESC', '<'];
  const from = after && ` AND (${key}, letter.id) ${beyond} ('${after.at.toISOString()}', '${after.id}')`;
  const { rows } = await sql.query<{ reference: string }>(
    `SELECT ${ROW} FROM (SELECT letter.* FROM letter WHERE ${where} AND ${visible(desk)}${from ?? ''}
       ORDER BY ${key} ${direction}, letter.id ${direction} LIMIT 51) letter
     ORDER BY ${key} ${direction}, letter.id ${direction}`,
    [desk.accountId],
  );
  return rows.slice(0, 50).map(({ reference }) => reference);
}

/** Everything that a page of found letters shows; `hits` selects the ids of the newest 51 of them. */
export async function bareFound(
  sql: pg.Client,
  desk: Desk,
  hits: string,
  words: string[],
): Promise<string[]> {
  await bareFrame(sql, desk);
  await bareCounts(sql, desk);
  const { rows } = await sql.query<{ reference: string }>(
    `WITH hits AS MATERIALIZED (${hits})
     SELECT ${ROW} FROM (SELECT letter.* FROM hits JOIN letter ON letter.id = hits.letter_id
       WHERE ${visible(desk)} ORDER BY letter.received_at DESC, letter.id DESC LIMIT 51) letter
     ORDER BY letter.received_at DESC, letter.id DESC`,
    [desk.accountId, ...words],
  );
  return rows.slice(0, 50).map(({ reference }) => reference);
}

/** Other letters of the same person: by name and place, by e-mail address, by telephone. */
const RELATED = `
  WITH own AS (SELECT * FROM letter_search WHERE letter_id = $1), other AS (
    (SELECT found.letter_id FROM own JOIN letter_search found USING (name_key, place_key)
     ORDER BY found.received_at DESC LIMIT 7)
    UNION (SELECT found.letter_id FROM own JOIN letter_search found
       ON substring(found.contact_key FROM '\\S+@\\S+') = substring(own.contact_key FROM '\\S+@\\S+')
     ORDER BY found.received_at DESC LIMIT 7)
    UNION (SELECT found.letter_id FROM own JOIN letter_search found
       ON substring(found.contact_key FROM '^\\d+') = substring(own.contact_key FROM '^\\d+')
     ORDER BY found.received_at DESC LIMIT 7))
  SELECT reference, state, letter.received_at, year, number FROM other JOIN letter ON letter.id = other.letter_id
  LEFT JOIN register_entry entry ON entry.letter_id = letter.id ORDER BY letter.received_at DESC LIMIT 7`;

/** Everything that a letter's pane shows, by plain SQL, and the one event that its opening is; whether it is there. */
export async function bareLetter(sql: pg.Client, desk: Desk, reference: string): Promise<boolean> {
  await bareFrame(sql, desk);
  const { rows } = await sql.query<{ id: string }>(
    `SELECT letter.*, entry.year, entry.number FROM letter
     LEFT JOIN register_entry entry ON entry.letter_id = letter.id WHERE reference = $1 AND ${visible(desk)}`,
    [reference],
  );
  const id = rows[0]?.id;
  await sql.query(
    `INSERT INTO letter_event (letter_id, kind, mover, account_id) VALUES ($1, 'read', 'officer', $2)`,
    [id, desk.accountId],
  );
  for (const table of [
    ...['letter_event', 'letter_attachment', 'letter_supplement', 'reply'],
    ...['forwarding', 'reading_list_letter', 'presence'],
  ])
    await sql.query(`SELECT * FROM ${table} WHERE letter_id = $1`, [id]);
  await sql.query('SELECT * FROM letter WHERE merged_into = $1', [id]);
  await sql.query('SELECT * FROM outgoing_email WHERE subject_id = $1', [id]);
  await sql.query(RELATED, [id]);
  await sql.query('SELECT * FROM account WHERE disabled_at IS NULL');
  return id !== undefined;
}

/** The views of the list that are measured for one officer. */
export function viewsOf(desk: Desk, profile: OfficeProfile): View[] {
  const open = `${OPEN} AND letter.risk IS NULL`;
  return [
    { query: '', where: open },
    { query: '?assigned=me', where: `${open} AND letter.assigned_to = '${desk.accountId}'` },
    { query: '?assigned=none', where: `${open} AND letter.assigned_to IS NULL` },
    { query: '?urgent=yes', where: `${open} AND letter.urgency = 'urgent'` },
    {
      query: '?due=overdue',
      where: `${open} AND letter.due_on < now() AND letter.state <> 'details_needed'`,
    },
    { query: '?channel=post', where: `${open} AND letter.channel = 'post'` },
    { query: '?state=all', where: 'true' },
    ...['received', 'triaged', 'in_work', 'answered', 'closed', 'spam', 'withdrawn'].map((state) => ({
      query: `?state=${state}`,
      where: `letter.state = '${state}' AND letter.risk IS NULL`,
    })),
    ...profile.categories.flatMap(({ code }) => {
      const isIn = `letter.category IN ('${profile.categoryWithParts(code).join(`', '`)}')`;
      return [
        { query: `?category=${code}`, where: `${open} AND ${isIn}` },
        { query: `?state=all&category=${code}`, where: isIn },
      ];
    }),
    ...(desk.unit === null
      ? []
      : [{ query: `?unit=${desk.unit}`, where: `${open} AND letter.unit = '${desk.unit}'` }]),
  ];
}
