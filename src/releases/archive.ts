import type { MonthCount } from './archive.queries.js';

/** What stands in the archive, newest first. */
export interface Archive {
  years: number[];
  months: MonthCount[];
  /** How many releases a month has; 0 for one without. */
  count(year: number, month: number): number;
  /** How many releases a year has. */
  countOfYear(year: number): number;
  /** The nearest months with releases on either side of one that may itself have none. */
  around(year: number, month: number): { older: MonthCount | undefined; newer: MonthCount | undefined };
}

/** Builds it from counts that come newest first. */
export function archiveOf(months: MonthCount[]): Archive {
  const position = ({ year, month }: { year: number; month: number }) => year * 12 + month;
  return {
    years: [...new Set(months.map(({ year }) => year))],
    months,
    count: (year, month) => months.find((entry) => entry.year === year && entry.month === month)?.count ?? 0,
    countOfYear: (year) =>
      months.filter((entry) => entry.year === year).reduce((sum, { count }) => sum + count, 0),
    around: (year, month) => ({
      older: months.find((entry) => position(entry) < position({ year, month })),
      newer: months.findLast((entry) => position(entry) > position({ year, month })),
    }),
  };
}
