import { rows, type Sql } from '../../database/rows.js';
import type { KeptFile } from '../../files/kept-file.js';

/** The paper on which the head of state wrote, scanned; it stands in the details of the annotation's event. */
export type KeptScan = Pick<KeptFile, 'sha256' | 'name' | 'size'>;

/** The scan of an event, or null, as SQL. */
export const scanOf = (event: string) =>
  `CASE WHEN ${event}.details ? 'scan' THEN jsonb_build_object('sha256', ${event}.details->>'scan',
     'name', ${event}.details->>'scanName', 'size', (${event}.details->>'scanSize')::float8) END`;

/** Details of the event that keeps a scan. */
export const scanDetails = (scan: KeptScan) => ({
  scan: scan.sha256,
  scanName: scan.name,
  scanSize: scan.size,
});

/** Of these files, those that an annotation holds. */
export async function filesOfAnnotations(sql: Sql, sha256s: string[]): Promise<string[]> {
  const held = await rows<{ sha256: string }>(
    sql,
    `SELECT DISTINCT details->>'scan' AS sha256 FROM letter_event
     WHERE kind = 'annotation' AND details->>'scan' = ANY($1)`,
    [sha256s],
  );
  return held.map(({ sha256 }) => sha256);
}
