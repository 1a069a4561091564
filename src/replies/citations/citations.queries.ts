import { prepared, rows, type Sql } from '../../database/rows.js';
import { CHANGED_RELEASES } from '../../releases/named-releases.queries.js';
import type { ReplyState } from '../reply.js';
import { citedIn } from './cited.js';

/** A release that a reply cites and that readers no longer find as it was when it was cited. */
export interface StaleCitation {
  replyId: string;
  replyState: ReplyState;
  dispatchedAt: Date | null;
  slug: string;
}

/** Keeps which releases a reply's words cite; one that was cited before keeps its time. */
export async function writeCitations(tx: Sql, replyId: string, body: string): Promise<void> {
  await tx.query(
    `WITH gone AS (
       DELETE FROM reply_citation WHERE reply_id = $1 AND NOT release_slug = ANY($2::text[])
     )
     INSERT INTO reply_citation (reply_id, release_slug)
     SELECT $1, slug FROM unnest($2::text[]) AS slug ON CONFLICT DO NOTHING`,
    [replyId, citedIn(body)],
  );
}

/** Of citation `c` in `reply` of the changed release `r`: whether it has to be looked at. A withdrawn one always was no ground. */
const IS_STALE = `reply.purpose = 'answer' AND reply.state <> 'discarded'
  AND r.updated_at > coalesce(c.reviewed_at, CASE WHEN r.state = 'withdrawn' THEN '-infinity' ELSE c.cited_at END)`;

/** What the replies to a letter cite and has since been corrected or withdrawn, until somebody has looked. */
export function staleCitations(sql: Sql, letterId: string): Promise<StaleCitation[]> {
  return rows(
    sql,
    prepared(`SELECT reply.id AS "replyId", reply.state AS "replyState", reply.dispatched_at AS "dispatchedAt", r.slug
     FROM reply JOIN reply_citation c ON c.reply_id = reply.id JOIN ${CHANGED_RELEASES} r ON r.known_as = c.release_slug
     WHERE reply.letter_id = $1 AND ${IS_STALE}
     ORDER BY reply.id, r.slug`),
    [letterId],
  );
}

/** A condition on `letter`: a reply that this account wrote a part of, or whose letter it has, cites such a release. */
export const citesStale = (account: string) => `EXISTS (
  SELECT FROM ${CHANGED_RELEASES} r JOIN reply_citation c ON c.release_slug = r.known_as JOIN reply ON reply.id = c.reply_id
  WHERE reply.letter_id = letter.id AND (${account} = ANY(reply.drafters) OR letter.assigned_to = ${account})
    AND ${IS_STALE})`;

/** Says that a reply's citations were looked at; gives the releases that had changed. */
export async function reviewCitations(tx: Sql, letterId: string, replyId: string): Promise<string[]> {
  const reviewed = await rows<{ slug: string }>(
    tx,
    `UPDATE reply_citation c SET reviewed_at = greatest(now(), r.updated_at) FROM reply, ${CHANGED_RELEASES} r
     WHERE c.reply_id = $2 AND reply.id = c.reply_id AND reply.letter_id = $1 AND r.known_as = c.release_slug AND ${IS_STALE}
     RETURNING r.slug`,
    [letterId, replyId],
  );
  return reviewed.map(({ slug }) => slug).sort();
}
