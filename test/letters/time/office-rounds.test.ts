import { DataSource } from 'typeorm';
import { rows } from '../../../src/database/rows.js';
import { letterById } from '../../../src/letters/letters.queries.js';
import { LettersService } from '../../../src/letters/letters.service.js';
import { OfficeRounds } from '../../../src/letters/time/office-rounds.service.js';
import { StaffService } from '../../../src/staff/staff.service.js';
import type { Role } from '../../../src/web/access.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, forgetLetters, LETTER_ROOMS, officer } from '../../support/build.js';

let app: TestApp;
let sql: DataSource;
let staff: StaffService;
let rounds: OfficeRounds;
beforeAll(async () => {
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  sql = app.get(DataSource);
  staff = app.get(StaffService);
  rounds = app.get(OfficeRounds);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await forgetLetters(app);
  await sql.query('TRUNCATE account CASCADE');
});

/** A Thursday, ten in the morning in Belgrade. */
const NOW = new Date('2026-11-26T09:00:00Z');
const triager = officer();

let count = 0;
const person = (roles: Role[], unit: string | null = null) =>
  staff.createAccount({ name: `P ${++count}`, email: `p${count}@office.test`, roles, unit, language: 'en' });

/** A letter of the legal unit in somebody's work, due on the given day. */
async function letterOf(accountId: string | null, dueOn: string): Promise<string> {
  const { id, reference } = await buildLetter(app);
  const letters = app.get(LettersService);
  await letters.triage(reference, { category: 'pardon', unit: 'legal', urgency: 'normal' }, triager);
  if (accountId !== null) await letters.assign(reference, accountId, triager);
  await sql.query('UPDATE letter SET due_on = $2 WHERE id = $1', [id, new Date(`${dueOn}T22:59:59.999Z`)]);
  return id;
}
const eventsOf = (id: string, kinds: string[]) =>
  rows<{ kind: string; details: object }>(
    sql,
    'SELECT kind, details FROM letter_event WHERE letter_id = $1 AND kind = ANY($2) ORDER BY id',
    [id, kinds],
  );
const told = async () =>
  (
    await rows<{ recipient: string; params: Record<string, string> }>(
      sql,
      `SELECT recipient, params FROM outgoing_email WHERE kind = 'letter.due' ORDER BY recipient`,
    )
  ).map(({ recipient, params }) => [recipient, params.lateCount, params.soonCount]);

test('whoever has a letter is warned once, the approvers of its unit hear of late ones', async () => {
  const drafter = await person(['drafter'], 'legal');
  const approver = await person(['approver'], 'legal');
  await person(['approver'], 'social');
  const soon = await letterOf(drafter.id, '2026-12-01');
  const late = await letterOf(drafter.id, '2026-11-25');
  const far = await letterOf(drafter.id, '2026-12-02');

  await rounds.go(NOW);
  await rounds.go(NOW);
  expect(await told()).toEqual([
    [drafter.email, '1', '1'],
    [approver.email, '1', '0'],
  ]);
  const notices = ['due-warning', 'escalation'];
  expect(await eventsOf(soon, notices)).toMatchObject([{ kind: 'due-warning' }]);
  expect(await eventsOf(late, notices)).toMatchObject([{ kind: 'escalation' }]);
  expect(await eventsOf(far, notices)).toEqual([]);

  // An hour later nothing is new; five days later two more have become late.
  await rounds.go(new Date('2026-11-26T10:00:00Z'));
  expect(await told()).toHaveLength(2);
  await rounds.go(new Date('2026-12-03T10:00:00Z'));
  expect((await told()).filter(([recipient]) => recipient === drafter.email)).toContainEqual([
    drafter.email,
    '2',
    '0',
  ]);
});

test('nobody is told at night, on a Sunday, or of a letter whose clock stands', async () => {
  const drafter = await person(['drafter'], 'legal');
  await letterOf(drafter.id, '2026-11-25');
  await rounds.go(new Date('2026-11-26T02:00:00Z'));
  await rounds.go(new Date('2026-11-29T10:00:00Z'));
  expect(await told()).toEqual([]);
  await sql.query(`UPDATE letter SET state = 'details_needed'`);
  await rounds.go(NOW);
  expect(await told()).toEqual([]);
});

test('a letter that nobody has is told to those who sort letters', async () => {
  const triage = await person(['triage']);
  await letterOf(null, '2026-11-25');
  await rounds.go(NOW);
  expect(await told()).toEqual([[triage.email, '1', '0']]);
});

test('the letters of an absent officer go to whoever stands in and is there', async () => {
  const [away, second, third] = [
    await person(['drafter']),
    await person(['drafter']),
    await person(['drafter']),
  ];
  const id = await letterOf(away.id, '2026-12-20');
  await staff.planAbsence(away.id, { from: '2026-11-26', until: '2026-11-30', standIn: second.id }, NOW);
  await staff.planAbsence(second.id, { from: '2026-11-20', until: '2026-11-27', standIn: third.id }, NOW);

  await rounds.go(new Date('2026-11-25T10:00:00Z'));
  expect(await letterById(sql, id, 'citizen')).toMatchObject({ assignedTo: away.id });
  await Promise.all([rounds.go(NOW), rounds.go(NOW)]);
  expect(await letterById(sql, id, 'citizen')).toMatchObject({ assignedTo: third.id, state: 'in_work' });
  expect(await eventsOf(id, ['handing-over'])).toEqual([
    { kind: 'handing-over', details: { assignedTo: third.id, from: away.id } },
  ]);
});

test('nobody who stands in for each other loses a letter; one of a disabled account is sorted again', async () => {
  const [one, other] = [await person(['drafter']), await person(['drafter'])];
  const days = { from: '2026-11-26', until: '2026-11-30' };
  await staff.planAbsence(one.id, { ...days, standIn: other.id }, NOW);
  await staff.planAbsence(other.id, { ...days, standIn: one.id }, NOW);
  const stays = await letterOf(one.id, '2026-12-20');
  await rounds.go(NOW);
  expect(await letterById(sql, stays, 'citizen')).toMatchObject({ assignedTo: one.id });

  const gone = await person(['drafter']);
  const id = await letterOf(gone.id, '2026-12-20');
  await staff.disable(gone.id);
  await rounds.go(NOW);
  expect(await letterById(sql, id, 'citizen')).toMatchObject({ assignedTo: null, state: 'triaged' });
});

test('an absence needs its days in order and somebody else who is active', async () => {
  const [one, other] = [await person(['drafter']), await person(['drafter'])];
  const plan = (from: string, until: string, standIn: string) =>
    staff.planAbsence(one.id, { from, until, standIn }, NOW);
  await expect(plan('2026-12-10', '2026-12-09', other.id)).rejects.toThrow('absence-order');
  await expect(plan('2026-02-30', 'soon', one.id)).rejects.toThrow('absence-day, absence-day, stand-in');
  await expect(plan('2026-11-01', '2026-11-25', other.id)).rejects.toThrow('absence-past');
  await staff.disable(other.id);
  await expect(plan('2026-11-27', '2026-11-28', other.id)).rejects.toThrow('stand-in');
  expect(await staff.byId(one.id)).toMatchObject({ absentFrom: null, standIn: null });
});
