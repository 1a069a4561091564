import { setTimeout as sleep } from 'node:timers/promises';
import { ContactModule } from '../../../src/contact/contact.module.js';
import { rows } from '../../../src/database/rows.js';
import { InboxModule } from '../../../src/inbox/inbox.module.js';
import { LettersService } from '../../../src/letters/letters.service.js';
import type { OutgoingEmail } from '../../../src/mail/outgoing-email.entity.js';
import { OutgoingEmails } from '../../../src/mail/outgoing-emails.service.js';
import { DispatchService } from '../../../src/replies/dispatch.service.js';
import { fingerprintOf } from '../../../src/replies/fingerprint.js';
import { RepliesService } from '../../../src/replies/replies.service.js';
import { HealthModule } from '../../../src/web/health.module.js';
import { WebModule } from '../../../src/web/web.module.js';
import { Office } from '../../inbox/office.js';
import { buildLetter, officer } from '../../support/build.js';
import { MailOffice, OFFICE, plainMail } from './mail-office.js';

let office: MailOffice;
beforeAll(async () => {
  office = await MailOffice.open({ rooms: [HealthModule, WebModule, InboxModule, ContactModule] });
});
afterAll(() => office.stop());

const emailOf = async (subjectId: string, kind: string) => {
  const found = await rows<OutgoingEmail>(
    office.sql,
    'SELECT * FROM outgoing_email WHERE subject_id = $1 AND kind = $2',
    [subjectId, kind],
  );
  return found[0];
};

/** An e-mail of the kind, once it has left. */
async function sent(subjectId: string, kind: string): Promise<OutgoingEmail> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(20)) {
    const email = await emailOf(subjectId, kind);
    if (email?.state === 'sent') return email;
  }
  throw new Error(`No ${kind} was sent.`);
}

const drafter = officer({ roles: ['drafter'], unit: 'petitions' });
const approver = officer({ roles: ['approver'], unit: 'petitions' });
let number = 0;

/** A letter through the site whose acknowledgement has left. */
async function acknowledged() {
  const email = `clan${++number}@example.org`;
  const letter = await buildLetter(office.app, { email });
  return { ...letter, email, sent: await sent(letter.id, 'letter.acknowledgement') };
}

/** A letter that is answered by e-mail. */
async function answered() {
  const letter = await acknowledged();
  const { reference, id } = letter;
  const words = { category: 'roads', unit: 'petitions', urgency: 'normal' as const };
  await office.app.get(LettersService).triage(reference, words, officer({ roles: ['triage'] }));
  const replies = office.app.get(RepliesService);
  const saved = await replies.save(
    reference,
    { route: 'email', salutation: 'Поштована', subject: 'Мост', body: 'Поправља се.', language: 'sr-Cyrl' },
    0,
    drafter,
  );
  const reply = await replies.submit(reference, saved.version, drafter);
  const { fingerprint } = await replies.approve(reference, fingerprintOf(reply), approver);
  await office.app.get(DispatchService).order(reference, fingerprint!, drafter);
  await office.sql.query('UPDATE reply_dispatch SET due_at = now() WHERE reply_id = $1', [reply.id]);
  return { ...letter, sent: await sent(id, 'reply.answer') };
}

const verp = ({ bounce_token }: Pick<OutgoingEmail, 'bounce_token'>) =>
  OFFICE.replace('@', `+b.${bounce_token}@`);

/** A report as Postfix builds it; the others differ in what is left out or named otherwise. */
function report(
  fields: string,
  { returned = '', headers = {} }: { returned?: string; headers?: Record<string, string | null> } = {},
): string {
  const parts = [
    ['text/plain; charset=us-ascii', 'This is the mail system at host mx.example.org.'],
    ['message/delivery-status', `Reporting-MTA: dns; mx.example.org\r\n\r\n${fields}`],
    ...(returned === '' ? [] : [['text/rfc822-headers', returned]]),
  ];
  const body = parts.map(([type, content]) => `--b\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`).join('');
  return plainMail({
    headers: {
      From: 'MAILER-DAEMON@mx.example.org',
      Subject: 'Undelivered Mail Returned to Sender',
      'Auto-Submitted': 'auto-replied',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
      ...headers,
    },
    body: `${body}--b--\r\n`,
  });
}
const NO_MAILBOX =
  'Final-Recipient: rfc822; x@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user\r\n';

const suppressed = (address: string) =>
  rows(
    office.sql,
    `SELECT reason FROM suppressed_address WHERE address_key = $1
       AND until BETWEEN now() + interval '59 days' AND now() + interval '61 days'`,
    [address],
  );

test('a reply that bounces brings its letter back to its officer, once, and its address rests', async () => {
  const letter = await answered();
  const desk = Office.around(office.app);
  expect(await desk.stateOf(letter.id)).toBe('answered');
  const bounce = report(NO_MAILBOX);
  const { mail } = await office.take(bounce, '', verp(letter.sent));
  expect(mail).toMatchObject({ state: 'aside', reason: 'report-failed', letter_id: letter.id });
  expect(await emailOf(letter.id, 'reply.answer')).toMatchObject({
    ...{ state: 'failed', report: 'failed', last_error: '5.1.1 550 5.1.1 no such user' },
  });
  expect(await desk.stateOf(letter.id)).toBe('in_work');
  expect(await suppressed(letter.email)).toHaveLength(1);
  // Another report on the same e-mail, with other bytes, changes nothing more.
  await office.take(report(NO_MAILBOX), '', verp(letter.sent));
  expect(await desk.events(letter.id, 'reply-returned')).toHaveLength(1);
  const triage = await desk.officer(['triage', 'drafter'], { unit: 'petitions' });
  const { html } = await triage.get(`/inbox/letters/${letter.reference}`);
  expect(html).toContain('The reply sent by e-mail was not delivered: 5.1.1');
  const { html: page } = await triage.get(`/inbox/letters/${letter.reference}/reply`);
  expect(page).toContain('<option value="post" selected');
});

test('a bounce of an older reply leaves the letter answered by the newer', async () => {
  const letter = await answered();
  await office.sql.query(
    `INSERT INTO reply SELECT (jsonb_populate_record(reply, jsonb_build_object('id', uuidv7(), 'route', 'post',
       'dispatched_at', dispatched_at + interval '1 second'))).* FROM reply WHERE letter_id = $1`,
    [letter.id],
  );
  await office.take(report(NO_MAILBOX), '', verp(letter.sent));
  const desk = Office.around(office.app);
  expect([await desk.stateOf(letter.id), (await desk.events(letter.id, 'reply-returned')).length]).toEqual([
    'answered',
    1,
  ]);
});

test.each([
  ['a delay', 'Action: delayed\r\nStatus: 4.4.1\r\n', 'report-delayed', { state: 'sent', report: 'delayed' }],
  [
    'a delivery',
    'Action: delivered\r\nStatus: 2.1.5\r\n',
    'report-delivered',
    { state: 'sent', report: 'delivered' },
  ],
  [
    'a full mailbox',
    'Action: failed\r\nStatus: 5.2.2\r\n',
    'report-failed',
    { state: 'failed', report: 'failed' },
  ],
])('%s', async (_what, fields, reason, told) => {
  const letter = await acknowledged();
  const { mail } = await office.take(report(fields), '', verp(letter.sent));
  expect(mail).toMatchObject({ state: 'aside', reason });
  expect(await emailOf(letter.id, 'letter.acknowledgement')).toMatchObject(told);
  expect(await suppressed(letter.email)).toEqual([]);
});

test('a report that came to the office’s own address is known by the e-mail that it returns', async () => {
  const letter = await acknowledged();
  const { message_id } = letter.sent;
  const gmail = report(NO_MAILBOX, { headers: { 'In-Reply-To': message_id, References: message_id } });
  const exim = report('Action: failed\r\nFinal-Recipient: rfc822;x@example.org\r\nStatus: 5.0.0\r\n', {
    returned: `From: x@example.org\r\nMessage-ID: ${message_id}\r\n`,
  });
  expect((await office.take(gmail, '')).mail).toMatchObject({
    letter_id: letter.id,
    reason: 'report-failed',
  });
  expect((await office.take(exim, '')).mail).toMatchObject({ letter_id: letter.id, reason: 'report-failed' });
  // Somebody's forged mail came back to us: no e-mail of ours.
  expect((await office.take(report(NO_MAILBOX), '')).mail).toMatchObject({
    letter_id: null,
    reason: 'report',
  });
});

test('Exim of old and qmail are read by their words; what says nothing waits for a person, not for the citizen', async () => {
  const [exim, qmail, mute, broken] = [
    await acknowledged(),
    await acknowledged(),
    await acknowledged(),
    await acknowledged(),
  ];
  const words = (headers: Record<string, string>, body: string) =>
    plainMail({ headers: { From: 'MAILER-DAEMON@mx.example.org', ...headers }, body });
  const old = words(
    { Subject: 'Mail delivery failed: returning message to sender', 'X-Failed-Recipients': exim.email },
    'A message that you sent could not be delivered.\r\n\r\n  550 unknown user\r\n',
  );
  expect((await office.take(old, '', verp(exim.sent))).mail.reason).toBe('report-failed');
  const notice = words({ Subject: 'failure notice' }, `<${qmail.email}>:\r\nSorry. (#5.1.1)\r\n`);
  expect((await office.take(notice, '', verp(qmail.sent))).mail.reason).toBe('report-failed');
  const before = office.peer.messages.length;
  const nothing = words({ Subject: 'Хм' }, 'Nešto nije u redu.\r\n');
  expect((await office.take(nothing, '', verp(mute.sent))).mail).toMatchObject({
    ...{ state: 'quarantined', reason: 'report-unreadable', letter_id: null },
  });
  const empty = report('Reporting: x\r\n');
  expect((await office.take(empty, '', verp(broken.sent))).mail.state).toBe('quarantined');
  expect(await emailOf(broken.id, 'letter.acknowledgement')).toMatchObject({ state: 'sent', report: null });
  expect(office.peer.messages).toHaveLength(before);
});

test('a report that a person passes on, and one that comes before the sending has ended', async () => {
  const letter = await acknowledged();
  const forwarded = plainMail({
    headers: { 'Content-Type': 'multipart/mixed; boundary=b', Subject: 'Mail delivery failed' },
    body: `--b\r\nContent-Type: text/plain\r\n\r\nWhat is this?\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${NO_MAILBOX}\r\n--b--\r\n`,
  });
  expect((await office.take(forwarded, 'neko@example.org')).letter).not.toBeNull();

  await office.sql.query(
    `UPDATE outgoing_email SET state = 'in_doubt', in_doubt_at = now(), due_at = now() + interval '1 hour' WHERE id = $1`,
    [letter.sent.id],
  );
  const reply = await office.deliver(report(NO_MAILBOX), '', verp(letter.sent));
  const id = /Kept as (\S+)/.exec(reply)![1]!;
  for (const end = Date.now() + 5_000; Date.now() < end; await sleep(20)) {
    const [mail] = await rows<{ error: string | null }>(
      office.sql,
      'SELECT last_error AS error FROM inbound_email WHERE id = $1',
      [id],
    );
    if (mail!.error !== null) break;
  }
  expect(await rows(office.sql, 'SELECT state, last_error FROM inbound_email WHERE id = $1', [id])).toEqual([
    { state: 'pending', last_error: 'a report came before the sending of its e-mail had ended' },
  ]);
  await office.sql.query(
    `UPDATE outgoing_email SET state = 'sent', in_doubt_at = NULL, due_at = NULL WHERE id = $1`,
    [letter.sent.id],
  );
  await office.sql.query('UPDATE inbound_email SET due_at = now() WHERE id = $1', [id]);
  expect(await office.settled(id)).toMatchObject({ state: 'aside', reason: 'report-failed' });
});

test('bounces of bounces end: nothing that a report provokes leaves the office', async () => {
  const letter = await acknowledged();
  const before = office.peer.messages.length;
  const first = report(NO_MAILBOX);
  await office.take(first, '', verp(letter.sent));
  // The report itself comes back, and its coming back comes back, to every address of ours.
  const again = report(NO_MAILBOX, { returned: first.split('\r\n\r\n')[0]! });
  for (const to of [verp(letter.sent), OFFICE, OFFICE.replace('@', '+b.unknown@')])
    expect((await office.take(again, '', to)).mail.state).toBe('aside');
  await sleep(300);
  expect(office.peer.messages).toHaveLength(before);
});

test('an e-mail to nobody’s letter that bounces ends what it was for by its own room', async () => {
  const outgoing = office.app.get(OutgoingEmails);
  const outcomes: unknown[] = [];
  const { EmailKinds } = await import('../../../src/mail/email-kinds.js');
  office.app.get(EmailKinds).register({
    kind: 'test.follow',
    toSubscribers: true,
    render: async () => ({ subject: 'Саопштење', html: '<p>а</p>', text: 'а' }),
    sample: async () => ({ subject: '', html: '', text: '' }),
    onOutcome: async (_id, outcome, _tx, reason, { isTemporary }) =>
      void outcomes.push([outcome, reason, isTemporary]),
  });
  const subjectId = '01980000-0000-7000-8000-00000000000a';
  await outgoing.owe(office.sql, {
    ...{ kind: 'test.follow', dutyKey: 'follow', subjectId, recipient: 'prati@example.org' },
    ...{ language: 'sr-Cyrl', params: {} },
  });
  const email = await sent(subjectId, 'test.follow');
  const away = plainMail({ headers: { 'Auto-Submitted': 'auto-replied', 'In-Reply-To': email.message_id } });
  expect((await office.take(away, 'prati@example.org')).mail).toMatchObject({
    reason: 'to-bounce-address',
    letter_id: null,
  });
  await office.take(report(NO_MAILBOX), '', verp(email));
  expect(outcomes).toEqual([
    ['sent', null, false],
    ['failed', '5.1.1 550 5.1.1 no such user', false],
  ]);
});
