import { rows, type Sql } from '../../database/rows.js';
import { OPEN_STATES } from '../../letters/letter.states.js';
import { aboutAllLetters, type PlannedSearch, searchCondition } from '../../letters/search/search.queries.js';
import { type Officer, visibleTo } from '../../letters/viewer.js';
import { type InboxView, isOwed } from './inbox.view.js';
import { isWhole, restricting } from './list.queries.js';
import type { InboxQueue, QueueCode } from './queues.js';
import { type CategoryTree, matching } from './view.conditions.js';

/** Beyond this many letters a count says "more than": counting on would cost more than it tells. */
export const MOST_COUNTED = 1_000;

/** Hits of a search are counted exactly up to here: the dear ones after the page has come. */
export const MOST_FOUND = 10_000;

/** From this share of all letters on, a sample of them tells enough. */
const COMMON_SHARE = 0.1;

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
  const isAll = isWhole(search, conditions);
  if (isAll && Array.isArray(search.hits)) return { count: search.hits.length, isMore: false };
  if (isAll && search.share >= COMMON_SHARE && search.share * (await aboutAllLetters(sql)) > 4 * MOST_FOUND)
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

/** Gives up whatever the rest of this transaction asks for after so many milliseconds. */
export async function giveUpAfter(tx: Sql, milliseconds: number): Promise<void> {
  await tx.query(`SET LOCAL statement_timeout = ${milliseconds}`);
}
