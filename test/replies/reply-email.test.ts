import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { rows } from '../../src/database/rows.js';
import { DutiesService } from '../../src/duties/duties.service.js';
import { FilesService } from '../../src/files/files.service.js';
import { letterByReference } from '../../src/letters/letters.queries.js';
import { LettersService } from '../../src/letters/letters.service.js';
import { DispatchService } from '../../src/replies/dispatch.service.js';
import { fingerprintOf } from '../../src/replies/fingerprint.js';
import { RepliesModule } from '../../src/replies/replies.module.js';
import { RepliesService } from '../../src/replies/replies.service.js';
import { Readable } from 'node:stream';
import { startApp, type TestApp } from '../support/app.js';
import { buildLetter, LETTER_ROOMS, officer } from '../support/build.js';
import { SmtpPeer } from '../support/smtp-peer.js';

let peer: SmtpPeer;
let app: TestApp;
let sql: DataSource;
beforeAll(async () => {
  peer = await SmtpPeer.start();
  app = await startApp({ rooms: [...LETTER_ROOMS, RepliesModule], env: { SMTP_URL: peer.url } });
  sql = app.get(DataSource);
});
afterAll(async () => {
  await app.stop();
  await peer.close();
});

/** Looks until it is so, or for as long. */
async function until(isSo: () => Promise<boolean>, ms = 20_000): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(50)) if (await isSo()) return;
  throw new Error(`It was never so: ${String(isSo)}`);
}

const triager = officer({ roles: ['triage'] });
const approver = officer({ roles: ['approver'], unit: 'petitions' });
const header = (raw: string, name: string) =>
  new RegExp(`^${name}: ([^]*?)(?=\\r\\n[^ \\t])`, 'im').exec(raw)?.[1]?.replace(/\r\n\s+/g, ' ');

/** A letter whose approved reply, with an attachment, is on its way. */
async function dispatched(email: string, before: () => void = () => undefined) {
  const letters = app.get(LettersService);
  const replies = app.get(RepliesService);
  const { id, reference } = await buildLetter(app, { email });
  await until(async () => peer.messages.some(({ to }) => to.includes(email)));
  await letters.triage(reference, { category: 'roads', unit: 'petitions', urgency: 'normal' }, triager);
  const words = {
    ...{ route: 'email' as const, language: 'sr-Cyrl' as const, subject: 'Ваше писмо о мосту' },
    ...{ salutation: 'Поштована госпођо Вукосављевић', body: 'Мост ће бити **поправљен**.' },
  };
  const saved = await replies.save(reference, words, 0, triager);
  const file = await app
    .get(FilesService)
    .keep(Readable.from([Buffer.from('Одлука о мосту.')]), { name: 'одлука.txt', limitBytes: 1_000 });
  const attached = await replies.attach(reference, saved.version, { add: [file] }, triager);
  const inReview = await replies.submit(reference, attached.version, triager);
  await replies.approve(reference, fingerprintOf(inReview), approver);
  before();
  await app.get(DispatchService).order(reference, fingerprintOf(inReview), triager);
  await sql.query(`UPDATE reply_dispatch SET due_at = now() WHERE state = 'pending'`);
  await app.get(DutiesService).ring('reply-dispatch', [saved.id], 'test');
  return { id, reference };
}
const state = async (reference: string) => (await letterByReference(sql, reference, 'citizen'))!.state;

test('the reply leaves as a person’s letter, in the thread of the acknowledgement, with what was approved', async () => {
  const { reference } = await dispatched('ana@example.org');
  await until(
    async () => peer.messages.filter(({ to }) => to.includes('ana@example.org')).length === 2,
    60_000,
  );
  const [acknowledgement, reply] = peer.messages
    .filter(({ to }) => to.includes('ana@example.org'))
    .map(({ raw }) => raw.toString('utf8'));
  expect(header(acknowledgement!, 'Auto-Submitted')).toMatch(/^auto-/);
  expect(header(reply!, 'Auto-Submitted')).toBeUndefined();
  expect(header(reply!, 'In-Reply-To')).toBe(header(acknowledgement!, 'Message-ID'));
  expect(header(reply!, 'References')).toBe(header(acknowledgement!, 'Message-ID'));
  expect(reply).toContain('Content-Disposition: attachment');
  expect(reply).toContain(Buffer.from('Одлука о мосту.').toString('base64'));
  expect(await state(reference)).toBe('answered');
}, 90_000);

test('a refused e-mail brings the letter back to work, with the server’s words', async () => {
  const email = 'mrtva@example.org';
  const { id, reference } = await dispatched(email, () => {
    peer.mood = { atRecipient: { code: 550, text: '5.1.1 No such user' } };
  });
  await until(async () => (await state(reference)) === 'in_work', 60_000);
  peer.mood = {};
  const [reply] = await rows<{ state: string; reason: string }>(
    sql,
    'SELECT state, returned_reason AS reason FROM reply WHERE letter_id = $1',
    [id],
  );
  expect(reply!.state).toBe('returned');
  expect(reply!.reason).toContain('No such user');
}, 90_000);
