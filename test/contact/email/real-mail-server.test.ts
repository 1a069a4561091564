import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import { rows } from '../../../src/database/rows.js';
import { MailOffice, OFFICE } from '../../letters/inbound/mail-office.js';
import { freePort } from '../../support/app.js';
import { Dovecot, hasDovecot } from '../../support/dovecot.js';
import { hasPostfix, Postfix } from '../../support/postfix.js';

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

  beforeAll(async () => {
    dovecot = await Dovecot.start();
    const lmtpPort = await freePort();
    postfix = await Postfix.start(
      `${linesOfDocs(lmtpPort)}relay_domains = selo.example\nrelay_transport = lmtp:inet:127.0.0.1:${dovecot.lmtpPort}\n`,
    );
    office = await MailOffice.open({ env: { LMTP_PORT: String(lmtpPort), SMTP_URL: postfix.url } });
  }, 120_000);
  afterAll(async () => {
    await office?.stop();
    postfix?.stop();
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

  test('a foreign address of the office’s domain is refused by the mail server itself', async () => {
    await expect(send({ to: 'nema@predsednik.example', subject: 'x', text: 'y' })).rejects.toThrow(/550/);
  });
});
