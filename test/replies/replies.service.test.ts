import { DataSource } from 'typeorm';
import { rows } from '../../src/database/rows.js';
import { letterByReference, letterEvents } from '../../src/letters/letters.queries.js';
import { LettersService } from '../../src/letters/letters.service.js';
import { DispatchService } from '../../src/replies/dispatch.service.js';
import { fingerprintOf } from '../../src/replies/fingerprint.js';
import { RepliesModule } from '../../src/replies/replies.module.js';
import { RepliesService } from '../../src/replies/replies.service.js';
import type { ReplyWords } from '../../src/replies/reply.js';
import { startApp, type TestApp } from '../support/app.js';
import { buildLetter, LETTER_ROOMS, officer } from '../support/build.js';

let app: TestApp;
let replies: RepliesService;
let dispatch: DispatchService;
let letters: LettersService;
let sql: DataSource;
beforeAll(async () => {
  app = await startApp({ rooms: [...LETTER_ROOMS, RepliesModule], env: { ROLE: 'web' } });
  replies = app.get(RepliesService);
  dispatch = app.get(DispatchService);
  letters = app.get(LettersService);
  sql = app.get(DataSource);
});
afterAll(() => app.stop());

const triager = officer({ roles: ['triage'] });
const drafter = officer({ roles: ['drafter'], unit: 'petitions' });
const approver = officer({ roles: ['approver'], unit: 'petitions' });
const other = officer({ roles: ['approver'], unit: 'petitions' });

const WORDS: ReplyWords = {
  route: 'email',
  salutation: 'Поштована госпођо Вукосављевић',
  subject: 'Ваше писмо о мосту',
  body: 'Мост ће бити поправљен до **лета**.',
  language: 'sr-Cyrl',
};
const state = async (reference: string) => (await letterByReference(sql, reference, 'citizen'))!.state;

async function sorted(category = 'roads', different = {}) {
  const letter = await buildLetter(app, different);
  await letters.triage(letter.reference, { category, unit: 'petitions', urgency: 'normal' }, triager);
  return letter;
}
async function handedIn(different = {}) {
  const letter = await sorted('roads', different);
  const saved = await replies.save(letter.reference, WORDS, 0, drafter);
  return { ...letter, reply: await replies.submit(letter.reference, saved.version, drafter) };
}
async function approved(words: Partial<ReplyWords> = {}) {
  const letter = await sorted();
  const saved = await replies.save(letter.reference, { ...WORDS, ...words }, 0, drafter);
  const reply = await replies.submit(letter.reference, saved.version, drafter);
  return { ...letter, reply: await replies.approve(letter.reference, fingerprintOf(reply), approver) };
}
/** Does what is due, as the worker would, twenty seconds on. */
async function pass(): Promise<void> {
  const { DutiesService } = await import('../../src/duties/duties.service.js');
  const duties = app.get(DutiesService);
  await sql.query(`UPDATE reply_dispatch SET due_at = now() - interval '1 second' WHERE state = 'pending'`);
  const leased = await duties.claim<never>('reply-dispatch', { limit: 50 });
  const duty = duties.definitions().find(({ kind }) => kind === 'reply-dispatch')!;
  await duty.perform(leased as never);
}
const owed = (letterId: string) =>
  rows<{ kind: string; recipient: string; duty_key: string }>(
    sql,
    `SELECT kind, recipient, duty_key FROM outgoing_email WHERE subject_id = $1 AND kind = 'reply.answer'`,
    [letterId],
  );

test('draft, sending back, approval and dispatch: each step moves the letter, and the reply is owed once', async () => {
  const { id, reference } = await sorted();
  const first = await replies.save(reference, WORDS, 0, drafter);
  expect(await state(reference)).toBe('in_work');
  await replies.submit(reference, first.version, drafter);
  expect(await state(reference)).toBe('in_review');
  await replies.sendBack(reference, 'Допишите рок.', approver);
  const second = await replies.save(reference, { ...WORDS, body: 'До лета 2027.' }, first.version, drafter);
  expect(second).toMatchObject({ sentBackReason: 'Допишите рок.', reviewed: { body: WORDS.body } });
  const inReview = await replies.submit(reference, second.version, drafter);
  const ready = await replies.approve(reference, fingerprintOf(inReview), approver);
  expect([await state(reference), ready.approvedBy]).toEqual(['approved', approver.accountId]);
  await dispatch.order(reference, ready.fingerprint!, drafter);
  expect([await state(reference), await owed(id)]).toEqual(['approved', []]);
  await pass();
  await pass();
  expect(await state(reference)).toBe('answered');
  expect(await owed(id)).toEqual([
    { kind: 'reply.answer', recipient: 'radmila@example.org', duty_key: `reply:${ready.id}` },
  ]);
  const kinds = (await letterEvents(sql, id, triager)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind.startsWith('reply') || kind.startsWith('dispatch'))).toEqual([
    ...['reply-submission', 'reply-sending-back', 'reply-submission', 'reply-approval'],
    ...['dispatch-order', 'dispatch'],
  ]);
});

test('whoever wrote a part of it does not approve it, whatever roles they have', async () => {
  const both = officer({ roles: ['drafter', 'approver'], unit: 'petitions' });
  const { reference } = await sorted();
  const first = await replies.save(reference, WORDS, 0, both);
  await sql.query('UPDATE reply SET locked_until = now() WHERE id = $1', [first.id]);
  const second = await replies.save(reference, { ...WORDS, body: 'Друго.' }, first.version, drafter);
  const reply = await replies.submit(reference, second.version, drafter);
  await expect(replies.approve(reference, fingerprintOf(reply), both)).rejects.toMatchObject({
    code: 'own-draft',
  });
  await expect(replies.approve(reference, fingerprintOf(reply), drafter)).rejects.toMatchObject({
    name: 'TransitionRefused',
  });
  expect(await state(reference)).toBe('in_review');
});

test.each([
  ['text', { body: 'Друго.' }],
  ['subject', { subject: 'Друго' }],
  ['salutation', { salutation: 'Поштовани' }],
  ['route', { route: 'post' as const }],
  ['language', { language: 'sr-Latn' as const }],
])('an edit of the %s voids the approval, and the old one cannot be dispatched', async (_, edit) => {
  const { reference, reply } = await approved();
  const edited = await replies.save(reference, { ...WORDS, ...edit }, reply.version, drafter);
  expect([edited.state, edited.fingerprint, await state(reference)]).toEqual(['draft', null, 'in_work']);
  await expect(dispatch.order(reference, reply.fingerprint!, drafter)).rejects.toMatchObject({
    code: 'not-approved',
  });
});

test('an attachment voids the approval; saving the same words does not', async () => {
  const { reference, reply } = await approved();
  const same = await replies.save(reference, WORDS, reply.version, drafter);
  expect([same.state, same.version]).toEqual(['approved', reply.version]);
  const file = { sha256: 'a'.repeat(64), name: 'одлука.pdf', size: 12, mediaType: 'application/pdf' };
  const attached = await replies.attach(reference, reply.version, { add: [file] }, drafter);
  expect([attached.state, attached.attachments]).toEqual(['draft', [file]]);
  expect(await state(reference)).toBe('in_work');
});

test('a change of the recipient after the approval stops the dispatch', async () => {
  const { id, reference, reply } = await approved();
  await sql.query(`UPDATE letter SET email = 'druga@example.org' WHERE id = $1`, [id]);
  await expect(dispatch.order(reference, reply.fingerprint!, drafter)).rejects.toMatchObject({
    code: 'recipient-changed',
  });
});

test('words changed behind the approval never leave', async () => {
  const { id, reference, reply } = await approved();
  await dispatch.order(reference, reply.fingerprint!, drafter);
  await sql.query(`UPDATE reply SET body = 'Подметнуто.' WHERE id = $1`, [reply.id]);
  await pass();
  expect([await state(reference), await owed(id)]).toEqual(['approved', []]);
  const [duty] = await rows<{ last_error: string }>(
    sql,
    'SELECT last_error FROM reply_dispatch WHERE reply_id = $1',
    [reply.id],
  );
  expect(duty!.last_error).toContain('not what was approved');
});

test('two approvers at once: one approves, the other is refused', async () => {
  const { id, reference, reply } = await handedIn();
  const print = fingerprintOf(reply);
  const tries = await Promise.allSettled(
    [approver, other, approver, other].map((by) => replies.approve(reference, print, by)),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const events = await letterEvents(sql, id, triager);
  expect(events.filter(({ kind }) => kind === 'reply-approval')).toHaveLength(1);
});

test('an approver who read another text approves nothing', async () => {
  const { reference } = await handedIn();
  await expect(replies.approve(reference, 'f'.repeat(64), approver)).rejects.toMatchObject({ code: 'stale' });
  expect(await state(reference)).toBe('in_review');
});

test('dispatch ordered twice at once leaves once', async () => {
  const { id, reference, reply } = await approved();
  const tries = await Promise.allSettled(
    [1, 2, 3].map(() => dispatch.order(reference, reply.fingerprint!, drafter)),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await Promise.all([pass(), pass()]);
  expect(await owed(id)).toHaveLength(1);
});

test('an order is taken back in time, and then nothing leaves', async () => {
  const { id, reference, reply } = await approved();
  await dispatch.order(reference, reply.fingerprint!, drafter);
  expect((await dispatch.recall(reference, drafter)).state).toBe('approved');
  await pass();
  expect([await state(reference), await owed(id)]).toEqual(['approved', []]);
  await dispatch.order(reference, reply.fingerprint!, drafter);
  await pass();
  await expect(dispatch.recall(reference, drafter)).rejects.toMatchObject({ code: 'left' });
  expect(await owed(id)).toHaveLength(1);
});

test('an e-mail that is not delivered brings the letter back', async () => {
  const { id, reference, reply } = await approved();
  await dispatch.order(reference, reply.fingerprint!, drafter);
  await pass();
  await sql.transaction((tx) => dispatch.failed(tx, id, reply.id, '550 no such user'));
  expect(await letterByReference(sql, reference, 'citizen')).toMatchObject({
    state: 'in_work',
    returnedAt: expect.any(Date) as Date,
  });
  const { sent, reply: next } = await replies.open(reference, drafter);
  expect(sent).toMatchObject([{ state: 'returned', returnedReason: '550 no such user' }]);
  expect(next).toBeUndefined();
});

test('a printed letter answers when it is posted, and an envelope that comes back brings it back', async () => {
  const { reference, reply } = await approved({ route: 'post' });
  await dispatch.order(reference, reply.fingerprint!, drafter);
  expect(await state(reference)).toBe('approved');
  expect(await dispatch.posted([reply.id, reply.id], triager)).toEqual({ posted: 1, refused: 1 });
  expect(await state(reference)).toBe('answered');
  await dispatch.returned(reference, 'непознат на адреси', triager);
  expect(await state(reference)).toBe('in_work');
});

test('a call that reached the writer answers the letter; another one is only noted', async () => {
  const { id, reference } = await sorted('roads', { phone: '030/555-100', phoneE164: '+38130555100' });
  await replies.save(reference, WORDS, 0, drafter);
  await dispatch.recordCall(reference, { outcome: 'no-answer', summary: 'у подне' }, drafter);
  expect(await state(reference)).toBe('in_work');
  await dispatch.recordCall(reference, { outcome: 'answered', summary: 'Објашњен поступак.' }, drafter);
  expect(await state(reference)).toBe('answered');
  expect((await replies.open(reference, drafter)).reply).toBeUndefined();
  const calls = (await letterEvents(sql, id, triager)).filter(({ kind }) => kind === 'call');
  expect(calls.map(({ details }) => details.outcome)).toEqual(['no-answer', 'answered']);
});

test('a category without approval goes straight to dispatch', async () => {
  const { id, reference } = await sorted('thanks');
  const saved = await replies.save(reference, WORDS, 0, triager);
  const ready = await replies.submit(reference, saved.version, triager);
  expect([ready.state, await state(reference)]).toEqual(['approved', 'in_work']);
  await dispatch.order(reference, ready.fingerprint!, triager);
  await pass();
  expect([await state(reference), (await owed(id)).length]).toEqual(['answered', 1]);
});

test('two who write: the lock tells and is taken over, and no save runs over another', async () => {
  const { reference } = await sorted();
  const first = await replies.save(reference, WORDS, 0, drafter);
  await expect(
    replies.save(reference, { ...WORDS, body: 'Моје.' }, first.version, triager),
  ).rejects.toMatchObject({ code: 'locked', reply: { lockedBy: drafter.accountId } });
  expect(await replies.lock(reference, triager)).toBe(false);
  expect(await replies.lock(reference, triager, true)).toBe(true);
  const second = await replies.save(reference, { ...WORDS, body: 'Моје.' }, first.version, triager);
  expect(second.version).toBe(first.version + 1);
  await sql.query('UPDATE reply SET locked_until = now() WHERE id = $1', [second.id]);
  await expect(
    replies.save(reference, { ...WORDS, body: 'Старо.' }, first.version, drafter),
  ).rejects.toMatchObject({ code: 'stale', reply: { body: 'Моје.' } });
});

test('ten who begin a reply at once make one', async () => {
  const { id, reference } = await sorted();
  const writers = Array.from({ length: 10 }, () => officer({ roles: ['triage'] }));
  const tries = await Promise.allSettled(
    writers.map((by, index) => replies.save(reference, { ...WORDS, body: `${index}` }, 0, by)),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await rows(sql, 'SELECT 1 FROM reply WHERE letter_id = $1', [id])).toHaveLength(1);
});

test('what is unfinished is not handed in: empty parts, and questions of standard lines', async () => {
  const { reference } = await sorted();
  let { version } = await replies.save(reference, { ...WORDS, salutation: '' }, 0, drafter);
  await expect(replies.submit(reference, version, drafter)).rejects.toMatchObject({ code: 'unfinished' });
  const body = 'Упутили смо Фонду, {{? која филијала}}.';
  ({ version } = await replies.save(reference, { ...WORDS, body }, version, drafter));
  await expect(replies.submit(reference, version, drafter)).rejects.toMatchObject({ code: 'unfinished' });
  expect(await state(reference)).toBe('in_work');
});

test('a letter that nobody has sorted, or an account that answers none, begins no reply', async () => {
  const { reference } = await buildLetter(app);
  await expect(replies.save(reference, WORDS, 0, triager)).rejects.toMatchObject({
    name: 'TransitionRefused',
  });
  const { reference: inOrder } = await sorted();
  const clerk = officer({ roles: ['clerk'] });
  await expect(replies.save(inOrder, WORDS, 0, clerk)).rejects.toMatchObject({ why: 'role' });
  const stranger = officer({ roles: ['drafter'], unit: 'legal' });
  await expect(replies.save(inOrder, WORDS, 0, stranger)).rejects.toMatchObject({ name: 'LetterNotFound' });
  expect(await state(inOrder)).toBe('triaged');
});
