import { rows, type Sql } from '../../database/rows.js';
import { type KeptScan, scanOf } from '../../letters/reading-list/annotation-scan.js';
import { type Officer, openTo } from '../../letters/viewer.js';

/** One attachment of a letter that this officer may see; undefined for a foreign one as for an absent one. */
export async function attachmentFor(
  sql: Sql,
  reference: string,
  position: number,
  officer: Officer,
): Promise<{ sha256: string; name: string; size: number } | undefined> {
  const parameters: unknown[] = [reference, position];
  const [attachment] = await rows<{ sha256: string; name: string; size: number }>(
    sql,
    `SELECT attachment.sha256, attachment.name, attachment.size::float8 AS size
     FROM letter JOIN letter_attachment attachment ON attachment.letter_id = letter.id
     WHERE letter.reference = $1 AND attachment.position = $2 AND ${openTo(officer, parameters)}`,
    parameters,
  );
  return attachment;
}

/** The scan that was filed with an annotation of a letter; undefined for a foreign letter as for an absent one. */
export async function annotationScanFor(
  sql: Sql,
  reference: string,
  eventId: string,
  officer: Officer,
): Promise<KeptScan | undefined> {
  const parameters: unknown[] = [reference, eventId];
  const [found] = await rows<{ scan: KeptScan | null }>(
    sql,
    `SELECT ${scanOf('event')} AS scan FROM letter JOIN letter_event event ON event.letter_id = letter.id
     WHERE letter.reference = $1 AND event.id = $2 AND event.kind = 'annotation' AND ${openTo(officer, parameters)}`,
    parameters,
  );
  return found?.scan ?? undefined;
}
