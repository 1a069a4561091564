import type { EntityManager } from 'typeorm';
import { addEvent, changeLetter, type LetterChange } from './changes.queries.js';
import type { PlannedChange } from './changes-of-many.queries.js';
import type { Letter } from './letter.entity.js';
import { transition, type LetterState, type Mover } from './letter.states.js';
import type { LetterEventKind } from './letter.view.js';
import { TransitionRefused } from './letters.refused.js';
import type { Officer } from './viewer.js';
import { clockChange } from './time/term.js';
import { valuesBefore } from './undo.js';

/** Whoever moves a letter. */
export type By = Officer | 'citizen' | 'system';

export interface Move {
  to: LetterState;
  by: By;
  kind: LetterEventKind;
  reason?: string;
  /** Fields that change with the state. */
  change?: LetterChange;
  /** What the event tells: codes and ids, never a citizen's words. */
  details?: Record<string, string | number | null>;
}

/**
 * Moves a letter that `tx` has locked to another state and writes its event, whose id it gives. Throws {@link TransitionRefused}
 * when the table of states does not know the move, does not allow it to the mover, or wants a reason.
 */
export function moveLetter(tx: EntityManager, letter: Letter, move: Move): Promise<string> {
  return carryOut(tx, planMove(letter, move));
}

/** What a move changes and tells, without doing it; throws as {@link moveLetter}. */
export function planMove(letter: Letter, move: Move): PlannedChange {
  checkMove(letter.state, move);
  const change = { ...clockChange(letter, move.to), ...move.change, state: move.to };
  const event = {
    ...moverOf(move.by),
    kind: move.kind,
    from: letter.state,
    to: move.to,
    reason: move.reason,
    details: move.details,
    before: typeof move.by === 'string' ? undefined : valuesBefore(letter, change),
  };
  return { letterId: letter.id, change, event };
}

/** Does what was planned for a locked letter; gives the event's id. */
export async function carryOut(
  tx: EntityManager,
  { letterId, change, event }: PlannedChange,
): Promise<string> {
  await changeLetter(tx, letterId, change);
  return addEvent(tx, letterId, event);
}

/** Throws {@link TransitionRefused} unless the table of states allows the move. */
export function checkMove(from: LetterState, { to, by, reason }: Pick<Move, 'to' | 'by' | 'reason'>): void {
  const allowed = transition(from, to);
  if (!allowed) throw new TransitionRefused(from, to, 'state');
  const movers: readonly Mover[] = typeof by === 'string' ? [by] : by.roles;
  if (!allowed.by.some((mover) => movers.includes(mover))) throw new TransitionRefused(from, to, 'role');
  if (allowed.reason && typeof by !== 'string' && !reason?.trim())
    throw new TransitionRefused(from, to, 'reason');
}

/** How an event names whoever did it. */
export const moverOf = (by: By) =>
  typeof by === 'string' ? { mover: by } : { mover: 'officer' as const, accountId: by.accountId };
