import { officeParts } from '../../calendar/dates.js';

/** RFC 822 as RSS writes it, with a numeric or a universal zone. */
const RFC_822 =
  /^(?:[a-z]{3},?\s+)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|gmt|utc?|z)$/i;
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T\s]+(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** The office's own way: "03.02.2021. - 14:31". */
const DATELINE = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\.?(?:\s*[-–,]?\s*(\d{1,2}):(\d{2}))?$/;

/** The hour of a release whose source names only the day. */
const NOON = 12;

/**
 * The moment that a source names. Without a zone it is the office's clock, without a time it is noon. Undefined when
 * it is no date.
 */
export function sourceDate(text: string, timeZone: string): Date | undefined {
  const trimmed = text.trim();
  if (RFC_822.test(trimmed)) return valid(new Date(trimmed.replace(/\sut$/i, ' UTC')));
  const iso = ISO.exec(trimmed);
  if (iso?.[7] !== undefined) return valid(new Date(trimmed.replace(/\s+(?=\d)/, 'T').replace(/\s+/g, '')));
  if (iso) return onClock(numbers(iso, [1, 2, 3, 4, 5]), timeZone);
  const dateline = DATELINE.exec(trimmed);
  return dateline ? onClock(numbers(dateline, [3, 2, 1, 4, 5]), timeZone) : undefined;
}

function onClock([year, month, day, hour = NOON, minute = 0]: number[], timeZone: string): Date | undefined {
  const shown = Date.UTC(year!, month! - 1, day, hour, minute);
  const date = new Date(shown);
  // The calendar has no 31 February, though JavaScript makes a March of it.
  if (date.getUTCMonth() !== month! - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59)
    return undefined;
  const first = shown - ahead(shown, timeZone);
  return new Date(shown - ahead(first, timeZone));
}

/** How far the office's clock is ahead of UTC at a moment, in milliseconds. */
function ahead(moment: number, timeZone: string): number {
  const { year, month, day, hour, minute } = officeParts(new Date(moment), timeZone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(moment / 60_000) * 60_000;
}

const numbers = (found: RegExpExecArray, places: number[]) =>
  places.map((place) => (found[place] === undefined ? undefined : Number(found[place]))) as number[];

const valid = (date: Date) => (Number.isNaN(date.getTime()) ? undefined : date);
