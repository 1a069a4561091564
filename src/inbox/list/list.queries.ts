import { rows, type Sql } from '../../database/rows.js';
import type { Risk } from '../../letters/letter.entity.js';
import type { LetterState } from '../../letters/letter.states.js';
import type { Channel } from '../../letters/new-letter.js';
import { type Officer, visibleTo } from '../../letters/viewer.js';
import { type PlannedSearch, searchCondition } from '../../letters/search/search.queries.js';
import type { Language } from '../../script/texts.js';
import { type InboxView, orderOf, type PageCursor, type Sort } from './inbox.view.js';
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
  if (search?.hits === 'many' && isWhole(search, conditions))
    page = firstWalked(search, beyond('received_at', 'letter_id'), direction, parameters);
  else {
    if (search !== undefined) {
      // Of hits that are known newest first, the first page needs no more than its own.
      const isFirst = isWhole(search, conditions) && from === undefined && !isAscending;
      const shown =
        isFirst && Array.isArray(search.hits)
          ? { ...search, hits: search.hits.slice(0, PAGE_SIZE + 1) }
          : search;
      conditions.push(searchCondition(shown, parameters).where);
    }
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

/** Without those that hold for every letter. */
export const restricting = (conditions: string[]) => conditions.filter((condition) => condition !== 'true');

/** Whether the words of a search alone tell what is found. */
export const isWhole = ({ search, hits }: PlannedSearch, conditions: string[]) =>
  conditions.length === 0 && hits !== 'any' && search.filters.length === 0;

/**
 * The letters of a page of many hits, told by the index of words before any letter is looked up. The condition stands
 * in a CASE, so that the planner walks the hits in order instead of reading all of them from the index first.
 */
function firstWalked(
  search: PlannedSearch,
  beyond: string[],
  direction: 'ASC' | 'DESC',
  parameters: unknown[],
): string {
  const found = `CASE WHEN ${searchCondition(search, parameters).walked!.matches} THEN true END`;
  return `SELECT letter.* FROM (
      SELECT letter_id FROM letter_search WHERE ${[found, ...beyond].join(' AND ')}
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
