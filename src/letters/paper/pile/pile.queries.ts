import { rows, type Sql } from '../../../database/rows.js';
import type { KeptFile } from '../../../files/kept-file.js';
import type { PileRemark } from './pile-reading.js';

export interface PilePage {
  sha256: string;
  /** Pixels. */
  width: number;
  height: number;
}

export type ScanRemark = PileRemark | 'blank';

/** A scan of one envelope. */
export interface PostScan extends KeptFile {
  id: string;
  pileName: string;
  /** Place in its pile, from 1, and how many envelopes the pile has. */
  position: number;
  envelopes: number;
  pages: PilePage[];
  remark: ScanRemark | null;
  state: 'waiting' | 'entered' | 'aside';
  asideReason: string | null;
  droppedAt: Date;
  /** The account that has it before it now. */
  takenBy: string | null;
}

/** A clerk has a scan alone for this long, and longer while the form is opened again. */
const TAKEN_MINUTES = 20;

const FREE = `(scan.taken_by IS NULL OR scan.taken_until < now() OR scan.taken_by = $1)`;
const COLUMNS = `scan.id, scan.position, scan.sha256, scan.size::float8 AS size, scan.media_type AS "mediaType",
  scan.name, scan.pages, scan.remark, scan.state, scan.aside_reason AS "asideReason", pile.name AS "pileName",
  pile.dropped_at AS "droppedAt", CASE WHEN scan.taken_until > now() THEN scan.taken_by END AS "takenBy",
  (SELECT count(*)::int FROM post_scan other WHERE other.pile_id = scan.pile_id) AS envelopes`;

/** Adds what was dropped; undefined when the very same bytes were dropped before. */
export async function addPile(
  tx: Sql,
  file: KeptFile,
  { accountId, isRead }: { accountId: string; /** A picture needs no reading. */ isRead: boolean },
): Promise<string | undefined> {
  const [added] = await rows<{ id: string }>(
    tx,
    `INSERT INTO post_pile (sha256, size, media_type, name, dropped_by, state, due_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN 'done' ELSE 'pending' END, CASE WHEN NOT $6 THEN now() END)
     ON CONFLICT (sha256) DO NOTHING RETURNING id`,
    [file.sha256, file.size, file.mediaType, file.name, accountId, isRead],
  );
  return added?.id;
}

/** What became of a pile. */
export async function recordPile(
  tx: Sql,
  id: string,
  { pages, remark }: { pages: number; remark: string | null },
): Promise<void> {
  await rows(tx, 'UPDATE post_pile SET pages = $2, remark = $3 WHERE id = $1 RETURNING 1', [
    id,
    pages,
    remark,
  ]);
}

export interface NewScan {
  position: number;
  firstPage: number | null;
  lastPage: number | null;
  file: KeptFile;
  pages: PilePage[];
  remark: ScanRemark | null;
}

export async function addScans(tx: Sql, pileId: string, scans: readonly NewScan[]): Promise<void> {
  for (const { position, firstPage, lastPage, file, pages, remark } of scans)
    await rows(
      tx,
      `INSERT INTO post_scan (pile_id, position, first_page, last_page, sha256, size, media_type, name, pages, remark)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING 1`,
      [
        ...[pileId, position, firstPage, lastPage, file.sha256, file.size, file.mediaType, file.name],
        ...[JSON.stringify(pages), remark],
      ],
    );
}

/**
 * Takes the next scan that no other clerk has, one's own first, and what comes `after` the one just entered or left.
 * Two who ask at once get two.
 */
export async function takeNext(sql: Sql, accountId: string, after?: string): Promise<string | undefined> {
  const [taken] = await rows<{ id: string }>(
    sql,
    `WITH after AS (
       SELECT pile_id, position FROM post_scan WHERE id = $3::uuid
     ), next AS MATERIALIZED (
       SELECT scan.id FROM post_scan scan
       WHERE scan.state = 'waiting' AND ${FREE} AND scan.id IS DISTINCT FROM $3::uuid
       ORDER BY scan.taken_by = $1 AND scan.taken_until > now() DESC NULLS LAST,
                (scan.pile_id, scan.position) > (SELECT pile_id, position FROM after) DESC NULLS LAST,
                scan.pile_id, scan.position
       LIMIT 1 FOR UPDATE OF scan SKIP LOCKED)
     UPDATE post_scan SET taken_by = $1, taken_until = now() + make_interval(mins => $2)
     FROM next WHERE post_scan.id = next.id RETURNING post_scan.id`,
    [accountId, TAKEN_MINUTES, after ?? null],
  );
  return taken?.id;
}

/** Takes a scan that no other clerk has; false when it waits no longer or another has it. */
export async function takeScan(sql: Sql, accountId: string, id: string): Promise<boolean> {
  const taken = await rows(
    sql,
    `UPDATE post_scan scan SET taken_by = $1, taken_until = now() + make_interval(mins => $3)
     WHERE id = $2 AND state = 'waiting' AND ${FREE} RETURNING 1`,
    [accountId, id, TAKEN_MINUTES],
  );
  return taken.length === 1;
}

export async function scanById(sql: Sql, id: string): Promise<PostScan | undefined> {
  const [scan] = await rows<PostScan>(
    sql,
    `SELECT ${COLUMNS} FROM post_scan scan JOIN post_pile pile ON pile.id = scan.pile_id WHERE scan.id = $1`,
    [id],
  );
  return scan;
}

/** Scans in the order in which they were dropped. */
export function listScans(sql: Sql, state: 'waiting' | 'aside', limit: number): Promise<PostScan[]> {
  return rows(
    sql,
    `SELECT ${COLUMNS} FROM post_scan scan JOIN post_pile pile ON pile.id = scan.pile_id
     WHERE scan.state = $1 ORDER BY scan.pile_id, scan.position LIMIT $2`,
    [state, limit],
  );
}

/** Counting stops here. */
export const MOST_SCANS = 1_000;

export async function countScans(sql: Sql): Promise<{ waiting: number; aside: number; unread: number }> {
  const capped = (table: string, where: string) =>
    `(SELECT count(*)::int FROM (SELECT 1 FROM ${table} WHERE ${where} LIMIT ${MOST_SCANS}) AS few)`;
  const [counts] = await rows<{ waiting: number; aside: number; unread: number }>(
    sql,
    `SELECT ${capped('post_scan', `state = 'waiting'`)} AS waiting, ${capped('post_scan', `state = 'aside'`)} AS aside,
            ${capped('post_pile', `state IN ('pending', 'leased', 'failed')`)} AS unread`,
  );
  return counts!;
}

export interface UnreadPile {
  id: string;
  name: string;
  state: 'pending' | 'leased' | 'failed';
  lastError: string | null;
  droppedAt: Date;
}

/** Piles that are still to be read, or could not be. */
export function unreadPiles(sql: Sql): Promise<UnreadPile[]> {
  return rows(
    sql,
    `SELECT id, name, state, last_error AS "lastError", dropped_at AS "droppedAt" FROM post_pile
     WHERE state IN ('pending', 'leased', 'failed') ORDER BY id LIMIT 50`,
  );
}

/** Puts a scan aside or back among those that wait, and tells so; false when it was not there. */
export async function moveScan(
  tx: Sql,
  id: string,
  { to, accountId, reason }: { to: 'aside' | 'waiting'; accountId: string; reason: string | null },
): Promise<boolean> {
  const moved = await rows(
    tx,
    `UPDATE post_scan SET state = $2, aside_reason = $3, taken_by = NULL, taken_until = NULL
     WHERE id = $1 AND state = CASE $2 WHEN 'aside' THEN 'waiting' ELSE 'aside' END RETURNING 1`,
    [id, to, reason],
  );
  if (moved.length === 1)
    await rows(
      tx,
      'INSERT INTO post_scan_event (scan_id, kind, account_id, reason) VALUES ($1, $2, $3, $4) RETURNING 1',
      [id, to === 'aside' ? 'aside' : 'back', accountId, reason],
    );
  return moved.length === 1;
}

/** Of these files, those that a pile holds: what waits or is aside, and piles that were not parted cleanly. */
export async function filesOfPile(sql: Sql, sha256s: string[]): Promise<string[]> {
  const held = await rows<{ sha256: string }>(
    sql,
    `SELECT sha256 FROM post_pile WHERE sha256 = ANY($1) AND (state <> 'done' OR remark IS NOT NULL
       OR EXISTS (SELECT FROM post_scan scan WHERE scan.pile_id = post_pile.id AND scan.state <> 'entered'))
     UNION SELECT sha256 FROM post_scan WHERE state <> 'entered' AND sha256 = ANY($1)
     UNION SELECT page ->> 'sha256' FROM post_scan CROSS JOIN jsonb_array_elements(pages) page
           WHERE state <> 'entered' AND page ->> 'sha256' = ANY($1)`,
    [sha256s],
  );
  return held.map(({ sha256 }) => sha256);
}
