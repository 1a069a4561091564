import { rows, type Sql } from '../../database/rows.js';
import type { Risk } from '../../letters/letter.entity.js';
import { type LetterState, OPEN_STATES } from '../../letters/letter.states.js';
import type { Channel } from '../../letters/new-letter.js';
import { type Officer, visibleTo } from '../../letters/viewer.js';
import { aboutAllLetters, type PlannedSearch, searchCondition } from '../../letters/search/search.queries.js';
import type { Language } from '../../script/texts.js';
import { type InboxView, isOwed, orderOf, type PageCursor, type Sort } from './inbox.view.js';
import type { InboxQueue, QueueCode } from './queues.js';
import { type CategoryTree, matching } from './view.conditions.js';

/** What one row of the list shows. */
export interface ListedLetter {
  id: string;
  reference: string;
  state: LetterState;
  channel: Channel;
  language: Language;
  name: string;
  surname: string;
  municipality: string;
  municipalityCode: string | null;
  category: string | null;
  urgency: 'normal' | 'urgent';
  subject: string | null;
  /** The message's beginning. */
  start: string;
  receivedAt: Date;
  dueOn: Date | null;
  isSuspect: boolean;
  /** Whether it carries a sensitive mark. */
  isSensitive: boolean;
  hasAttachments: boolean;
  /** Whether this account has not read it yet. */
  isUnread: boolean;
}

/** A danger as the list shows it above every other letter. */
export interface ListedRisk extends ListedLetter {
  risk: Risk;
  riskTakenBy: string | null;
  /** Name of whoever took it. */
  taker: string | null;
}

export const PAGE_SIZE = 50;

/** More open dangers than these stand in their own queue only. */
const MOST_RISKS = 20;

/** Beyond this many letters a count says "more than": counting on would cost more than it tells. */
export const MOST_COUNTED = 1_000;

/** Hits of a search are counted exactly up to here: the dear ones after the page has come. */
export const MOST_FOUND = 10_000;

/** From this share of all letters on, a sample of them tells enough. */
const COMMON_SHARE = 0.1;

/** The order of each sort; times are kept to the millisecond, so a cursor says them exactly. */
const ORDERS: Record<Sort, { column: string; direction: 'ASC' | 'DESC' }> = {
  received: { column: 'letter.received_at', direction: 'DESC' },
  due: { column: `coalesce(letter.due_on, '9999-01-01T00:00:00Z')`, direction: 'ASC' },
};

/** Where letters without a due date stand in the order by due date: last. */
const NEVER = Date.parse('9999-01-01T00:00:00Z');

/** One page of a view: newest (or soonest due) first, starting strictly after or before the cursor's row. */
export async function listLetters(
  sql: Sql,
  viewer: Officer,
  view: InboxView,
  tree: CategoryTree,
  cursor: PageCursor,
  search?: PlannedSearch,
): Promise<{ letters: ListedLetter[]; hasMore: boolean }> {
  const parameters: unknown[] = [];
  const order = ORDERS[orderOf(view)];
  const isBackward = cursor.before !== undefined;
  const isAscending = (order.direction === 'ASC') !== isBackward;
  const direction = isAscending ? 'ASC' : 'DESC';
  const inOrder = `${order.column} ${direction}, letter.id ${direction}`;
  const conditions = restricting([
    visibleTo(viewer, parameters),
    ...matching(view, viewer, tree, parameters),
  ]);
  const from = readCursor(cursor.after ?? cursor.before);
  const beyond = (column: string, id: string): string[] =>
    from === undefined
      ? []
      : [
          `(${column}, ${id}) ${isAscending ? '>' : '<'}
           ($${parameters.push(from.at)}::timestamptz, $${parameters.push(from.id)}::uuid)`,
        ];
  let page: string;
  if (
    search !== undefined &&
    conditions.length === 0 &&
    isByWordsAlone(search) &&
    orderOf(view) === 'received'
  )
    page = firstHits(search, beyond('received_at', 'letter_id'), direction, parameters);
  else {
    if (search !== undefined) conditions.push(searchCondition(search, parameters).where);
    page = firstOf([...conditions, ...beyond(order.column, 'letter.id')], inOrder, PAGE_SIZE + 1);
  }
  const found = await rows<ListedLetter>(
    sql,
    `SELECT ${rowColumns(viewer, parameters, search ? 4_000 : 700)}
     FROM (${page}) letter
     ORDER BY ${inOrder}`,
    parameters,
  );
  const hasMore = found.length > PAGE_SIZE;
  const letters = found.slice(0, PAGE_SIZE);
  return { letters: isBackward ? letters.reverse() : letters, hasMore };
}

const restricting = (conditions: string[]) => conditions.filter((condition) => condition !== 'true');

/** Whether the index of words alone tells what a search finds. */
const isByWordsAlone = ({ search, hits }: PlannedSearch) => hits !== 'any' && search.filters.length === 0;

/**
 * The letters of a page of hits, told by the index of words before any letter is looked up. The condition stands in a
 * CASE, so that the planner walks the hits in order instead of reading all of them from the index first.
 */
function firstHits(
  search: PlannedSearch,
  beyond: string[],
  direction: 'ASC' | 'DESC',
  parameters: unknown[],
): string {
  const found = (): string => {
    if (!Array.isArray(search.hits))
      return `CASE WHEN ${searchCondition(search, parameters).walked!.matches} THEN true END`;
    const hits =
      beyond.length === 0 && direction === 'DESC' ? search.hits.slice(0, PAGE_SIZE + 1) : search.hits;
    return `letter_id = ANY($${parameters.push(hits)}::uuid[])`;
  };
  return `SELECT letter.* FROM (
      SELECT letter_id FROM letter_search WHERE ${[found(), ...beyond].join(' AND ')}
      ORDER BY received_at ${direction}, letter_id ${direction} LIMIT ${PAGE_SIZE + 1}) hit
    JOIN letter ON letter.id = hit.letter_id`;
}

/** Every danger without an outcome that the viewer may see, those that nobody has taken first, then the oldest. */
export async function listRisks(sql: Sql, viewer: Officer): Promise<ListedRisk[]> {
  const parameters: unknown[] = [];
  const visible = visibleTo(viewer, parameters);
  return rows<ListedRisk>(
    sql,
    `SELECT ${rowColumns(viewer, parameters, 700)}, letter.risk, letter.risk_taken_by AS "riskTakenBy",
            (SELECT account.name FROM account WHERE account.id = letter.risk_taken_by) AS taker
     FROM (${firstOf(['letter.risk IS NOT NULL', visible], RISK_ORDER, MOST_RISKS)}) letter
     ORDER BY ${RISK_ORDER}`,
    parameters,
  );
}

const RISK_ORDER = 'letter.risk_taken_by IS NOT NULL, letter.risk_at, letter.id';

/**
 * The letters of a page before anything else is asked of them. Asked together, the planner answers "has this account
 * read it?" for as many letters as the view has, by reading the whole history of all letters first.
 */
const firstOf = (conditions: string[], order: string, most: number) =>
  `SELECT letter.* FROM letter WHERE ${['true', ...conditions].join(' AND ')} ORDER BY ${order} LIMIT ${most}`;

/** What a row shows, with so many of the message's first characters. */
const rowColumns = (viewer: Officer, parameters: unknown[], beginning: number) => `
  letter.id, letter.reference, letter.state, letter.channel, letter.language, letter.name, letter.surname,
  letter.municipality, letter.municipality_code AS "municipalityCode", letter.category, letter.urgency,
  letter.subject, left(letter.message, ${beginning}) AS start, letter.received_at AS "receivedAt",
  letter.due_on AS "dueOn", letter.suspect <> '{}' AS "isSuspect",
  letter.sensitive <> '{}' AS "isSensitive",
  EXISTS (SELECT FROM letter_attachment WHERE letter_attachment.letter_id = letter.id) AS "hasAttachments",
  NOT EXISTS (SELECT FROM letter_event WHERE letter_event.letter_id = letter.id
    AND letter_event.kind = 'read' AND letter_event.account_id = $${parameters.push(viewer.accountId)}) AS "isUnread"`;

/** How many letters a view has; when `isMore`, more than this. */
export interface LetterCount {
  count: number;
  isMore: boolean;
}

/**
 * Counts a view's letters up to `most`. Hits of a search that are known anyway are told to the last, and words that are
 * in far more letters than {@link MOST_FOUND} are not counted at all.
 */
export async function countLetters(
  sql: Sql,
  viewer: Officer,
  view: InboxView,
  tree: CategoryTree,
  search?: PlannedSearch,
  most = MOST_COUNTED,
): Promise<LetterCount> {
  const parameters: unknown[] = [];
  const conditions = restricting([
    visibleTo(viewer, parameters),
    ...matching(view, viewer, tree, parameters),
  ]);
  const counted = async (counting: string, limit: number): Promise<LetterCount> => {
    const [found] = await rows<{ count: number }>(sql, `SELECT ${counting} AS count`, parameters);
    return { count: Math.min(found!.count, limit), isMore: found!.count > limit };
  };
  if (search === undefined) return counted(countWhere(conditions, most), most);
  const isWhole = conditions.length === 0 && isByWordsAlone(search);
  if (isWhole && Array.isArray(search.hits)) return { count: search.hits.length, isMore: false };
  if (isWhole && search.share >= COMMON_SHARE && search.share * (await aboutAllLetters(sql)) > 4 * MOST_FOUND)
    return { count: MOST_FOUND, isMore: true };
  const { where, walked } = searchCondition(search, parameters);
  return walked === undefined
    ? counted(countWhere([...conditions, where], MOST_FOUND), MOST_FOUND)
    : counted(countHits(walked.matches, [...conditions, ...walked.own], most), most);
}

/** Counts from the index of words: a walk down the list would look up every letter that it passes. */
function countHits(matches: string, conditions: string[], most: number): string {
  const letters = conditions.length === 0 ? '' : 'JOIN letter ON letter.id = hit.letter_id';
  return `(SELECT count(*)::int FROM (
       SELECT FROM (SELECT letter_id FROM letter_search WHERE ${matches} OFFSET 0) hit ${letters}
       WHERE ${['true', ...conditions].join(' AND ')} LIMIT ${most + 1}) counted)`;
}

/** Gives up whatever the rest of this transaction asks for after so many milliseconds. */
export async function giveUpAfter(tx: Sql, milliseconds: number): Promise<void> {
  await tx.query(`SET LOCAL statement_timeout = ${milliseconds}`);
}

/** What waits in each queue, in one round trip. */
export async function countQueues(
  sql: Sql,
  viewer: Officer,
  queues: readonly InboxQueue[],
  tree: CategoryTree,
): Promise<Record<QueueCode, number>> {
  const parameters: unknown[] = [];
  const visible = visibleTo(viewer, parameters);
  const conditions = ({ view }: InboxQueue, among?: 'open') =>
    ['true', ...matching(view, viewer, tree, parameters, among)].join(' AND ');
  const owed = queues.filter(({ view }) => isOwed(view));
  const counted = owed.map(
    (queue) =>
      `least(count(*) FILTER (WHERE ${conditions(queue, 'open')}), ${MOST_COUNTED + 1})::int AS "${queue.code}"`,
  );
  const others = queues
    .filter(({ view }) => !isOwed(view))
    .map((queue) => `${countWhere([visible, conditions(queue)])} AS "${queue.code}"`);
  // Every queue of what is owed is told by one walk through the open letters, of which an archive has few.
  const [found] = await rows<Record<QueueCode, number>>(
    sql,
    `SELECT * FROM (SELECT ${counted.join(', ')} FROM letter
       WHERE ${visible} AND letter.state = ANY($${parameters.push(OPEN_STATES)}::text[])) owed
     CROSS JOIN (SELECT ${others.join(', ')}) others`,
    parameters,
  );
  return found!;
}

const countWhere = (conditions: string[], most = MOST_COUNTED) =>
  `(SELECT count(*)::int FROM (SELECT FROM letter WHERE ${['true', ...conditions].join(' AND ')} LIMIT ${most + 1}) AS counted)`;

/** A row's place in an order, as it travels in links. */
export function cursorOf(
  letter: Pick<ListedLetter, 'id' | 'receivedAt' | 'dueOn'>,
  sort: Sort = 'received',
): string {
  const at = sort === 'received' ? letter.receivedAt.getTime() : (letter.dueOn?.getTime() ?? NEVER);
  return Buffer.from(`${at}.${letter.id}`).toString('base64url');
}

/** Undefined for anything that `cursorOf` did not make: such a link opens the first page. */
function readCursor(text: string | undefined): { at: Date; id: string } | undefined {
  if (text === undefined) return undefined;
  const found = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    Buffer.from(text, 'base64url').toString(),
  );
  return found === null ? undefined : { at: new Date(Number(found[1])), id: found[2]! };
}
