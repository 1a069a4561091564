import { LETTER_STATES, type LetterState, mayMove } from '../../letters/letter.states.js';
import type { LetterView } from '../../letters/letter.view.js';
import type { Role } from '../../web/access.js';
import type { ActionName } from './actions.js';

/** Who works on letters in any way notes what others should know. */
const NOTING: readonly Role[] = ['clerk', 'triage', 'drafter', 'approver'];

/** The actions that the table of states allows on a letter to these roles, the most natural one first. */
export function offeredActions(
  { state, risk, mergedInto }: Pick<LetterView, 'state' | 'risk' | 'mergedInto'>,
  roles: readonly Role[],
): ActionName[] {
  const isSorted = state === 'triaged' || state === 'in_work';
  const isEnded = state === 'closed' || state === 'spam';
  const allowed: Partial<Record<ActionName, boolean>> = {
    // A sorted letter is corrected by whoever may sort a new one, and passed on by whoever may assign it.
    triage: mayMove(isSorted ? 'received' : state, 'triaged', roles),
    assignment: isSorted && mayMove('triaged', 'in_work', roles),
    closure: risk === null && mayMove(state, 'closed', roles),
    reopening: isEnded && mergedInto === null && mayMove(state, 'received', roles),
    // Whoever may close a letter may close it as a duplicate, as long as the office still owes work on it.
    merge: risk === null && LETTER_STATES[state].open && mayMove(state, 'closed', roles),
    separation: mergedInto !== null && mayMove(state, 'received', roles),
    spam: risk === null && mayMove(state, 'spam', roles),
    note: roles.some((role) => NOTING.includes(role)),
    // Who sorts letters chooses those that are read.
    'for-reading':
      roles.includes('triage') && state !== 'withdrawn' && state !== 'spam' && mergedInto === null,
    risk: risk === null && state !== 'withdrawn' && canTakeRisk(roles),
  };
  const order: ActionName[] = isSorted
    ? ['assignment', 'triage', 'note', 'closure', 'merge', 'for-reading', 'spam', 'risk']
    : ['reopening', 'separation', 'triage', 'note', 'closure', 'merge', 'for-reading', 'spam', 'risk'];
  return order.filter((action) => allowed[action]);
}

/** Whether an account may mark, take and settle a danger: whoever acts on letters. */
export const canTakeRisk = (roles: readonly Role[]) => mayMove('received', 'closed', roles);

/** Whether a letter in work may be put back among the triaged ones. */
export const mayHandBack = (state: LetterState, roles: readonly Role[]) =>
  state === 'in_work' && mayMove('in_work', 'triaged', roles);

/** Whether an account can work on a letter that it is given: whoever could answer it. */
export const canWork = (roles: readonly Role[]) => mayMove('in_work', 'answered', roles);
