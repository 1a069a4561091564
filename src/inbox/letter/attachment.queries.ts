import { rows, type Sql } from '../../database/rows.js';
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
