import fc from 'fast-check';
import { dateline, day, endOfDay, isoLocal, officeParts, officeYear } from '../../src/calendar/dates.js';

describe('dates in Belgrade', () => {
  const winter = new Date('2021-02-03T13:31:07Z');
  const summer = new Date('2026-07-01T22:05:00Z');

  it('writes the dateline with local time, one hour ahead in winter and two in summer', () => {
    expect(dateline(winter)).toBe('03.02.2021. - 14:31');
    expect(dateline(summer)).toBe('02.07.2026. - 00:05');
    expect(dateline(summer, 'UTC')).toBe('01.07.2026. - 22:05');
  });

  it('writes the day with its closing full stop', () => {
    expect(day(new Date('2026-12-22T10:00:00Z'))).toBe('22.12.2026.');
  });

  it('counts the year where the office is', () => {
    const midnight = new Date('2026-12-31T23:00:00Z');
    expect(officeYear(midnight)).toBe(2027);
    expect(officeYear(new Date(midnight.getTime() - 1))).toBe(2026);
    expect(officeYear(midnight, 'UTC')).toBe(2026);
  });

  it('shows midnight as 0, not as 24', () => {
    expect(officeParts(new Date('2026-01-14T23:00:00Z'))).toEqual({
      year: 2026,
      month: 1,
      day: 15,
      hour: 0,
      minute: 0,
      second: 0,
    });
  });

  it('writes local time with the offset of that moment, on either side of UTC', () => {
    expect(isoLocal(winter)).toBe('2021-02-03T14:31:07+01:00');
    expect(isoLocal(summer)).toBe('2026-07-02T00:05:00+02:00');
    expect(isoLocal(winter, 'America/St_Johns')).toBe('2021-02-03T10:01:07-03:30');
  });

  it('names the same moment in local time, to the second', () => {
    const moments = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2200-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (date) => {
        expect(Date.parse(isoLocal(date))).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });

  it('ends a day at the last millisecond before local midnight, on days of clock change too', () => {
    expect(endOfDay(2026, 1, 15).toISOString()).toBe('2026-01-15T22:59:59.999Z');
    expect(endOfDay(2026, 3, 29).toISOString()).toBe('2026-03-29T21:59:59.999Z');
    expect(endOfDay(2026, 10, 25).toISOString()).toBe('2026-10-25T22:59:59.999Z');
    expect(endOfDay(2026, 12, 31).toISOString()).toBe('2026-12-31T22:59:59.999Z');
    expect(endOfDay(2025, 9, 6, 'America/Santiago').toISOString()).toBe('2025-09-07T03:59:59.999Z');
    // Clocks of Havana and Santiago change at midnight itself.
    expect(endOfDay(2025, 11, 1, 'America/Havana').toISOString()).toBe('2025-11-02T03:59:59.999Z');
    expect(endOfDay(2025, 4, 5, 'America/Santiago').toISOString()).toBe('2025-04-06T03:59:59.999Z');
  });
});
