import { rows, type Sql } from '../../database/rows.js';
import type { LetterEvent } from '../../letters/letter.view.js';
import type { Channel } from '../../letters/new-letter.js';
import { type Officer, visibleTo } from '../../letters/viewer.js';

/** What happened to a letter, with as much of the letter as a sentence about it needs. */
export interface Change extends LetterEvent {
  reference: string;
  channel: Channel;
}

/** Of these events, those of letters that the viewer may see now, oldest first. */
export function changesSeen(sql: Sql, viewer: Officer, eventIds: string[]): Promise<Change[]> {
  const parameters: unknown[] = [eventIds];
  return rows<Change>(
    sql,
    `SELECT event.id, event.at, event.kind, event.mover, event.from_state AS "fromState",
            event.to_state AS "toState", event.account_id AS "accountId", event.reason, event.details,
            letter.reference, letter.channel
     FROM letter_event event JOIN letter ON letter.id = event.letter_id
     WHERE event.id = ANY($1::bigint[]) AND ${visibleTo(viewer, parameters)} ORDER BY event.id`,
    parameters,
  );
}

/** Of these letters, those that the viewer may see, by their references. */
export function referencesSeen(
  sql: Sql,
  viewer: Officer,
  letterIds: string[],
): Promise<{ id: string; reference: string }[]> {
  const parameters: unknown[] = [letterIds];
  return rows(
    sql,
    `SELECT letter.id, letter.reference FROM letter
     WHERE letter.id = ANY($1::uuid[]) AND ${visibleTo(viewer, parameters)}`,
    parameters,
  );
}
