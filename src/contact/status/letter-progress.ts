import type { LetterEvent } from '../../letters/letter.view.js';
import { LETTER_STATES, type LetterState } from '../../letters/letter.states.js';

export interface ProgressPoint {
  /** State whose word names the step; `closed` is said in the page's own word. */
  state: LetterState;
  /** When the letter came there; undefined while it is ahead. */
  at: Date | undefined;
  isCurrent: boolean;
}

const STEPS = ['received', 'triaged', 'in_work', 'answered'] as const;

/**
 * The citizen's view of how far a letter has come: four steps, each with the day on which it was last
 * reached. Of a letter that ended, steps that it never took are left out.
 */
export function letterProgress(
  state: LetterState,
  receivedAt: Date,
  events: readonly LetterEvent[],
): ProgressPoint[] {
  const reached = new Map<string, Date>([['received', receivedAt]]);
  for (const { toState, at } of events) {
    if (toState === null || toState === 'withdrawn' || LETTER_STATES[toState].step === 'received') continue;
    reached.set(LETTER_STATES[toState].step, at);
  }
  const isOver = !LETTER_STATES[state].open;
  const current = state === 'withdrawn' ? STEPS.length : STEPS.indexOf(LETTER_STATES[state].step);
  const points = STEPS.flatMap((step, index): ProgressPoint[] => {
    const at = index <= current ? reached.get(step) : undefined;
    if (isOver && (at === undefined || (state === 'withdrawn' && step === 'answered'))) return [];
    return [{ state: index === current ? wordOf(state) : step, at, isCurrent: index === current }];
  });
  if (state !== 'withdrawn') return points;
  return [
    ...points,
    { state, at: events.findLast((event) => event.toState === 'withdrawn')?.at, isCurrent: true },
  ];
}

/** Spam is told as closed: the mark may be wrong. States that share a step share its word. */
function wordOf(state: LetterState): LetterState {
  if (state === 'spam' || state === 'closed') return 'closed';
  return state === 'forwarded' ? 'forwarded' : LETTER_STATES[state].step;
}
