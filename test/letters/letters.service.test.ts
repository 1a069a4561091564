import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { letterByReference, letterEvents } from '../../src/letters/letters.queries.js';
import { LetterNotFound, TransitionRefused } from '../../src/letters/letters.refused.js';
import { LettersService } from '../../src/letters/letters.service.js';
import type { Triage } from '../../src/letters/plans.js';
import type { ContactDetails } from '../../src/letters/new-letter.js';
import { laterByWorkingDays } from '../../src/letters/time/term.js';
import { startApp, type TestApp } from '../support/app.js';
import { buildLetter, LETTER_ROOMS, newLetter, officer } from '../support/build.js';

let app: TestApp;
let letters: LettersService;
let dataSource: DataSource;
beforeAll(async () => {
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  letters = app.get(LettersService);
  dataSource = app.get(DataSource);
});
afterAll(() => app.stop());

const triager = officer({ roles: ['triage'] });
const SORTED: Triage = { category: 'roads', unit: 'petitions', urgency: 'normal' };
const state = async (reference: string) => (await letterByReference(dataSource, reference, 'citizen'))!.state;
const lastEvent = async (id: string) => (await letterEvents(dataSource, id, triager)).at(-1)!;

/** A letter that an officer has in work. */
async function inWork() {
  const letter = await buildLetter(app);
  await letters.triage(letter.reference, SORTED, triager);
  await letters.assign(letter.reference, triager.accountId, triager);
  return letter;
}

test('triage, assignment, handing back, closure and reopening each move the letter and tell it', async () => {
  const { id, reference } = await buildLetter(app);
  await letters.triage(reference, { ...SORTED, urgency: 'urgent', urgencyReason: 'рок истиче' }, triager);
  expect(await letterByReference(dataSource, reference, triager)).toMatchObject({
    ...{
      state: 'triaged',
      category: 'roads',
      unit: 'petitions',
      urgency: 'urgent',
      urgencyReason: 'рок истиче',
    },
  });
  const colleague = randomUUID();
  await letters.assign(reference, colleague, triager);
  expect(await letterByReference(dataSource, reference, triager)).toMatchObject({
    state: 'in_work',
    assignedTo: colleague,
  });
  await letters.handBack(reference, triager);
  expect(await letterByReference(dataSource, reference, triager)).toMatchObject({
    state: 'triaged',
    assignedTo: null,
  });
  await letters.close(reference, 'исто писмо', triager);
  expect(await letterByReference(dataSource, reference, triager)).toMatchObject({
    state: 'closed',
    closedReason: 'исто писмо',
  });
  await letters.reopen(reference, 'грешка', triager);
  expect(await letterByReference(dataSource, reference, triager)).toMatchObject({
    state: 'received',
    closedReason: null,
  });

  const officerDid = { mover: 'officer', accountId: triager.accountId };
  expect(await letterEvents(dataSource, id, triager)).toMatchObject([
    { kind: 'received', mover: 'citizen', accountId: null, fromState: null, toState: 'received' },
    {
      ...officerDid,
      kind: 'triage',
      fromState: 'received',
      toState: 'triaged',
      details: { category: 'roads', unit: 'petitions', urgency: 'urgent' },
    },
    {
      ...officerDid,
      kind: 'assignment',
      fromState: 'triaged',
      toState: 'in_work',
      details: { assignedTo: colleague },
    },
    { ...officerDid, kind: 'handing-back', fromState: 'in_work', toState: 'triaged' },
    { ...officerDid, kind: 'closure', fromState: 'triaged', toState: 'closed', reason: 'исто писмо' },
    { ...officerDid, kind: 'reopening', fromState: 'closed', toState: 'received', reason: 'грешка' },
  ]);
});

test('a letter in work is sorted and assigned anew without leaving its state', async () => {
  const { id, reference } = await inWork();
  await letters.triage(reference, { ...SORTED, category: 'health', unit: 'social' }, triager);
  expect(await lastEvent(id)).toMatchObject({ kind: 'triage', fromState: null, toState: null });
  await letters.assign(reference, randomUUID(), triager);
  expect(await lastEvent(id)).toMatchObject({ kind: 'assignment', fromState: null, toState: null });
  expect(await letterByReference(dataSource, reference, triager)).toMatchObject({
    state: 'in_work',
    unit: 'social',
  });
});

test.each<[string, 'state' | 'role' | 'reason', (reference: string) => Promise<unknown>]>([
  ['assigning what nobody sorted', 'state', (reference) => letters.assign(reference, randomUUID(), triager)],
  ['handing back what nobody has', 'state', (reference) => letters.handBack(reference, triager)],
  ['reopening what is open', 'state', (reference) => letters.reopen(reference, 'x', triager)],
  ['closing without a reason', 'reason', (reference) => letters.close(reference, '  ', triager)],
  ['spam without a reason', 'reason', (reference) => letters.markSpam(reference, '', triager)],
  [
    'an auditor who closes',
    'role',
    (reference) => letters.close(reference, 'x', officer({ roles: ['auditor'] })),
  ],
  [
    'an auditor who sorts',
    'role',
    (reference) => letters.triage(reference, SORTED, officer({ roles: ['auditor'] })),
  ],
])('%s is refused and changes nothing', async (_, why, act) => {
  const { id, reference } = await buildLetter(app);
  await expect(act(reference)).rejects.toMatchObject({ name: 'TransitionRefused', why });
  expect(await state(reference)).toBe('received');
  expect(await letterEvents(dataSource, id, triager)).toHaveLength(1);
});

test('a drafter may not sort again a letter in work', async () => {
  const { reference } = await inWork();
  const drafter = officer({ roles: ['drafter'], unit: 'petitions' });
  await expect(letters.triage(reference, SORTED, drafter)).rejects.toMatchObject({ why: 'role' });
});

test('a category or unit that the office does not have is refused', async () => {
  const { reference } = await buildLetter(app);
  await expect(letters.triage(reference, { ...SORTED, category: 'none' }, triager)).rejects.toThrow(
    'no category',
  );
  await expect(letters.triage(reference, { ...SORTED, unit: 'none' }, triager)).rejects.toThrow('no unit');
});

test('when the event cannot be written, the letter does not move', async () => {
  const { reference } = await buildLetter(app);
  await dataSource.query(
    `ALTER TABLE letter_event ADD CONSTRAINT broken CHECK (kind <> 'closure') NOT VALID`,
  );
  try {
    await expect(letters.close(reference, 'x', triager)).rejects.toThrow('broken');
  } finally {
    await dataSource.query('ALTER TABLE letter_event DROP CONSTRAINT broken');
  }
  expect(await state(reference)).toBe('received');
});

test('of two officers who close at once one is refused', async () => {
  const { id, reference } = await buildLetter(app);
  const tries = await Promise.allSettled([1, 2].map(() => letters.close(reference, 'x', triager)));
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await letterEvents(dataSource, id, triager)).filter(({ kind }) => kind === 'closure')).toHaveLength(
    1,
  );
});

test('every display of a letter is an event, and a foreign letter looks absent', async () => {
  const { id, reference } = await inWork();
  const drafter = officer({ roles: ['drafter'], unit: 'petitions' });
  const { letter, events } = await letters.open(reference, drafter);
  expect(letter).toMatchObject({ id, registerNumber: null });
  expect(events.at(-1)).toMatchObject({ kind: 'read', mover: 'officer', accountId: drafter.accountId });
  await letters.open(reference, drafter);
  await letters.open(reference, drafter, 'delivered');
  const kinds = (await letterEvents(dataSource, id, triager)).slice(-3).map(({ kind }) => kind);
  expect(kinds).toEqual(['read', 'read', 'delivered']);

  const before = (await letterEvents(dataSource, id, triager)).length;
  const stranger = officer({ roles: ['drafter'], unit: 'legal' });
  for (const who of [stranger, officer({ roles: ['admin'] }), officer({ roles: ['press'] })]) {
    await expect(letters.open(reference, who)).rejects.toThrow(LetterNotFound);
    await expect(letters.close(reference, 'x', who)).rejects.toThrow(LetterNotFound);
  }
  await expect(letters.open('0000-0000', triager)).rejects.toThrow(LetterNotFound);
  expect(await letterEvents(dataSource, id, triager)).toHaveLength(before);
  await letters.assign(reference, stranger.accountId, triager);
  await expect(letters.open(reference, stranger)).resolves.toMatchObject({ letter: { id } });
});

test('the citizen withdraws until the letter is answered, and only once', async () => {
  const { id, reference } = await inWork();
  await letters.withdraw(id);
  expect(await state(reference)).toBe('withdrawn');
  expect(await lastEvent(id)).toMatchObject({ kind: 'withdrawal', mover: 'citizen', accountId: null });
  await expect(letters.withdraw(id)).rejects.toThrow(TransitionRefused);
  await expect(letters.supplement(id, { message: 'ипак', attachments: [] })).rejects.toThrow(
    TransitionRefused,
  );
  const answered = await buildLetter(app);
  await dataSource.query(`UPDATE letter SET state = 'answered' WHERE id = $1`, [answered.id]);
  await expect(letters.withdraw(answered.id)).rejects.toThrow(TransitionRefused);
});

test('a supplement joins its letter once, with files numbered after those that are there', async () => {
  const file = (name: string) => ({
    sha256: name.repeat(64).slice(0, 64),
    size: 1,
    mediaType: 'text/plain',
    name,
  });
  const { id, reference } = await buildLetter(app, { attachments: [file('a')] });
  await letters.supplement(id, { message: 'допуна', attachments: [file('b'), file('c')] });
  await letters.supplement(id, { message: 'допуна', attachments: [file('b'), file('c')] });
  const { attachments, supplements, events } = await letters.open(reference, triager);
  expect(supplements).toMatchObject([{ message: 'допуна' }]);
  expect(attachments.map(({ name, position, size }) => [name, position, size])).toEqual([
    ['a', 1, 1],
    ['b', 2, 1],
    ['c', 3, 1],
  ]);
  expect(attachments.map(({ supplementId }) => supplementId)).toEqual([
    null,
    supplements[0]!.id,
    supplements[0]!.id,
  ]);
  expect(events.filter(({ kind }) => kind === 'supplement')).toHaveLength(1);
  expect(await dataSource.query('SELECT FROM letter_indexing WHERE letter_id = $1', [id])).toHaveLength(1);
});

test.each([
  ['answered', 'in_work'],
  ['forwarded', 'in_work'],
  ['closed', 'received'],
  ['spam', 'spam'],
  ['triaged', 'triaged'],
])('a supplement to a letter that is %s makes it %s', async (from, to) => {
  const { id, reference } = await buildLetter(app);
  await dataSource.query('UPDATE letter SET state = $2 WHERE id = $1', [id, from]);
  await letters.supplement(id, { message: 'још нешто', attachments: [] });
  expect(await state(reference)).toBe(to);
});

test('completed details make a letter answerable, and its clock goes on where it stood', async () => {
  const { id, reference } = await letters.receive(
    newLetter({ channel: 'email', name: '', surname: '', address: '' }),
  );
  await dataSource.query(
    `UPDATE letter SET due_on = '2020-01-01', clock_stopped_at = now() - interval '28 days' WHERE id = $1`,
    [id],
  );
  const {
    name,
    surname,
    municipality,
    municipalityCode,
    address,
    postalCode,
    country,
    email,
    phone,
    phoneE164,
    replyBy,
  } = newLetter();
  const details: ContactDetails = {
    name,
    surname,
    municipality,
    municipalityCode,
    address,
    postalCode,
    country,
    email,
    phone,
    phoneE164,
    replyBy,
  };
  await letters.completeDetails(id, { ...details, address: ' ' });
  expect(await letterByReference(dataSource, reference, triager)).toMatchObject({
    state: 'details_needed',
    name,
    dueOn: new Date('2020-01-01Z'),
  });
  await letters.completeDetails(id, details);
  const letter = await letterByReference(dataSource, reference, triager);
  expect(letter).toMatchObject({ state: 'received', ...details, clockStoppedAt: null });
  // Four weeks of standing still: at most twenty working days later, fewer with holidays among them.
  expect(letter!.stoppedDays).toBeGreaterThan(10);
  expect(letter!.dueOn).toEqual(laterByWorkingDays(new Date('2020-01-01Z'), letter!.stoppedDays));
  expect(await lastEvent(id)).toMatchObject({
    kind: 'details',
    fromState: 'details_needed',
    toState: 'received',
  });
  await expect(letters.completeDetails(id, details)).rejects.toThrow(TransitionRefused);
});

test('the private link is sent again to the stored address only', async () => {
  const { id } = await buildLetter(app);
  expect(await letters.resendLink(id)).toBe(true);
  const emails = await dataSource.query(
    `SELECT recipient, due_at IS NOT NULL AS due FROM outgoing_email WHERE subject_id = $1 AND kind = 'letter.link'`,
    [id],
  );
  expect(emails).toEqual([{ recipient: 'radmila@example.org', due: true }]);
  expect(await lastEvent(id)).toMatchObject({ kind: 'link', mover: 'citizen' });
  const byPhone = await buildLetter(app, { email: null, phone: '011 123' });
  expect(await letters.resendLink(byPhone.id)).toBe(false);
});
