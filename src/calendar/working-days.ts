export type { CalendarDay } from './dates.js';
import { type CalendarDay, endOfDay, officeParts } from './dates.js';
import { type HolidayTable, holidaysOf, SERBIAN_HOLIDAYS } from './holidays.js';

const DAY = 86_400_000;

/** The day that the office's calendar shows at this moment. */
export function calendarDay(date: Date, timeZone?: string): CalendarDay {
  const { year, month, day } = officeParts(date, timeZone);
  return asDay(Date.UTC(year, month - 1, day));
}

/** Neither a Saturday, a Sunday nor a public holiday. */
export function isWorkingDay(day: CalendarDay, holidays: HolidayTable = SERBIAN_HOLIDAYS): boolean {
  const weekday = new Date(asTime(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4)), holidays).has(day);
}

/** The first working day after the given one. */
export function nextWorkingDay(day: CalendarDay, holidays?: HolidayTable): CalendarDay {
  let next = addDays(day, 1);
  while (!isWorkingDay(next, holidays)) next = addDays(next, 1);
  return next;
}

/** The given number of working days later; the day itself is not counted. */
export function addWorkingDays(day: CalendarDay, count: number, holidays?: HolidayTable): CalendarDay {
  let result = day;
  for (let left = count; left > 0; left--) result = nextWorkingDay(result, holidays);
  return result;
}

const counted = new Map<string, number>();

/** Working days after `from` up to and including `to`; remembered, since a list asks for the same few pairs. */
export function workingDaysBetween(from: CalendarDay, to: CalendarDay): number {
  const key = `${from}|${to}`;
  let count = counted.get(key);
  if (count === undefined) {
    count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
    if (counted.size > 5_000) counted.clear();
    counted.set(key, count);
  }
  return count;
}

/** Calendar days later (or earlier, when negative). */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return asDay(asTime(day) + count * DAY);
}

/**
 * When an answer is due: the given number of calendar days after the day of receipt, rolled to the next
 * working day if the office does not work then; the last millisecond of that day on the office's clock.
 */
export function dueDate(
  receivedAt: Date,
  calendarDays: number,
  { timeZone, holidays }: { timeZone?: string; holidays?: HolidayTable } = {},
): Date {
  const last = addDays(calendarDay(receivedAt, timeZone), calendarDays);
  const due = isWorkingDay(last, holidays) ? last : nextWorkingDay(last, holidays);
  const [year, month, day] = due.split('-').map(Number) as [number, number, number];
  return endOfDay(year, month, day, timeZone);
}

const asTime = (day: CalendarDay) => Date.parse(`${day}T00:00:00Z`);
const asDay = (time: number) => new Date(time).toISOString().slice(0, 10) as CalendarDay;
