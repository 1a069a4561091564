/** Where deadlines, datelines and the register's year are counted, unless a caller names the profile's zone. */
export const OFFICE_TIME_ZONE = 'Europe/Belgrade';

/** A day of the calendar without a clock: "2026-12-22". */
export type CalendarDay = `${number}-${number}-${number}`;

/** A moment as the office's wall clock and calendar show it; month 1–12, hour 0–23. */
export interface OfficeParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** What the office's clock and calendar show at this moment. */
export function officeParts(date: Date, timeZone: string = OFFICE_TIME_ZONE): OfficeParts {
  const shown = new Date(date.getTime() + offset(date, timeZone));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
  };
}

/** "03.02.2021. - 14:31", the office's way to date what it publishes. */
export function dateline(date: Date, timeZone?: string): string {
  const { hour, minute } = officeParts(date, timeZone);
  return `${day(date, timeZone)} - ${two(hour)}:${two(minute)}`;
}

/** "22.12.2026." */
export function day(date: Date, timeZone?: string): string {
  const { year, month, day: dayOfMonth } = officeParts(date, timeZone);
  return `${two(dayOfMonth)}.${two(month)}.${four(year)}.`;
}

/** A day of the calendar as {@link day} writes it. */
export const dayInWords = (calendar: string) => `${calendar.split('-').reverse().join('.')}.`;

/** "2021-02-03T14:31:07+01:00": local time with its offset, for `<time datetime>` and feeds. */
export function isoLocal(date: Date, timeZone?: string): string {
  const { year, month, day: dayOfMonth, hour, minute, second } = officeParts(date, timeZone);
  const minutes = Math.round(offset(date, timeZone) / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const zone = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return `${four(year)}-${two(month)}-${two(dayOfMonth)}T${two(hour)}:${two(minute)}:${two(second)}${zone}`;
}

/** The year of the register that this moment belongs to. */
export function officeYear(date: Date, timeZone?: string): number {
  return officeParts(date, timeZone).year;
}

/** The last millisecond of a day (given as year, month 1–12, day) on the office's calendar. */
export function endOfDay(year: number, month: number, dayOfMonth: number, timeZone?: string): Date {
  const midnight = Date.UTC(year, month - 1, dayOfMonth + 1);
  const guess = midnight - offset(new Date(midnight), timeZone);
  const again = midnight - offset(new Date(guess), timeZone);
  // Where clocks change at midnight, it may come twice or never: the later guess counts if it is still that day.
  const [later, earlier] = guess > again ? [guess, again] : [again, guess];
  const isThatDay = officeParts(new Date(later - 1), timeZone).day === dayOfMonth;
  return new Date((isThatDay ? later : earlier) - 1);
}

/** A zone's clock, and how far it was ahead of UTC in the quarters of an hour that were asked for, in milliseconds. */
interface Zone {
  format: Intl.DateTimeFormat;
  offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();

/** Clocks change at a quarter of an hour only, in every zone. */
const QUARTER = 15 * 60_000;
/** So many quarters are remembered a zone, then all are looked up anew. */
const MOST_REMEMBERED = 10_000;

/**
 * How far the office's clock is ahead of UTC at this moment, in milliseconds. A page shows a hundred times, and asking
 * Intl for each would take as long as writing the page.
 */
function offset(date: Date, timeZone: string = OFFICE_TIME_ZONE): number {
  const { format, offsets } = zoneOf(timeZone);
  const quarter = Math.floor(date.getTime() / QUARTER);
  let found = offsets.get(quarter);
  if (found === undefined) {
    found = askedOffset(date, format);
    if (offsets.size >= MOST_REMEMBERED) offsets.clear();
    offsets.set(quarter, found);
  }
  return found;
}

function askedOffset(date: Date, format: Intl.DateTimeFormat): number {
  const parts = Object.fromEntries(
    format.formatToParts(date).map(({ type, value }) => [type, Number(value)]),
  );
  const { year, month, day: dayOfMonth, hour, minute, second } = parts as unknown as OfficeParts;
  return (
    Date.UTC(year, month - 1, dayOfMonth, hour, minute, second) - Math.floor(date.getTime() / 1000) * 1000
  );
}

/** Making a format costs a hundred times more than using it, so each zone's is made once. */
function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    zone = { format, offsets: new Map() };
    zones.set(timeZone, zone);
  }
  return zone;
}

const two = (number: number) => String(number).padStart(2, '0');
const four = (number: number) => String(number).padStart(4, '0');
