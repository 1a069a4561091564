import { workingDaysBetween } from '../../../src/calendar/working-days.js';
import { ageOf } from '../../../src/inbox/list/age.js';

const received = new Date('2026-11-02T08:00:00Z');
const due = new Date('2026-12-02T22:59:59.999Z');
const letter = { receivedAt: received, dueOn: due, state: 'in_work' as const };
const at = (text: string) => new Date(text);

test('the ring fills with the time that passes, and the days left are working days', () => {
  expect(ageOf(letter, received)).toEqual({ kind: 'left', days: 21, eighths: 0, soon: false });
  expect(ageOf(letter, at('2026-11-17T20:00:00Z'))).toMatchObject({ kind: 'left', eighths: 4 });
});

test('from three working days on the due date is near, a weekend does not count', () => {
  expect(ageOf(letter, at('2026-11-26T12:00:00Z'))).toMatchObject({ days: 4, soon: false });
  expect(ageOf(letter, at('2026-11-27T12:00:00Z'))).toMatchObject({ days: 3, soon: true });
  expect(ageOf(letter, at('2026-11-29T12:00:00Z'))).toMatchObject({ days: 3, soon: true });
});

test('the day itself is today until its last moment in Belgrade, then the letter is late', () => {
  expect(ageOf(letter, at('2026-12-02T22:59:00Z'))).toEqual({ kind: 'today', eighths: 7 });
  expect(ageOf(letter, at('2026-12-02T23:00:00Z'))).toEqual({ kind: 'late', days: 1 });
  expect(ageOf(letter, at('2026-12-09T12:00:00Z'))).toEqual({ kind: 'late', days: 5 });
});

test('the clock stands while details are awaited, and an ended letter has no age', () => {
  const late = at('2027-01-20T12:00:00Z');
  expect(ageOf({ ...letter, state: 'details_needed' }, late)).toEqual({ kind: 'stopped' });
  expect(ageOf({ ...letter, state: 'closed' }, late)).toEqual({ kind: 'none' });
  expect(ageOf({ ...letter, dueOn: null }, late)).toEqual({ kind: 'none' });
});

test('public holidays are no working days', () => {
  expect(workingDaysBetween('2026-12-31', '2027-01-08')).toBe(4);
});
