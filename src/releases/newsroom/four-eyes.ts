import type { DraftRow } from './newsroom.queries.js';

type Handed = Pick<DraftRow, 'editedBy' | 'submittedBy'>;

/**
 * Four eyes: who approves has neither last edited nor handed in exactly what is approved. So two officers always stand
 * for the text, whoever began it; of two officers, each may approve what the other finished (docs/decisions/0014).
 */
export const maySecond = (draft: Handed, accountId: string): boolean =>
  barredBy(draft, accountId) === undefined;

/** What keeps this officer from approving; undefined: nothing. */
export function barredBy(
  { editedBy, submittedBy }: Handed,
  accountId: string,
): 'edited' | 'submitted' | undefined {
  if (accountId === editedBy) return 'edited';
  return accountId === submittedBy ? 'submitted' : undefined;
}
