import fc from 'fast-check';
import {
  checkStates,
  LETTER_STATES,
  mayMove,
  OPEN_STATES,
  STATES,
  transition,
  type LetterState,
  type Mover,
  type StateOfLetter,
} from '../../src/letters/letter.states.js';
import { ROLES } from '../../src/web/access.js';

const MOVERS: Mover[] = [...ROLES, 'citizen', 'system'];

/** The table of product.md, copied by hand. */
const PRODUCT: Record<LetterState, string> = {
  received: 'details_needed triaged closed spam withdrawn',
  details_needed: 'received triaged closed spam withdrawn',
  triaged: 'in_work forwarded closed spam withdrawn',
  in_work: 'in_review answered triaged forwarded closed spam withdrawn',
  in_review: 'approved in_work withdrawn',
  approved: 'answered in_work withdrawn',
  answered: 'closed in_work',
  forwarded: 'closed in_work',
  closed: 'received',
  spam: 'received',
  withdrawn: '',
};

const changed = (state: LetterState, different: Partial<StateOfLetter>) =>
  checkStates({ ...LETTER_STATES, [state]: { ...LETTER_STATES[state], ...different } });

test('the table is the one of the design', () => {
  for (const state of STATES)
    expect([state, LETTER_STATES[state].leadsTo.map(({ to }) => to).join(' ')]).toEqual([
      state,
      PRODUCT[state],
    ]);
});

test('the table passes its check at start', () => {
  expect(() => checkStates()).not.toThrow();
});

test('the check refuses unknown, unreachable, doubled and ownerless moves', () => {
  const to = (to: string, by: Mover[] = ['triage']) => [{ to: to as LetterState, when: '', by }];
  expect(() => changed('closed', { leadsTo: to('lost') })).toThrow('unknown state "lost"');
  expect(() => changed('in_review', { leadsTo: to('in_work') })).toThrow(
    'Nothing leads to the letter state "approved"',
  );
  expect(() => changed('closed', { leadsTo: to('received', []) })).toThrow('Nobody may move');
  expect(() => changed('closed', { leadsTo: to('received', ['mayor' as Mover]) })).toThrow(
    'unknown role "mayor"',
  );
  expect(() => changed('closed', { leadsTo: to('closed') })).toThrow('leads to itself');
  expect(() => changed('closed', { leadsTo: [...to('received'), ...to('received')] })).toThrow('twice');
});

test('any walk of allowed moves stays inside the table, and ends only where the table ends', () => {
  const walk = fc.array(fc.record({ choice: fc.nat(), mover: fc.constantFrom(...MOVERS) }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(walk, (steps) => {
      let state: LetterState = 'received';
      for (const { choice, mover } of steps) {
        const moves = STATES.filter((to) => mayMove(state, to, [mover]));
        if (moves.length === 0) continue;
        const next: LetterState = moves[choice % moves.length]!;
        expect(PRODUCT[state].split(' ')).toContain(next);
        expect(transition(state, next)!.by).toContain(mover);
        state = next;
      }
      expect(STATES).toContain(state);
      expect(LETTER_STATES[state].leadsTo.length === 0).toBe(state === 'withdrawn');
    }),
  );
});

test('administrators, auditors and the press move no letter', () => {
  for (const from of STATES)
    for (const to of STATES)
      expect([from, to, mayMove(from, to, ['admin', 'auditor', 'press'])]).toEqual([from, to, false]);
});

test('a letter may be withdrawn until it is answered', () => {
  expect(STATES.filter((state) => mayMove(state, 'withdrawn', ['citizen']))).toEqual(OPEN_STATES);
});
