import { OPEN_STATES } from '../../letters/letter.states.js';
import { paths } from '../../web/paths.js';

export type Sort = 'received' | 'due';

/** What one view of the inbox shows; every view is a link, so this is exactly its query. */
export interface InboxView {
  /** A state; `all` for every state; undefined for the open ones. */
  state?: string;
  channel?: string;
  category?: string;
  unit?: string;
  /** `me`, `none` (nobody) or an account's id. */
  assigned?: string;
  urgent?: true;
  due?: 'overdue';
  /** Only dangers, taken or not. */
  risk?: true;
  /** Only letters whose reply came back. */
  returned?: true;
  /** Code of a sensitive mark. */
  mark?: string;
  /** Only letters in whose notes this account is mentioned and has not looked since. */
  mentioned?: true;
  /** Only letters of whose replies by this account one cites a release that was changed since. */
  cited?: true;
  /** Slug of the release that the letters are about. */
  release?: string;
  /** Words searched for, at most {@link LONGEST_SEARCH} characters. */
  q?: string;
  sort?: Sort;
}

/** Where a page of the list starts: after (older than) or before (newer than) a row. */
export interface PageCursor {
  after?: string;
  before?: string;
}

/** What a filter may be, from the state table and the office profile. */
export interface KnownValues {
  states: readonly string[];
  channels: readonly string[];
  categories: readonly string[];
  units: readonly string[];
  marks: readonly string[];
}

export const LONGEST_SEARCH = 300;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SLUG = /^[a-z][a-z0-9.-]{0,199}$/;
const CURSOR = /^[A-Za-z0-9_-]{1,200}$/;

/** Reads a query. What it does not know it leaves out and names, so that an old link still opens something. */
export function readView(
  query: Record<string, unknown>,
  known: KnownValues,
): { view: InboxView; cursor: PageCursor; ignored: string[] } {
  const ignored: string[] = [];
  const take = <T extends string>(name: string, isKnown: (value: string) => boolean): T | undefined => {
    const value = query[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' && isKnown(value)) return value as T;
    ignored.push(name);
    return undefined;
  };
  const among = (values: readonly string[]) => (value: string) => values.includes(value);

  const view: InboxView = {
    state: take('state', among([...known.states, 'all'])),
    channel: take('channel', among(known.channels)),
    category: take('category', among(known.categories)),
    unit: take('unit', among(known.units)),
    assigned: take('assigned', (value) => value === 'me' || value === 'none' || UUID.test(value)),
    urgent: take('urgent', (value) => value === 'yes') === undefined ? undefined : true,
    risk: take('risk', (value) => value === 'yes') === undefined ? undefined : true,
    returned: take('returned', (value) => value === 'yes') === undefined ? undefined : true,
    mark: take('mark', among(known.marks)),
    mentioned: take('mentioned', (value) => value === 'yes') === undefined ? undefined : true,
    cited: take('cited', (value) => value === 'yes') === undefined ? undefined : true,
    due: take('due', (value) => value === 'overdue'),
    release: take('release', (value) => SLUG.test(value)),
    q:
      typeof query.q === 'string'
        ? storable(query.q.slice(0, LONGEST_SEARCH)).trim() || undefined
        : undefined,
    sort: take<Sort>('sort', (value) => value === 'due' || value === 'received'),
  };
  const after = take('after', (value) => CURSOR.test(value));
  const before = after === undefined ? take('before', (value) => CURSOR.test(value)) : undefined;
  return { view: compact(view), cursor: compact({ after, before }), ignored };
}

/** A view (and page) as names and values of a query. */
export const queryEntries = (view: InboxView, cursor: PageCursor = {}): [string, string][] =>
  Object.entries({ ...view, ...cursor }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value === true ? 'yes' : String(value)]],
  );

/** The query of a view (and page), with its question mark; empty for the plain inbox. */
export function queryOf(view: InboxView, cursor: PageCursor = {}, more: Record<string, string> = {}): string {
  const text = new URLSearchParams([...queryEntries(view, cursor), ...Object.entries(more)]).toString();
  return text === '' ? '' : `?${text}`;
}

export const inboxLink = (view: InboxView, cursor?: PageCursor) => paths.inbox + queryOf(view, cursor);

/** A letter's page with the list beside it that it was opened from. */
export const letterLink = (
  reference: string,
  view: InboxView = {},
  cursor?: PageCursor,
  more?: Record<string, string>,
) => paths.inboxLetter(reference) + queryOf(view, cursor, more);

/** PostgreSQL stores neither half characters nor NUL. */
export const storable = (text: string) => text.toWellFormed().replaceAll('\0', '');

function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

/** Whether a view is of letters that the office still owes work, and of nothing else. */
export const isOwed = ({ state, q }: Pick<InboxView, 'state' | 'q'>): boolean =>
  q === undefined && (state === undefined || OPEN_STATES.some((open) => open === state));

/** The order in which a view stands: only what is owed has a due date to stand by. */
export const orderOf = (view: InboxView): Sort => (isOwed(view) ? (view.sort ?? 'received') : 'received');
