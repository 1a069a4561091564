import { readOfficeProfile } from '../../../src/config/office-profile.js';
import { clockChange, dueAfterTriage, newTerm } from '../../../src/letters/time/term.js';

const profile = Object.assign(readOfficeProfile(), {
  replyWithinDays: 30,
  urgentWithinWorkingDays: 3,
  categories: [
    { code: 'other', name: { sr: 'Остало', en: 'Other' } },
    { code: 'pardon', name: { sr: 'Помиловање', en: 'Pardon' }, replyWithinDays: 60 },
  ],
});
/** A Monday. */
const received = new Date('2026-11-02T08:00:00Z');
const letter = {
  state: 'received' as const,
  receivedAt: received,
  dueOn: new Date('2026-12-02T22:59:59.999Z'),
  clockStoppedAt: null,
  stoppedDays: 0,
  termFrom: null,
};
const at = (text: string) => new Date(`${text}T12:00:00Z`);
const day = (date: Date | null | undefined) => date?.toISOString().slice(0, 10);
const due = (category: string, urgency: 'normal' | 'urgent', different = {}, now = at('2026-11-05')) =>
  day(dueAfterTriage({ ...letter, ...different }, { category, urgency }, profile, now));

test('a category may have a term of its own, counted from receipt', () => {
  expect(due('other', 'normal')).toBe('2026-12-02');
  expect(due('pardon', 'normal')).toBe('2027-01-04');
});

test('an urgent letter is due within the working days of the profile, never later than before', () => {
  // Thursday: Friday, Monday and Tuesday are the three working days.
  expect(due('other', 'urgent')).toBe('2026-11-10');
  expect(due('other', 'urgent', { dueOn: at('2026-11-06') })).toBe('2026-11-06');
  // Marked as ordinary again, it has its ordinary term.
  expect(due('other', 'normal', { dueOn: at('2026-11-10') })).toBe('2026-12-02');
});

test('the clock stands while details are awaited, and the working days that it stood are added', () => {
  const stopped = { ...letter, ...clockChange(letter, 'details_needed', at('2026-11-05')) };
  expect(stopped.clockStoppedAt).toEqual(at('2026-11-05'));
  const waiting = { ...stopped, state: 'details_needed' as const };
  // Thursday to Thursday with the holiday of 11 November between: four working days.
  const gone = clockChange(waiting, 'received', at('2026-11-12'));
  expect(gone).toMatchObject({ clockStoppedAt: null, stoppedDays: 4 });
  expect(day(gone.dueOn)).toBe('2026-12-08');
  // Triage later does not forget them.
  expect(due('other', 'normal', { stoppedDays: 4 })).toBe('2026-12-08');
});

test('moves between other states leave the clock alone', () => {
  expect(clockChange(letter, 'triaged', at('2026-11-20'))).toEqual({});
  expect(clockChange({ ...letter, state: 'details_needed' }, 'details_needed', at('2026-11-20'))).toEqual({});
});

test('a letter that is opened again has a new term', () => {
  const again = newTerm({ category: 'other' }, profile, at('2027-03-01'));
  expect(day(again.dueOn)).toBe('2027-03-31');
  expect(due('other', 'normal', again, at('2027-03-02'))).toBe('2027-03-31');
});
