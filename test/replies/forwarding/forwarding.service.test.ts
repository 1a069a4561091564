import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { rows } from '../../../src/database/rows.js';
import { DutiesService } from '../../../src/duties/duties.service.js';
import { FilesService } from '../../../src/files/files.service.js';
import { letterByReference, letterEvents } from '../../../src/letters/letters.queries.js';
import { LettersService } from '../../../src/letters/letters.service.js';
import { EmailKinds } from '../../../src/mail/email-kinds.js';
import { DispatchService } from '../../../src/replies/dispatch.service.js';
import type { ForwardingChoice } from '../../../src/replies/forwarding/forwarding.js';
import { ForwardingService } from '../../../src/replies/forwarding/forwarding.service.js';
import { RepliesModule } from '../../../src/replies/replies.module.js';
import { RepliesService } from '../../../src/replies/replies.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, LETTER_ROOMS, officer } from '../../support/build.js';

let app: TestApp;
let sql: DataSource;
let forwardings: ForwardingService;
let dispatch: DispatchService;
let letters: LettersService;
beforeAll(async () => {
  app = await startApp({ rooms: [...LETTER_ROOMS, RepliesModule] });
  sql = app.get(DataSource);
  forwardings = app.get(ForwardingService);
  dispatch = app.get(DispatchService);
  letters = app.get(LettersService);
});
afterAll(() => app.stop());

const triager = officer({ roles: ['triage'] });
const drafter = officer({ roles: ['drafter'], unit: 'petitions' });
const other = officer({ roles: ['approver'], unit: 'petitions' });
const clerk = officer({ roles: ['clerk'] });

const MINISTRY: ForwardingChoice = {
  ...{ body: 'health-ministry', typed: { name: '', email: '', address: '' }, route: 'email', why: 'body' },
  ...{ own: { sr: '', en: '' }, attachments: [] },
};
const BY_POST: ForwardingChoice = { ...MINISTRY, route: 'post' };

async function sorted(different: Parameters<typeof buildLetter>[1] = {}) {
  const letter = await buildLetter(app, different);
  await letters.triage(
    letter.reference,
    { category: 'health', unit: 'petitions', urgency: 'normal' },
    triager,
  );
  while ((await letterByReference(sql, letter.reference, 'citizen'))!.registerNumber === null)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return letter;
}
async function shown(reference: string, choice = MINISTRY) {
  const { letter, attachments } = await forwardings.open(reference, triager);
  return forwardings.compose(letter, attachments, choice);
}
async function ordered(choice = MINISTRY, different: Parameters<typeof buildLetter>[1] = {}) {
  const letter = await sorted(different);
  const { fingerprint } = await shown(letter.reference, choice);
  await forwardings.order(letter.reference, choice, fingerprint, drafter);
  return letter;
}
/** Does what is due, as the worker would, twenty seconds on. */
async function pass(): Promise<void> {
  const duties = app.get(DutiesService);
  await sql.query(`UPDATE reply_dispatch SET due_at = now() - interval '1 second' WHERE state = 'pending'`);
  const leased = await duties.claim<never>('reply-dispatch', { limit: 50 });
  const duty = duties.definitions().find(({ kind }) => kind === 'reply-dispatch')!;
  await duty.perform(leased as never);
}
/** The mail server's word on the e-mail of this kind, as the outgoing mail tells it. */
const outcome = (letterId: string, kind: string, end: 'sent' | 'failed', reason: string | null = null) =>
  sql.transaction((tx) =>
    app.get(EmailKinds).get(kind)!.onOutcome!(letterId, end, tx, reason, { params: {}, isTemporary: false }),
  );
const state = async (reference: string) => (await letterByReference(sql, reference, 'citizen'))!.state;
const owed = async (letterId: string) =>
  (
    await rows<{ kind: string; recipient: string }>(
      sql,
      `SELECT kind, recipient FROM outgoing_email WHERE subject_id = $1 AND kind LIKE 'reply.%' ORDER BY id`,
      [letterId],
    )
  ).map(({ kind, recipient }) => `${kind} ${recipient}`);
const kinds = async (letterId: string) =>
  (await letterEvents(sql, letterId, triager))
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('forwarding'));
const papers = (letterId: string) =>
  rows<{ id: string; purpose: string; state: string }>(
    sql,
    'SELECT id, purpose, state FROM reply WHERE letter_id = $1 ORDER BY id',
    [letterId],
  );

test('by e-mail: what was shown leaves after the time for taking it back, the writer is told once it is accepted', async () => {
  const { id, reference } = await ordered();
  expect([await state(reference), await owed(id)]).toEqual(['triaged', []]);
  await pass();
  await pass();
  expect(await state(reference)).toBe('forwarded');
  expect(await owed(id)).toEqual(['reply.forwarding pisarnica@zdravlje.example']);
  await outcome(id, 'reply.forwarding', 'sent');
  await outcome(id, 'reply.forwarding', 'sent');
  expect(await owed(id)).toEqual([
    'reply.forwarding pisarnica@zdravlje.example',
    'reply.forwarding-notice radmila@example.org',
  ]);
  expect(await kinds(id)).toEqual(['forwarding-order', 'forwarding', 'forwarding-notice']);
  expect(await forwardings.delivered(id)).toMatchObject([
    { name: 'Министарство здравља', body: 'health-ministry', notice: { state: 'dispatched' } },
  ]);
});

test('the covering letter names number and reason, the notice body and ground; neither quotes the writer', async () => {
  const { reference } = await sorted({ language: 'sr-Latn', name: 'Zorica', surname: 'Antić' });
  const { registerNumber, name, surname, message } = (await letterByReference(sql, reference, 'citizen'))!;
  const { cover, notice } = await shown(reference);
  expect(cover).toMatchObject({ language: 'sr-Cyrl', subject: `Прослеђивање писма број ${registerNumber}` });
  expect(cover.body).toContain('О раду здравствених установа'.toLowerCase());
  expect(cover.body).not.toContain(reference);
  expect(notice).toMatchObject({ language: 'sr-Latn', salutation: 'Poštovani', route: 'email' });
  for (const words of ['Ministarstvo zdravlja', registerNumber!, 'Ustavu', 'pisarnica@zdravlje.example'])
    expect(notice!.body).toContain(words);
  for (const paper of [cover, notice!])
    for (const words of [name, surname, message.slice(0, 20)])
      expect(`${paper.subject}${paper.salutation}${paper.body}`).not.toContain(words);
});

test('the e-mail to the body carries the letter as a PDF and the chosen files, and leads nobody to the writer’s page', async () => {
  const [first, second] = await Promise.all(
    ['prvi.txt', 'drugi.txt'].map((name) =>
      app.get(FilesService).keep(Readable.from([Buffer.from(`Прилог ${name}`)]), { name, limitBytes: 1_000 }),
    ),
  );
  const choice = { ...MINISTRY, attachments: [2] };
  const { id, reference } = await ordered(choice, { attachments: [first!, second!] });
  await pass();
  const { id: cover } = (await papers(id))[0]!;
  const email = (await app.get(EmailKinds).get('reply.forwarding')!.render({ replyId: cover }, 'sr-Cyrl'))!;
  const number = (await letterByReference(sql, reference, 'citizen'))!.registerNumber!;
  expect(email.attachments!.map(({ name }) => name)).toEqual([`писмо-${number}.pdf`, 'drugi.txt']);
  const [letterPdf, file] = await Promise.all(email.attachments!.map(({ open }) => buffer(open())));
  expect(letterPdf!.subarray(0, 5).toString()).toBe('%PDF-');
  expect(file!.toString()).toBe('Прилог drugi.txt');
  for (const body of [email.html, email.text]) {
    expect(body).toContain(number);
    expect(body).not.toContain(reference);
    expect(body).not.toContain('/letters/');
  }
});

test('taken back in time nothing leaves, and the letter can be forwarded again', async () => {
  const { id, reference } = await ordered();
  await forwardings.recall(reference, drafter);
  await pass();
  expect([await state(reference), await owed(id)]).toEqual(['triaged', []]);
  const { fingerprint } = await shown(reference);
  await forwardings.order(reference, MINISTRY, fingerprint, drafter);
  await pass();
  await expect(forwardings.recall(reference, drafter)).rejects.toMatchObject({ code: 'left' });
  expect(await owed(id)).toHaveLength(1);
});

test('five who forward at once: one does', async () => {
  const { id, reference } = await sorted();
  const { fingerprint } = await shown(reference);
  const tries = await Promise.allSettled(
    [drafter, other, triager, drafter, other].map((by) =>
      forwardings.order(reference, MINISTRY, fingerprint, by),
    ),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const tried of tries)
    if (tried.status === 'rejected') expect(tried.reason).toMatchObject({ code: 'under-way' });
  await Promise.all([pass(), pass()]);
  expect(await owed(id)).toHaveLength(1);
});

test('an e-mail that the body’s server refuses brings the letter back, and the writer is told nothing', async () => {
  const { id, reference } = await ordered();
  await pass();
  await outcome(id, 'reply.forwarding', 'failed', '550 no such user');
  expect(await letterByReference(sql, reference, 'citizen')).toMatchObject({
    state: 'in_work',
    returnedAt: expect.any(Date) as Date,
  });
  expect(await owed(id)).toHaveLength(1);
  expect((await papers(id)).map(({ purpose, state: is }) => `${purpose} ${is}`)).toEqual([
    'cover returned',
    'notice discarded',
  ]);
  expect(await forwardings.delivered(id)).toEqual([]);
  const { fingerprint } = await shown(reference, BY_POST);
  await forwardings.order(reference, BY_POST, fingerprint, drafter);
});

test('by post: a clerk hands both papers over; a notice never goes before its covering letter', async () => {
  const { id, reference } = await ordered(BY_POST, { email: null, replyBy: 'post' });
  const [cover, notice] = await papers(id);
  expect(await dispatch.posted([notice!.id], clerk)).toEqual({ posted: 0, refused: 1 });
  expect(await state(reference)).toBe('triaged');
  expect(await dispatch.posted([cover!.id, notice!.id, cover!.id], clerk)).toEqual({ posted: 2, refused: 1 });
  expect([await state(reference), await owed(id)]).toEqual(['forwarded', []]);
  expect(await kinds(id)).toEqual(['forwarding-order', 'forwarding', 'forwarding-notice']);
});

test('a notice that does not arrive by e-mail goes to print where the letter has an address', async () => {
  const { id } = await ordered();
  await pass();
  await outcome(id, 'reply.forwarding', 'sent');
  await outcome(id, 'reply.forwarding-notice', 'failed', '550 no such user');
  expect((await papers(id)).map(({ purpose, state: is }) => `${purpose} ${is}`)).toEqual([
    ...['cover dispatched', 'notice returned', 'notice to_print'],
  ]);
  const { id: printed } = (await papers(id)).at(-1)!;
  expect(await dispatch.posted([printed], clerk)).toEqual({ posted: 1, refused: 0 });
});

test('the body answers, or returns the letter, which is then worked on again', async () => {
  const { id, reference } = await ordered();
  await expect(forwardings.record(reference, 'answered', 'x', drafter)).rejects.toMatchObject({
    name: 'TransitionRefused',
  });
  await pass();
  await forwardings.record(reference, 'answered', 'Заказан је преглед.', drafter);
  expect(await state(reference)).toBe('forwarded');
  await expect(forwardings.record(reference, 'returned', 'x', clerk)).rejects.toMatchObject({ why: 'role' });
  await forwardings.record(reference, 'returned', 'Није наша надлежност.', drafter);
  expect(await state(reference)).toBe('in_work');
  expect((await kinds(id)).slice(-2)).toEqual(['forwarding-answer', 'forwarding-returned']);
});

test('a letter that its writer withdraws meanwhile goes nowhere', async () => {
  const { id, reference } = await ordered();
  await letters.withdraw(id);
  await pass();
  expect([await state(reference), await owed(id)]).toEqual(['withdrawn', []]);
  expect((await kinds(id)).at(-1)).toBe('forwarding-recall');
  const printed = await ordered(BY_POST);
  const [cover] = await papers(printed.id);
  await letters.withdraw(printed.id);
  expect(await dispatch.posted([cover!.id], clerk)).toEqual({ posted: 0, refused: 1 });
});

test('an answer and a forwarding never leave together', async () => {
  const { reference } = await ordered(BY_POST);
  const replies = app.get(RepliesService);
  const words = {
    ...{ route: 'email' as const, salutation: 'Поштована', subject: 'Писмо', body: 'Текст.' },
    language: 'sr-Cyrl' as const,
  };
  const { version } = await replies.save(reference, words, 0, drafter);
  await expect(replies.submit(reference, version, drafter)).rejects.toMatchObject({ code: 'forwarding' });
  await forwardings.recall(reference, drafter);
  await replies.submit(reference, version, drafter);
  await expect(
    forwardings.order(reference, MINISTRY, (await shown(reference)).fingerprint, drafter),
  ).rejects.toMatchObject({ name: 'TransitionRefused' });
});

test('nobody forwards what they may not see or answer, or what nobody has sorted, or what they were not shown', async () => {
  const { reference } = await sorted();
  const { fingerprint } = await shown(reference);
  const stranger = officer({ roles: ['drafter'], unit: 'legal' });
  const order = (by: typeof stranger, choice = MINISTRY, print = fingerprint) =>
    forwardings.order(reference, choice, print, by);
  await expect(order(stranger)).rejects.toMatchObject({ name: 'LetterNotFound' });
  await expect(order(clerk)).rejects.toMatchObject({ why: 'role' });
  await expect(order(drafter, MINISTRY, 'f'.repeat(64))).rejects.toMatchObject({ code: 'stale' });
  await expect(order(drafter, BY_POST)).rejects.toMatchObject({ code: 'stale' });
  const { reference: fresh } = await buildLetter(app);
  await expect(forwardings.order(fresh, MINISTRY, fingerprint, triager)).rejects.toMatchObject({
    name: 'TransitionRefused',
  });
});

test.each([
  ['a body of nobody’s', { body: 'nobody' }, 'body'],
  ['no name', { body: null }, 'name'],
  [
    'two addresses',
    { body: null, typed: { name: 'Орган', email: 'a@b.example, c@d.example', address: '' } },
    'email',
  ],
  [
    'a header in the address',
    { body: null, typed: { name: 'Орган', email: 'a@b.example\r\nBcc: c@d.example', address: '' } },
    'email',
  ],
  [
    'no postal address',
    { body: null, typed: { name: 'Орган', email: '', address: ' \n ' }, route: 'post' },
    'address',
  ],
  ['own words without words', { why: 'own' }, 'why'],
  ['a reason of nobody’s', { why: 99 }, 'why'],
  ['an attachment of nobody’s', { attachments: [7] }, 'attachment'],
] as [string, Partial<ForwardingChoice>, string][])('%s is refused by name', async (_, different, code) => {
  const { letter, attachments } = await forwardings.open((await sorted()).reference, triager);
  expect(() => forwardings.compose(letter, attachments, { ...MINISTRY, ...different })).toThrow(
    expect.objectContaining({ code }) as Error,
  );
});

test('a body written by hand and own words: marks and line ends in them stay words, and English writers need English ones', async () => {
  const { letter } = await forwardings.open((await sorted({ language: 'en' })).reference, triager);
  const choice: ForwardingChoice = {
    ...{ ...BY_POST, body: null, why: 'own' },
    typed: { name: 'Општина *Жагубица*\n', email: '', address: 'Трг 1\r\n\r\n12320 Жагубица' },
    own: { sr: 'put je **lokalni**', en: '' },
  };
  expect(() => forwardings.compose(letter, [], choice)).toThrow(
    expect.objectContaining({ code: 'whyEnglish' }) as Error,
  );
  const { cover, notice } = forwardings.compose(letter, [], {
    ...choice,
    own: { sr: 'put je **lokalni**', en: 'the road is a local one' },
  });
  expect(cover.recipient).toBe('Општина *Жагубица*\nТрг 1\n12320 Жагубица');
  expect(cover.body).toContain('пут је \\*\\*локални\\*\\*.');
  expect(notice!.body).toContain('the road is a local one.');
});
