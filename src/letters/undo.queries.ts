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

/** The last event that changed each of these letters; a letter that never changed has none. */
export async function lastChanges(tx: Sql, letterIds: string[]): Promise<Map<string, LastChange>> {
  const found = await rows<LastChange & { letterId: string }>(
    tx,
    `SELECT last.id, last.kind, last.account_id AS "accountId", last.before, last.letter_id AS "letterId",
            last.at > now() - make_interval(mins => $3) AS "isRecent"
     FROM unnest($1::uuid[]) AS letter (id)
     JOIN LATERAL (SELECT * FROM letter_event event
                   WHERE event.letter_id = letter.id AND NOT event.kind = ANY($2::text[])
                   ORDER BY event.id DESC LIMIT 1) last ON true`,
    [letterIds, HARMLESS, UNDO_MINUTES],
  );
  return new Map(found.map(({ letterId, ...last }) => [letterId, last]));
}

/** The last event that changed the letter. */
export const lastChange = async (tx: Sql, letterId: string): Promise<LastChange | undefined> =>
  (await lastChanges(tx, [letterId])).get(letterId);
