import { LETTER_STATES, type LetterState } from '../../letters/letter.states.js';
import { calendarDay, workingDaysBetween } from '../../calendar/working-days.js';

/** How a letter's age stands against its due date; days are the office's working days. */
export type Age =
  | { kind: 'left'; days: number; eighths: number; soon: boolean }
  | { kind: 'today'; eighths: number }
  | { kind: 'late'; days: number }
  | { kind: 'stopped' }
  | { kind: 'none' };

/** From this many working days on, the due date is near. */
const SOON = 3;

/**
 * What the list's ring shows: `eighths` (0–7) of the time from receipt to due date have passed. The clock stands
 * still while details are awaited; an ended letter has no age.
 */
export function ageOf(
  letter: { receivedAt: Date; dueOn: Date | null; state: LetterState },
  now: Date = new Date(),
): Age {
  if (!LETTER_STATES[letter.state].open || letter.dueOn === null) return { kind: 'none' };
  if (letter.state === 'details_needed') return { kind: 'stopped' };
  const today = calendarDay(now);
  const due = calendarDay(letter.dueOn);
  if (letter.dueOn < now) return { kind: 'late', days: Math.max(1, workingDaysBetween(due, today)) };
  const whole = letter.dueOn.getTime() - letter.receivedAt.getTime();
  const passed = now.getTime() - letter.receivedAt.getTime();
  const eighths = Math.min(7, Math.max(0, Math.floor((passed / Math.max(whole, 1)) * 8)));
  if (due === today) return { kind: 'today', eighths };
  const days = workingDaysBetween(today, due);
  return { kind: 'left', days, eighths, soon: days <= SOON };
}
