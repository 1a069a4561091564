import { addDays, type CalendarDay } from '../calendar/working-days.js';
import type { Account } from './account.entity.js';
import type { Refusal } from './staff-refused.js';

/** Days on which somebody else works on an account's letters. */
export interface Absence {
  /** First day away, "2026-11-23". */
  from: string;
  /** Last day away. */
  until: string;
  /** The account that takes the letters over. */
  standIn: string;
}

/** Longer than any leave; a slip of the finger in the year is caught. */
const LONGEST_DAYS = 400;

/** Whether the account's letters go to its stand-in on this day. */
export const isAbsent = (account: Pick<Account, 'absentFrom' | 'absentUntil'>, today: CalendarDay) =>
  account.absentFrom !== null &&
  account.absentUntil !== null &&
  account.absentFrom <= today &&
  today <= account.absentUntil;

/** Everything that is wrong with a planned absence; `others` are the accounts that may stand in. */
export function faultsOfAbsence(
  { from, until, standIn }: Absence,
  others: readonly Pick<Account, 'id'>[],
  today: CalendarDay,
): Refusal[] {
  const refusals: Refusal[] = [];
  if (!isDay(from)) refusals.push({ code: 'absence-day', field: 'absentFrom' });
  if (!isDay(until)) refusals.push({ code: 'absence-day', field: 'absentUntil' });
  else if (until < today) refusals.push({ code: 'absence-past', field: 'absentUntil' });
  else if (isDay(from) && (until < from || addDays(from, LONGEST_DAYS) < until))
    refusals.push({ code: 'absence-order', field: 'absentUntil' });
  if (!others.some(({ id }) => id === standIn)) refusals.push({ code: 'stand-in', field: 'standIn' });
  return refusals;
}

function isDay(text: string): text is CalendarDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
