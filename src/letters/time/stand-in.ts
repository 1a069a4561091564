import type { CalendarDay } from '../../calendar/working-days.js';
import type { Account } from '../../staff/account.entity.js';
import { isAbsent } from '../../staff/absence.js';

type Person = Pick<Account, 'id' | 'disabledAt' | 'absentFrom' | 'absentUntil' | 'standIn'>;

/**
 * Who works on the letters of an account on this day: the account itself, or its stand-in, or the stand-in of that
 * one; undefined when nobody of the chain is there.
 */
export function presentFor<T extends Person>(
  id: string,
  accounts: ReadonlyMap<string, T>,
  today: CalendarDay,
): T | undefined {
  const seen = new Set<string>();
  for (let next: string | null = id; next !== null && !seen.has(next);) {
    seen.add(next);
    const account = accounts.get(next);
    if (account === undefined) return undefined;
    if (account.disabledAt === null && !isAbsent(account, today)) return account;
    next = account.standIn;
  }
  return undefined;
}
