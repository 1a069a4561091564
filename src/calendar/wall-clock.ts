import { OFFICE_TIME_ZONE, officeParts } from './dates.js';

/** What a clock on the wall and the calendar beside it show, to the minute; month 1–12. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** Farther than any clock is from UTC, in hours. */
const FARTHEST = 15;
const HOUR = 3_600_000;

/**
 * The moments at which the office's clock shows this: one, none in the hour that is skipped in spring, two in the
 * hour that comes again in autumn (the earlier first). Undefined when it is no date or time of the calendar at all.
 */
export function momentsAt(wall: WallTime, timeZone: string = OFFICE_TIME_ZONE): Date[] | undefined {
  const { year, month, day, hour, minute } = wall;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  if (new Date(asUtc).toISOString().slice(0, 16) !== isoOf(wall)) return undefined;
  const offsets = new Set(
    [-FARTHEST, 0, FARTHEST].map((hours) => {
      const moment = new Date(asUtc + hours * HOUR);
      const shown = officeParts(moment, timeZone);
      return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) - moment.getTime();
    }),
  );
  return [...offsets]
    .map((offset) => new Date(asUtc - offset))
    .filter((moment) => isoOf(officeParts(moment, timeZone)) === isoOf(wall))
    .sort((one, other) => one.getTime() - other.getTime());
}

const isoOf = ({ year, month, day, hour, minute }: WallTime) =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
const two = (number: number) => String(number).padStart(2, '0');
