import type { EntityManager } from 'typeorm';
import { addEvent, changeLetter, type LetterChange, type NewEvent } from './changes.queries.js';
import type { Letter } from './letter.entity.js';
import { moverOf } from './move-letter.js';
import { valuesBefore } from './undo.js';
import type { Officer } from './viewer.js';

/** Changes fields of a locked letter that stays in its state, and tells so; gives the event's id. */
export async function correctLetter(
  tx: EntityManager,
  letter: Letter,
  change: LetterChange,
  { by, ...event }: Pick<NewEvent, 'kind' | 'reason' | 'details'> & { by: Officer },
): Promise<string> {
  await changeLetter(tx, letter.id, change);
  return addEvent(tx, letter.id, { ...moverOf(by), ...event, before: valuesBefore(letter, change) });
}
