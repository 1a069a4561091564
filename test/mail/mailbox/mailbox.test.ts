import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { type Environment, readEnvironment } from '../../../src/config/environment.js';
import { type RunningMailbox, startMailbox } from '../../../src/mail/mailbox/mailbox.js';
import type { MailboxMessage } from '../../../src/mail/mailbox/mailbox.message.js';
import { MailboxStore } from '../../../src/mail/mailbox/mailbox.store.js';
import { freePort } from '../../support/app.js';

describe('the development mailbox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pismo-mailbox-'));
  let environment: Environment;
  let mailbox: RunningMailbox;

  beforeAll(async () => {
    environment = readEnvironment({
      DATA_DIR: folder,
      MAILBOX_SMTP_PORT: String(await freePort()),
      MAILBOX_WEB_PORT: String(await freePort()),
    });
    mailbox = await startMailbox(environment);
    const transport = createTransport(mailbox.smtpUrl);
    for (const number of [1, 2])
      await transport.sendMail({
        envelope: { from: 'pisma+b.token@predsednik.example', to: 'ana@example.org' },
        from: { name: 'Председник', address: 'pisma@predsednik.example' },
        to: 'ana@example.org',
        subject: `Писмо <${number}>`,
        text: `Текст ${number}`,
        html: `<html><head></head><body><p>Поздрав ${number}</p><script>alert(1)</script></body></html>`,
        headers: { 'Auto-Submitted': 'auto-replied' },
      });
  });
  afterAll(async () => {
    await mailbox?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const list = async () => (await (await fetch(`${mailbox.webUrl}/api/email`)).json()) as MailboxMessage[];

  it('lists what was sent, newest first', async () => {
    const [second, first] = await list();
    expect(first).toMatchObject({
      from: [{ name: 'Председник', address: 'pisma@predsednik.example' }],
      to: [{ address: 'ana@example.org' }],
      subject: 'Писмо <1>',
      text: expect.stringMatching(/^Текст 1\s*$/),
      headers: { 'auto-submitted': 'auto-replied', 'return-path': '<pisma+b.token@predsednik.example>' },
    });
    expect(first!.html).toContain('Поздрав 1');
    expect(second!.subject).toBe('Писмо <2>');
    expect(Date.parse(first!.date!)).not.toBeNaN();
  });

  it('shows a message as text, and its HTML where nothing can run', async () => {
    const [{ id }] = (await list()) as [MailboxMessage];
    const index = await (await fetch(mailbox.webUrl)).text();
    expect(index).toContain('Писмо &lt;2>');
    const page = await (await fetch(`${mailbox.webUrl}/messages/${id}`)).text();
    expect(page).toContain(`sandbox="allow-popups allow-popups-to-escape-sandbox"`);
    expect(page).not.toContain('<script>');
    const html = await fetch(`${mailbox.webUrl}/messages/${id}/html`);
    expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(html.headers.get('content-security-policy')).not.toContain('allow-scripts');
    const raw = await (await fetch(`${mailbox.webUrl}/messages/${id}/raw`)).text();
    expect(raw).toMatch(
      /^Return-Path: <pisma\+b\.token@predsednik\.example>\r\nDelivered-To: ana@example\.org\r\n/,
    );
  });

  it('answers 404 to what it does not have, and reads only its own files', async () => {
    for (const path of ['/messages/none', '/messages/..%2f..%2fetc%2fpasswd/raw', '/api/email/none'])
      expect((await fetch(mailbox.webUrl + path)).status).toBe(404);
    expect((await fetch(mailbox.webUrl, { method: 'POST' })).status).toBe(405);
  });

  it('keeps messages over a restart', async () => {
    const before = await list();
    await mailbox.stop();
    mailbox = await startMailbox(environment);
    expect(await list()).toEqual(before);
  });

  it.each([
    ['MAILBOX_SMTP_PORT', 'mailboxSmtpPort'],
    ['MAILBOX_WEB_PORT', 'mailboxWebPort'],
  ] as const)('names %s when the port is taken', async (variable, field) => {
    const other = readEnvironment({
      DATA_DIR: folder,
      MAILBOX_SMTP_PORT: String(await freePort()),
      MAILBOX_WEB_PORT: String(await freePort()),
      [variable]: String(environment[field]),
    });
    await expect(startMailbox(other)).rejects.toThrow(new RegExp(`^${variable}=\\d+ is taken`));
  });

  it('forgets the oldest beyond its measure', async () => {
    const store = new MailboxStore(join(folder, 'small'), 2);
    await store.open();
    const ids = [];
    for (const text of ['a', 'b', 'c']) ids.push(await store.keep(Buffer.from(text)));
    expect(store.newest()).toEqual([ids[2], ids[1]]);
    expect(await store.raw(ids[0]!)).toBeUndefined();
    expect((await store.raw(ids[2]!))?.toString()).toBe('c');
  });
});

describe('the development mailbox of an office', () => {
  it('hands what is sent to the office to its door, with the door’s own answer, and keeps what the door took', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pismo-mailbox-'));
    const door = new SMTPServer({
      lmtp: true,
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, { envelope }, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          brought.push({ to: envelope.rcptTo.map(({ address }) => address), text });
          const isRefused = text.includes('refuse');
          callback(isRefused ? Object.assign(new Error('Not now'), { responseCode: 451 }) : null);
        });
      },
    });
    const brought: { to: string[]; text: string }[] = [];
    const lmtp = await freePort();
    await new Promise<void>((resolve) => door.listen(lmtp, '127.0.0.1', resolve));
    const mailbox = await startMailbox(
      readEnvironment({
        DATA_DIR: folder,
        MAILBOX_SMTP_PORT: String(await freePort()),
        MAILBOX_WEB_PORT: String(await freePort()),
        LMTP_PORT: String(lmtp),
      }),
      ['pisma@predsednik.example'],
    );
    try {
      const client = createTransport(mailbox.smtpUrl);
      const send = (subject: string, to: string[]) =>
        client.sendMail({
          envelope: { from: 'ana@example.org', to },
          raw: `Subject: ${subject}\r\n\r\n.dot\r\n`,
        });
      await send('one', ['pisma+x@predsednik.example', 'mika@example.org']);
      await send('other', ['mika@example.org']);
      await expect(send('refuse', ['pisma@predsednik.example'])).rejects.toMatchObject({ responseCode: 451 });
      expect(brought[0]).toEqual({
        to: ['pisma+x@predsednik.example'],
        text: 'Subject: one\r\n\r\n.dot\r\n',
      });
      expect(brought).toHaveLength(2);
      const kept = (await (await fetch(`${mailbox.webUrl}/api/email`)).json()) as MailboxMessage[];
      expect(kept.map(({ subject }) => subject)).toEqual(['other', 'one']);
    } finally {
      await mailbox.stop();
      await new Promise<void>((resolve) => door.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
