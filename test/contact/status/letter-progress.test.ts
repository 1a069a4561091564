import { letterProgress } from '../../../src/contact/status/letter-progress.js';
import { STATES, type LetterState } from '../../../src/letters/letter.states.js';
import type { LetterEvent } from '../../../src/letters/letter.view.js';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const moves = (...states: LetterState[]) =>
  states.map((toState, index) => ({ toState, at: at(index + 2) }) as LetterEvent);
const shown = (state: LetterState, ...states: LetterState[]) =>
  letterProgress(state, at(1), moves(...states)).map(
    (point) => `${point.state}${point.at ? ` ${point.at.getUTCDate()}` : ''}${point.isCurrent ? ' *' : ''}`,
  );

test.each<[LetterState, LetterState[], string[]]>([
  ['received', [], ['received 1 *', 'triaged', 'in_work', 'answered']],
  ['details_needed', ['details_needed'], ['received 1 *', 'triaged', 'in_work', 'answered']],
  ['in_review', ['triaged', 'in_work', 'in_review'], ['received 1', 'triaged 2', 'in_work 4 *', 'answered']],
  ['triaged', ['triaged', 'in_work', 'triaged'], ['received 1', 'triaged 4 *', 'in_work', 'answered']],
  ['answered', ['triaged', 'in_work', 'answered'], ['received 1', 'triaged 2', 'in_work 3', 'answered 4 *']],
  [
    'in_work',
    ['triaged', 'in_work', 'answered', 'in_work'],
    ['received 1', 'triaged 2', 'in_work 5 *', 'answered'],
  ],
  ['forwarded', ['triaged', 'forwarded'], ['received 1', 'triaged 2', 'forwarded 3 *']],
  ['spam', ['spam'], ['received 1', 'closed 2 *']],
  ['withdrawn', ['triaged', 'withdrawn'], ['received 1', 'triaged 2', 'withdrawn 3 *']],
])('%s after %j', (state, states, points) => expect(shown(state, ...states)).toEqual(points));

test('every state has exactly one current step', () => {
  for (const state of STATES)
    expect(letterProgress(state, at(1), moves(state)).filter((point) => point.isCurrent)).toHaveLength(1);
});
