import type { CalendarDay } from './dates.js';

/** A holiday on the same date every year. */
export interface FixedHoliday {
  month: number;
  day: number;
  name: string;
  /** Whether the next working day is free when the date is a Sunday. */
  movesFromSunday: boolean;
}

/** The days that the office does not work, besides weekends. */
export interface HolidayTable {
  fixed: readonly FixedHoliday[];
  /** Days counted from Orthodox Easter Sunday, from Good Friday (−2) to Easter Monday (1). */
  aroundOrthodoxEaster: readonly number[];
}

/**
 * Law on state and other holidays in the Republic of Serbia (Sl. glasnik RS 43/2001, 101/2007, 92/2011),
 * art. 1–3a. Only state holidays move from a Sunday (art. 3a); religious ones do not. Victory Day (9 May) is
 * observed at work. Days of other faiths (art. 4) are the employee's right and close no office.
 */
export const SERBIAN_HOLIDAYS: HolidayTable = {
  fixed: [
    { month: 1, day: 1, name: 'Нова година', movesFromSunday: true },
    { month: 1, day: 2, name: 'Нова година', movesFromSunday: true },
    { month: 1, day: 7, name: 'Божић', movesFromSunday: false },
    { month: 2, day: 15, name: 'Сретење – Дан државности', movesFromSunday: true },
    { month: 2, day: 16, name: 'Сретење – Дан државности', movesFromSunday: true },
    { month: 5, day: 1, name: 'Празник рада', movesFromSunday: true },
    { month: 5, day: 2, name: 'Празник рада', movesFromSunday: true },
    { month: 11, day: 11, name: 'Дан примирја у Првом светском рату', movesFromSunday: true },
  ],
  aroundOrthodoxEaster: [-2, -1, 0, 1],
};

/**
 * Orthodox Easter Sunday on the Gregorian calendar, by the Julian computus (Meeus, Astronomical Algorithms,
 * ch. 8): month 1–12 and day. The shift of the Julian calendar is counted, so 2100 and later are right too.
 */
export function orthodoxEaster(year: number): { year: number; month: number; day: number } {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const julianMonth = Math.floor((d + e + 114) / 31);
  const julianDay = ((d + e + 114) % 31) + 1;
  const shift = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  const date = new Date(Date.UTC(year, julianMonth - 1, julianDay + shift));
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const nonWorkingByTable = new WeakMap<HolidayTable, Map<number, ReadonlySet<CalendarDay>>>();

/** Holidays of a year as "YYYY-MM-DD", with those that moved from a Sunday; weekends are not listed. */
export function holidaysOf(year: number, table: HolidayTable = SERBIAN_HOLIDAYS): ReadonlySet<CalendarDay> {
  let years = nonWorkingByTable.get(table);
  if (years === undefined) nonWorkingByTable.set(table, (years = new Map()));
  let days = years.get(year);
  if (days === undefined) years.set(year, (days = countHolidays(year, table)));
  return days;
}

function countHolidays(year: number, table: HolidayTable): ReadonlySet<CalendarDay> {
  const easter = orthodoxEaster(year);
  const days = new Set<CalendarDay>([
    ...table.fixed.map(({ month, day }) => iso(year, month, day)),
    ...table.aroundOrthodoxEaster.map((distance) => iso(year, easter.month, easter.day + distance)),
  ]);
  const moving = table.fixed.filter((holiday) => holiday.movesFromSunday);
  for (const { month, day } of moving) {
    if (weekday(year, month, day) !== 0) continue;
    let later = day + 1;
    while (days.has(iso(year, month, later)) || [0, 6].includes(weekday(year, month, later))) later++;
    days.add(iso(year, month, later));
  }
  return days;
}

const iso = (year: number, month: number, day: number): CalendarDay =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as CalendarDay;
const weekday = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();
