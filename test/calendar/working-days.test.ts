import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  calendarDay,
  dueDate,
  isWorkingDay,
  nextWorkingDay,
} from '../../src/calendar/working-days.js';

describe('working days', () => {
  it('leaves out weekends and holidays', () => {
    expect(isWorkingDay('2026-11-10')).toBe(true);
    expect(isWorkingDay('2026-11-11')).toBe(false);
    expect(isWorkingDay('2026-11-14')).toBe(false);
    expect(isWorkingDay('2026-11-15')).toBe(false);
  });

  it('goes past the New Year to the first day that works', () => {
    expect(nextWorkingDay('2026-12-31')).toBe('2027-01-04');
    expect(nextWorkingDay('2026-04-09')).toBe('2026-04-14');
  });

  it('counts working days without the day itself', () => {
    expect(addWorkingDays('2026-02-13', 1)).toBe('2026-02-18');
    expect(addWorkingDays('2026-02-13', 3)).toBe('2026-02-20');
    expect(addWorkingDays('2026-02-14', 0)).toBe('2026-02-14');
  });

  it('takes another table of holidays', () => {
    const none = { fixed: [], aroundOrthodoxEaster: [] };
    expect(nextWorkingDay('2026-12-31', none)).toBe('2027-01-01');
  });
});

describe('when an answer is due', () => {
  it('counts calendar days from the day of receipt in Belgrade, to the end of the last one', () => {
    expect(dueDate(new Date('2026-09-01T08:00:00Z'), 30).toISOString()).toBe('2026-10-01T21:59:59.999Z');
    // 23:30 on 31 August in UTC is already September in Belgrade.
    expect(dueDate(new Date('2026-08-31T23:30:00Z'), 30).toISOString()).toBe('2026-10-01T21:59:59.999Z');
  });

  it('rolls from a day off to the next working day', () => {
    // 30 days after 12 October is Armistice Day, a Wednesday.
    expect(calendarDay(dueDate(new Date('2026-10-12T08:00:00Z'), 30))).toBe('2026-11-12');
    // 30 days after 2 December 2026 is New Year's Day, followed by a holiday and a weekend.
    expect(calendarDay(dueDate(new Date('2026-12-02T08:00:00Z'), 30))).toBe('2027-01-04');
  });

  it('is always the last moment of a working day, and never earlier than promised', () => {
    const moments = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 90 }), (receivedAt, days) => {
        const due = dueDate(receivedAt, days);
        const day = calendarDay(due);
        expect(isWorkingDay(day)).toBe(true);
        expect(calendarDay(new Date(due.getTime() + 1))).toBe(addDays(day, 1));
        expect(day >= addDays(calendarDay(receivedAt), days)).toBe(true);
      }),
    );
  });
});
