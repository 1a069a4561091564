import { rows, type Sql } from '../../database/rows.js';
import { STATES_OF_RELEASE, type ReleaseState } from '../release.states.js';

/** A line of the newsroom's list. */
export interface ListedRelease {
  id: string;
  state: ReleaseState;
  title: string;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  goesOutAt: Date | null;
  editedAt: Date | null;
  editorName: string | null;
  isEmergency: boolean;
  /** A correction of it is being written, or waits to be read. */
  correction: 'written' | 'submitted' | null;
}

/** A place in the newsroom's list: behind a release, among what is in work or among what was published. */
export interface ListPlace {
  part: 'work' | 'published';
  at: Date;
  id: string;
}

export interface ListFilter {
  /** One state, or all but what was thrown away. */
  state?: ReleaseState;
  /** Where the list goes on. */
  after?: ListPlace;
  limit: number;
}

/**
 * What is in work first, what was changed last before the rest; then what readers saw or see, newest first. Each half
 * is read from an index of its own and no further than the page needs.
 */
export async function listedReleases(sql: Sql, filter: ListFilter): Promise<ListedRelease[]> {
  const { after, limit } = filter;
  const inWork = after?.part === 'published' ? [] : await listed(sql, 'work', filter);
  if (inWork.length === limit) return inWork;
  const rest = { ...filter, limit: limit - inWork.length };
  const place = after?.part === 'published' ? after : undefined;
  return [...inWork, ...(await listed(sql, 'published', { ...rest, after: place }))];
}

const PARTS = {
  work: {
    from: 'release_draft d JOIN release r ON r.id = d.release_id',
    where: 'true',
    key: 'd.edited_at, d.release_id',
    order: 'd.edited_at DESC, d.release_id DESC',
  },
  published: {
    from: 'release r LEFT JOIN release_draft d ON d.release_id = r.id',
    where: 'r.published_at IS NOT NULL AND d.release_id IS NULL',
    key: 'r.published_at, r.id',
    order: 'r.published_at DESC, r.id DESC',
  },
};

function listed(
  sql: Sql,
  part: keyof typeof PARTS,
  { state, after, limit }: ListFilter,
): Promise<ListedRelease[]> {
  const { from, where, key, order } = PARTS[part];
  const parameters: unknown[] = [limit];
  const value = (given: unknown) => `$${parameters.push(given)}`;
  const isOfState = state === undefined ? `r.state <> 'discarded'` : `r.state = ${value(state)}`;
  const isFurther = after && ` AND (${key}) < (${value(after.at)}::timestamptz, ${value(after.id)}::uuid)`;
  return rows(
    sql,
    `SELECT r.id, r.state, coalesce(nullif(d.content #>> '{sr,title}', ''), t.title, '') AS title,
            r.published_at AS "publishedAt", r.withdrawn_at AS "withdrawnAt", p.goes_out_at AS "goesOutAt",
            d.edited_at AS "editedAt", a.name AS "editorName", r.is_emergency AS "isEmergency",
            CASE WHEN d.release_id IS NULL OR r.published_at IS NULL THEN NULL
                 WHEN d.submitted_at IS NOT NULL THEN 'submitted' ELSE 'written' END AS correction
     FROM ${from}
     LEFT JOIN release_text t ON t.release_id = r.id AND t.language = 'sr'
     LEFT JOIN account a ON a.id = d.edited_by
     LEFT JOIN release_publishing p ON p.release_id = r.id AND p.state IN ('pending', 'leased', 'failed')
     WHERE ${where} AND ${isOfState}${isFurther ?? ''} ORDER BY ${order} LIMIT $1`,
    parameters,
  );
}

/** Counting stops here: a page must not take longer with every release. */
export const MOST_COUNTED = 1_000;

/** How many releases are in each state, up to one more than {@link MOST_COUNTED}. */
export async function countsByState(sql: Sql): Promise<Record<ReleaseState, number>> {
  const found = await rows<{ state: ReleaseState; count: number }>(
    sql,
    `SELECT state, count FROM unnest($1::text[]) AS state, LATERAL (
       SELECT count(*)::int AS count
       FROM (SELECT 1 FROM release WHERE release.state = state.state LIMIT ${MOST_COUNTED + 1}) AS few) AS counted`,
    [STATES_OF_RELEASE],
  );
  return Object.fromEntries(found.map(({ state, count }) => [state, count])) as Record<ReleaseState, number>;
}
