import { mayHandBack, offeredActions } from '../../../src/inbox/letter/offered-actions.js';
import { STATES } from '../../../src/letters/letter.states.js';

test('nothing is ever offered to roles that only look', () => {
  for (const state of STATES)
    expect(offeredActions({ state, risk: null, mergedInto: null }, ['auditor', 'admin', 'press'])).toEqual(
      [],
    );
});

test('only a letter in work can be handed back', () => {
  expect(STATES.filter((state) => mayHandBack(state, ['drafter']))).toEqual(['in_work']);
});

test('what comes next in the letter’s way stands first', () => {
  expect(offeredActions({ state: 'received', risk: null, mergedInto: null }, ['triage'])[0]).toBe('triage');
  expect(offeredActions({ state: 'triaged', risk: null, mergedInto: null }, ['triage'])[0]).toBe(
    'assignment',
  );
  expect(offeredActions({ state: 'closed', risk: null, mergedInto: null }, ['triage'])[0]).toBe('reopening');
});

test('a letter with a danger cannot be ended, and is not marked again', () => {
  const offered = offeredActions({ state: 'received', risk: 'life', mergedInto: null }, ['triage']);
  expect(offered).toEqual(['triage', 'note', 'for-reading']);
});
