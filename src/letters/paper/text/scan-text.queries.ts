import { prepared, rows, type Sql } from '../../../database/rows.js';
import { type Officer, openTo } from '../../viewer.js';
import type { UnreadScan } from './text-reading.js';

/** What a machine read in one attachment of a letter. */
export interface ScanText {
  position: number;
  name: string;
  text: string;
  pages: number | null;
  pagesRead: number | null;
  /** 0 to 100; null where nothing was read. */
  confidence: number | null;
  /** Code of why there is no text, or not all of it. */
  reason: UnreadScan | null;
  state: 'pending' | 'leased' | 'failed' | 'done';
}

export function scanTextsOf(sql: Sql, letterId: string): Promise<ScanText[]> {
  return rows(
    sql,
    prepared(`SELECT scan.position, attachment.name, scan.text, scan.pages, scan.pages_read AS "pagesRead",
                     scan.confidence, scan.reason, scan.state
              FROM scan_text scan JOIN letter_attachment attachment USING (letter_id, position)
              WHERE scan.letter_id = $1 ORDER BY scan.position`),
    [letterId],
  );
}

/** The file that a row is about; undefined when it is gone. */
export async function fileOfScan(
  sql: Sql,
  id: string,
): Promise<{ letterId: string; sha256: string; mediaType: string } | undefined> {
  const [file] = await rows<{ letterId: string; sha256: string; mediaType: string }>(
    sql,
    `SELECT scan.letter_id AS "letterId", attachment.sha256, attachment.media_type AS "mediaType"
     FROM scan_text scan JOIN letter_attachment attachment USING (letter_id, position) WHERE scan.id = $1`,
    [id],
  );
  return file;
}

export interface ReadScan {
  text: string;
  pages: number;
  pagesRead: number;
  confidence: number | null;
  reason: UnreadScan | null;
}

export async function recordScanText(tx: Sql, id: string, read: ReadScan): Promise<void> {
  await rows(
    tx,
    `UPDATE scan_text SET text = $2, pages = $3, pages_read = $4, confidence = $5, reason = $6 WHERE id = $1 RETURNING 1`,
    [id, read.text, read.pages, read.pagesRead, read.confidence, read.reason],
  );
}

/** Owes the reading of a scan again, for an officer who may see its letter; undefined when it is not to be read anew. */
export async function oweReadingAgain(
  sql: Sql,
  reference: string,
  position: number,
  officer: Officer,
): Promise<string | undefined> {
  const parameters: unknown[] = [reference, position];
  const [owed] = await rows<{ id: string }>(
    sql,
    `UPDATE scan_text scan SET state = 'pending', due_at = now(), attempts = 0, reason = NULL, last_error = NULL
     FROM letter WHERE letter.id = scan.letter_id AND letter.reference = $1 AND scan.position = $2
       AND (scan.state = 'failed' OR scan.state = 'done' AND scan.reason IS NOT NULL) AND ${openTo(officer, parameters)}
     RETURNING scan.id`,
    parameters,
  );
  return owed?.id;
}
