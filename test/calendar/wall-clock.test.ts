import { momentsAt } from '../../src/calendar/wall-clock.js';

const at = (year: number, month: number, day: number, hour: number, minute: number) =>
  momentsAt({ year, month, day, hour, minute }, 'Europe/Belgrade')?.map((moment) => moment.toISOString());

test('a minute of the wall clock is one moment, in winter and in summer', () => {
  expect(at(2026, 3, 12, 14, 30)).toEqual(['2026-03-12T13:30:00.000Z']);
  expect(at(2026, 7, 1, 0, 5)).toEqual(['2026-06-30T22:05:00.000Z']);
});

test('the hour that is skipped in spring is none, the one that comes again in autumn is two', () => {
  expect(at(2026, 3, 29, 1, 59)).toEqual(['2026-03-29T00:59:00.000Z']);
  expect(at(2026, 3, 29, 2, 30)).toEqual([]);
  expect(at(2026, 3, 29, 3, 0)).toEqual(['2026-03-29T01:00:00.000Z']);
  expect(at(2026, 10, 25, 2, 30)).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
});

test('what is no date or time is undefined', () => {
  expect(at(2026, 2, 29, 10, 0)).toBeUndefined();
  expect(at(2026, 13, 1, 10, 0)).toBeUndefined();
  expect(at(2026, 1, 1, 24, 0)).toBeUndefined();
});
