import { mayHandBack, offeredActions } from '../../../src/inbox/letter/offered-actions.js';
import { STATES } from '../../../src/letters/letter.states.js';

test('nothing is ever offered to roles that only look', () => {
  for (const state of STATES) expect(offeredActions(state, ['auditor', 'admin', 'press'])).toEqual([]);
});

test('only a letter in work can be handed back', () => {
  expect(STATES.filter((state) => mayHandBack(state, ['drafter']))).toEqual(['in_work']);
});

test('what comes next in the letter’s way stands first', () => {
  expect(offeredActions('received', ['triage'])[0]).toBe('triage');
  expect(offeredActions('triaged', ['triage'])[0]).toBe('assignment');
  expect(offeredActions('closed', ['triage'])[0]).toBe('reopening');
});
