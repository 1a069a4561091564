import type { EntityManager } from 'typeorm';
import type { LetterChange, NewEvent } from './changes.queries.js';
import type { PlannedChange } from './changes-of-many.queries.js';
import type { Letter } from './letter.entity.js';
import { carryOut, moverOf } from './move-letter.js';
import { valuesBefore } from './undo.js';
import type { Officer } from './viewer.js';

type Told = Pick<NewEvent, 'kind' | 'reason' | 'details'> & { by: Officer };

/** Changes fields of a locked letter that stays in its state, and tells so; gives the event's id. */
export const correctLetter = (
  tx: EntityManager,
  letter: Letter,
  change: LetterChange,
  told: Told,
): Promise<string> => carryOut(tx, planCorrection(letter, change, told));

/** What a correction changes and tells, without doing it. */
export const planCorrection = (
  letter: Letter,
  change: LetterChange,
  { by, ...event }: Told,
): PlannedChange => ({
  letterId: letter.id,
  change,
  event: { ...moverOf(by), ...event, before: valuesBefore(letter, change) },
});
