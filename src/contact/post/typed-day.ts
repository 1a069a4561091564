import type { CalendarDay } from '../../calendar/working-days.js';

/**
 * A day as a clerk types it in a hurry: "8.3.2026.", "8.3.26", "8/3", "0803", "08032026", "2026-03-08". Without a year
 * it is the last such day up to `today`. Undefined for what is no day of the calendar.
 */
export function readTypedDay(typed: string, today: CalendarDay): CalendarDay | undefined {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts =
    /^(\d{1,2})[./ -]+(\d{1,2})(?:[./ -]+(\d{4}|\d{2}))?\.?$/.exec(text.replace(/\s*\.\s*/g, '.')) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(text);
  if (!parts) return undefined;
  const [, day, month, year] = parts;
  if (year !== undefined)
    return dayOf(
      Number(year.length === 2 ? `${today.slice(0, 2)}${year}` : year),
      Number(month),
      Number(day),
    );
  const thisYear = Number(today.slice(0, 4));
  const found = dayOf(thisYear, Number(month), Number(day));
  return found !== undefined && found > today ? dayOf(thisYear - 1, Number(month), Number(day)) : found;
}

function dayOf(year: number, month: number, day: number): CalendarDay | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  // The 31st of February is no day.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1000) return undefined;
  return date.toISOString().slice(0, 10) as CalendarDay;
}
