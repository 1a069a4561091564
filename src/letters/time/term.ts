import { endOfDay } from '../../calendar/dates.js';
import {
  addWorkingDays,
  type CalendarDay,
  calendarDay,
  dueDate,
  workingDaysBetween,
} from '../../calendar/working-days.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import type { LetterChange } from '../changes.queries.js';
import type { Letter } from '../letter.entity.js';
import type { LetterState } from '../letter.states.js';

type Clock = Pick<Letter, 'state' | 'receivedAt' | 'dueOn' | 'clockStoppedAt' | 'stoppedDays'>;

/**
 * What a move does to the clock of the due date: it stands still while details are awaited, and the working days
 * that it stood are added when it goes on.
 */
export function clockChange(letter: Clock, to: LetterState, now = new Date()): LetterChange {
  if (to === letter.state) return {};
  if (to === 'details_needed') return { clockStoppedAt: now };
  if (letter.state !== 'details_needed') return {};
  const days = workingDaysBetween(calendarDay(letter.clockStoppedAt ?? letter.receivedAt), calendarDay(now));
  return {
    clockStoppedAt: null,
    stoppedDays: letter.stoppedDays + days,
    ...(letter.dueOn !== null && days > 0 && { dueOn: laterByWorkingDays(letter.dueOn, days) }),
  };
}

/**
 * When an answer is due once category and urgency are known: the category's own term or the office's, counted from
 * receipt, and for an urgent letter the office's few working days from today, whichever ends first.
 */
export function dueAfterTriage(
  letter: Clock & Pick<Letter, 'termFrom'>,
  { category, urgency }: { category: string; urgency: 'normal' | 'urgent' },
  profile: OfficeProfile,
  now = new Date(),
): Date {
  const { timeZone } = profile;
  const days = daysToReply(profile, category);
  const ordinary = dueDate(letter.termFrom ?? letter.receivedAt, days, { timeZone });
  const stopped = letter.stoppedDays;
  const due = stopped > 0 ? laterByWorkingDays(ordinary, stopped) : ordinary;
  if (urgency === 'normal') return due;
  const soon = endOf(addWorkingDays(calendarDay(now, timeZone), profile.urgentWithinWorkingDays));
  return [letter.dueOn ?? due, due, soon].reduce((first, other) => (other < first ? other : first));
}

/** A new term from now on: the letter is opened again, or its writer wrote back after the answer. */
export function newTerm(
  letter: Pick<Letter, 'category'>,
  profile: OfficeProfile,
  now = new Date(),
): LetterChange {
  const { timeZone } = profile;
  const days = daysToReply(profile, letter.category);
  return { termFrom: now, stoppedDays: 0, clockStoppedAt: null, dueOn: dueDate(now, days, { timeZone }) };
}

/** Calendar days in which the office aims to answer a letter of this category. */
const daysToReply = (profile: OfficeProfile, category: string | null) =>
  profile.ofCategory(category, 'replyWithinDays') ?? profile.replyWithinDays;

/** The last moment of the day that many working days after a due date. */
export const laterByWorkingDays = (due: Date, days: number) => endOf(addWorkingDays(calendarDay(due), days));

function endOf(day: CalendarDay): Date {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  return endOfDay(year, month, dayOfMonth);
}
