import fc from 'fast-check';
import { holidaysOf, orthodoxEaster } from '../../src/calendar/holidays.js';

describe('Serbian public holidays', () => {
  it.each([
    [2016, 5, 1],
    [2021, 5, 2],
    [2023, 4, 16],
    [2024, 5, 5],
    [2025, 4, 20],
    [2026, 4, 12],
    [2027, 5, 2],
    [2028, 4, 16],
    [2100, 5, 2],
  ])('finds Orthodox Easter of %i on %i/%i', (year, month, day) => {
    expect(orthodoxEaster(year)).toEqual({ year, month, day });
  });

  it('always puts Easter on a Sunday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2400 }), (year) => {
        const { month, day } = orthodoxEaster(year);
        expect(new Date(Date.UTC(year, month - 1, day)).getUTCDay()).toBe(0);
      }),
    );
  });

  it('lists the whole year, with the second Sretenje day pushing the first to Tuesday', () => {
    expect([...holidaysOf(2026)].sort()).toEqual([
      '2026-01-01', '2026-01-02', '2026-01-07',
      '2026-02-15', '2026-02-16', '2026-02-17',
      '2026-04-10', '2026-04-11', '2026-04-12', '2026-04-13',
      '2026-05-01', '2026-05-02',
      '2026-11-11',
    ]); // prettier-ignore
  });

  it.each([
    ['2017-01-03', 'New Year on a Sunday frees Tuesday, as the ministry announced'],
    ['2016-05-03', 'Labour Day on Easter Sunday passes over Easter Monday'],
    ['2021-05-04', 'the second of May on Easter Sunday passes over Easter Monday'],
    ['2020-02-17', 'the second day of Sretenje on a Sunday'],
    ['2018-11-12', 'Armistice Day on a Sunday'],
  ])('moves to %s: %s', (day) => {
    expect(holidaysOf(Number(day.slice(0, 4))).has(day as '2017-01-03')).toBe(true);
  });

  it('does not move Christmas, a religious holiday, from a Sunday', () => {
    expect(holidaysOf(2024).has('2024-01-07')).toBe(true);
    expect(holidaysOf(2024).has('2024-01-08')).toBe(false);
  });
});
