import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { rows } from '../../../src/database/rows.js';
import { LettersService } from '../../../src/letters/letters.service.js';
import { MailOffice, OFFICE } from '../../letters/inbound/mail-office.js';
import { newLetter } from '../../support/build.js';
import { freePort } from '../../support/app.js';
import { Dovecot, hasDovecot } from '../../support/dovecot.js';
import { hasPostfix, Postfix } from '../../support/postfix.js';
import { eventually } from '../../support/eventually.js';

const ANA = 'ana@selo.example';

/** The lines that docs/e-mail.md gives the operator, for another port. */
const linesOfDocs = (lmtpPort: number) =>
  /In `main.cf`:\s+```\n([^`]+)```/
    .exec(readFileSync('docs/e-mail.md', 'utf8'))![1]!
    .replace(/^ {3}/gm, '')
    .replace(':2424', `:${lmtpPort}`);

(hasPostfix && hasDovecot ? describe : describe.skip)('with the mail server of docs/e-mail.md', () => {
  let postfix: Postfix;
  let dovecot: Dovecot;
  let office: MailOffice;
  let refusing: { port: number; close: () => void };

  beforeAll(async () => {
    dovecot = await Dovecot.start();
    refusing = await refusingServer();
    const lmtpPort = await freePort();
    postfix = await Postfix.start(
      `${linesOfDocs(lmtpPort)}relay_domains = selo.example, mrtva.example\ntransport_maps = inline:{ mrtva.example=lmtp:inet:127.0.0.1:${refusing.port} }\nrelay_transport = lmtp:inet:127.0.0.1:${dovecot.lmtpPort}\n`,
    );
    office = await MailOffice.open({ env: { LMTP_PORT: String(lmtpPort), SMTP_URL: postfix.url } });
  }, 120_000);
  afterAll(async () => {
    await office?.stop();
    postfix?.stop();
    refusing?.close();
    await dovecot?.stop();
  });

  const send = (mail: { subject: string; text: string; inReplyTo?: string; to?: string }) =>
    createTransport(postfix.url, { ignoreTLS: true } as never).sendMail({
      ...{ from: `Ана Петровић <${ANA}>`, to: OFFICE, ...mail },
    });

  /** What lies in Ana's mailbox once there are so many mails. */
  async function mailbox(count: number): Promise<Email[]> {
    const { host, port, secure, pass } = dovecot.account;
    const client = new ImapFlow({ host, port, secure, auth: { user: ANA, pass }, logger: false });
    await client.connect();
    try {
      await client.mailboxOpen('INBOX');
      for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) {
        await client.noop();
        const mails = await client.fetchAll('1:*', { source: true });
        if (mails.length >= count)
          return await Promise.all(mails.map(({ source }) => PostalMime.parse(source!)));
      }
      throw new Error(`Fewer than ${count} e-mails came to ${ANA}: ${postfix.log()}`);
    } finally {
      await client.logout();
    }
  }
  const header = (mail: Email, name: string) => mail.headers.find(({ key }) => key === name)?.value;

  test('a mail becomes a letter, and its sender gets one answer, which names nobody to answer to', async () => {
    const { messageId } = await send({ subject: 'Мост у селу', text: 'Поштовани, мост је срушила бујица.' });
    const [answer] = await mailbox(1);
    const [letter] = await rows<{ reference: string; subject: string; message: string }>(
      office.sql,
      `SELECT reference, subject, message FROM letter WHERE email = $1`,
      [ANA],
    );
    expect(letter).toMatchObject({ subject: 'Мост у селу', message: 'Поштовани, мост је срушила бујица.' });
    expect(answer!.text).toContain(letter!.reference);
    expect(header(answer!, 'return-path')).toBe('<>');
    expect(header(answer!, 'auto-submitted')).toBe('auto-replied');
    expect(answer!.inReplyTo).toBe(messageId);
  });

  test('the answer to that joins the letter', async () => {
    const [answer] = await mailbox(1);
    const [replyTo] = answer!.replyTo!.map(({ address }) => address!);
    expect(replyTo).toMatch(/^pisma\+r\.[0-9a-f]{32}@/);
    await send({
      to: replyTo,
      inReplyTo: answer!.messageId,
      subject: 'Одг: Писмо',
      text: 'Додајем: и пут је одсечен.',
    });
    await eventually(async () =>
      expect(await rows(office.sql, `SELECT message, is_verified FROM letter_supplement`)).toMatchObject([
        { message: 'Додајем: и пут је одсечен.', is_verified: true },
      ]),
    );
    expect(await rows(office.sql, 'SELECT 1 FROM letter')).toHaveLength(1);
    // One acknowledgement a letter: the follow-up gets none.
    expect(await mailbox(1)).toHaveLength(1);
  });

  test('an e-mail that the other server refuses comes back as a report, and is failed', async () => {
    const { id } = await office.app
      .get(LettersService)
      .receive(newLetter({ email: 'nema@mrtva.example', replyBy: 'email' }));
    await eventually(async () =>
      expect(
        await rows(office.sql, 'SELECT state, last_error FROM outgoing_email WHERE subject_id = $1', [id]),
      ).toMatchObject([{ state: 'failed', last_error: expect.stringContaining('5.1.1') }]),
    );
    expect(
      await rows(office.sql, `SELECT reason, letter_id FROM inbound_email WHERE state = 'aside'`),
    ).toEqual([{ reason: 'report-failed', letter_id: id }]);
  });

  test('a foreign address of the office’s domain is refused by the mail server itself', async () => {
    await expect(send({ to: 'nema@predsednik.example', subject: 'x', text: 'y' })).rejects.toThrow(/550/);
  });
});

/** A mail server at which nobody is known. */
async function refusingServer(): Promise<{ port: number; close: () => void }> {
  const port = await freePort();
  const server = new SMTPServer({
    ...{ lmtp: true, authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'] },
    onRcptTo: (_address, _session, answer) =>
      answer(Object.assign(new Error('5.1.1 No such person here'), { responseCode: 550 })),
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return { port, close: () => server.close() };
}
