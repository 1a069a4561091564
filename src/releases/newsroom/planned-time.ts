import { momentsAt } from '../../calendar/wall-clock.js';

/** What a typed time of publication means. */
export type PlannedTime =
  | { kind: 'none' }
  | { kind: 'at'; at: Date }
  /** Not the form `12.03.2026. - 14:30`, or no date of the calendar. */
  | { kind: 'unreadable' }
  /** In the hour that the clock skips in spring. */
  | { kind: 'skipped' }
  | { kind: 'past' };

const FORM = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\.?\s*(?:-|–|,|у|u|at)?\s*(\d{1,2})[:.](\d{2})$/i;

/**
 * Reads a time of the office's clock as datelines are written. In the hour that comes again in autumn the first one
 * is meant: what was promised for 02:30 is then never late.
 */
export function plannedTime(typed: string, timeZone: string, now: Date): PlannedTime {
  if (typed.trim() === '') return { kind: 'none' };
  const found = FORM.exec(typed.trim());
  if (found === null) return { kind: 'unreadable' };
  const [day, month, year, hour, minute] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const moments = momentsAt({ year, month, day, hour, minute }, timeZone);
  if (moments === undefined) return { kind: 'unreadable' };
  const [at] = moments;
  if (at === undefined) return { kind: 'skipped' };
  return at <= now ? { kind: 'past' } : { kind: 'at', at };
}
