import { rows, type Sql } from '../database/rows.js';
import type { LetterChange } from './changes.queries.js';
import type { LetterEventKind } from './letter.view.js';
import { HARMLESS, UNDO_MINUTES } from './undo.js';

export interface LastChange {
  id: string;
  kind: LetterEventKind;
  accountId: string | null;
  before: LetterChange | null;
  isRecent: boolean;
}

/** The last event that changed the letter. */
export async function lastChange(tx: Sql, letterId: string): Promise<LastChange | undefined> {
  const [last] = await rows<LastChange>(
    tx,
    `SELECT id, kind, account_id AS "accountId", before, at > now() - make_interval(mins => $3) AS "isRecent"
     FROM letter_event WHERE letter_id = $1 AND NOT kind = ANY($2::text[]) ORDER BY id DESC LIMIT 1`,
    [letterId, HARMLESS, UNDO_MINUTES],
  );
  return last;
}
