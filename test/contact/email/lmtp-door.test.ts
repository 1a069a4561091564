import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { rows } from '../../../src/database/rows.js';
import { MOST_MAIL_BYTES } from '../../../src/letters/inbound/inbound.service.js';
import { LmtpClient } from '../../support/lmtp-client.js';
import { MailOffice, OFFICE, plainMail } from '../../letters/inbound/mail-office.js';

let office: MailOffice;
beforeAll(async () => {
  // A web process takes mails in and makes nothing of them, so that what the door leaves behind stays as it is.
  office = await MailOffice.open({ env: { ROLE: 'web' } });
});
afterAll(() => office.stop());

const count = async () =>
  (await rows<{ n: number }>(office.sql, 'SELECT count(*)::int AS n FROM inbound_email'))[0]!.n;

test('a mail is kept byte for byte, and only then acknowledged with its id', async () => {
  const raw = Buffer.concat([
    Buffer.from(plainMail({ body: '..\r\n.tačka na početku reda\r\n' })),
    Buffer.from([0x80, 0xff, 0x0d, 0x0a]),
  ]);
  const { client, abilities } = await LmtpClient.open(office.port);
  expect(abilities).toContain(`SIZE ${MOST_MAIL_BYTES}`);
  const [reply] = await client.deliver(raw, 'ana@example.org', ['Pisma@Predsednik.example']);
  client.close();
  const id = /^250 (?:\S+ )?Kept as (\S+)$/.exec(reply!)?.[1];
  const sha256 = createHash('sha256').update(raw).digest('hex');
  expect(await rows(office.sql, 'SELECT * FROM inbound_email WHERE id = $1', [id])).toMatchObject([
    {
      ...{ sha256, size: String(raw.length), envelope_sender: 'ana@example.org', envelope_recipient: OFFICE },
      ...{ state: 'pending', letter_id: null },
    },
  ]);
  expect(readFileSync(join(office.app.dataDir, 'attachments', sha256.slice(0, 2), sha256)).equals(raw)).toBe(
    true,
  );
  expect(await rows(office.sql, 'SELECT media_type FROM kept_file WHERE sha256 = $1', [sha256])).toEqual([
    { media_type: 'message/rfc822' },
  ]);
});

test('the same bytes for the same address are one mail, however often they are brought', async () => {
  const raw = plainMail();
  const first = await office.deliver(raw);
  const before = await count();
  const { client } = await LmtpClient.open(office.port);
  const replies = await Promise.all([office.deliver(raw), client.deliver(raw, 'ana@example.org', [OFFICE])]);
  client.close();
  expect(replies.flat()).toEqual([first, first]);
  expect(await count()).toBe(before);
});

test('every recipient has an answer of its own, and a foreign one is refused before the mail is sent', async () => {
  const { client } = await LmtpClient.open(office.port);
  await client.say('MAIL FROM:<>');
  expect(await client.say('RCPT TO:<somebody@predsednik.example>')).toMatch(/^550 /);
  expect(await client.say('RCPT TO:<pisma@elsewhere.example>')).toMatch(/^550 /);
  expect(await client.say(`RCPT TO:<${OFFICE}>`)).toMatch(/^250 /);
  expect(await client.say('RCPT TO:<pisma+b.abc@predsednik.example>')).toMatch(/^250 /);
  await client.say('DATA');
  client.write(`${plainMail()}.\r\n`);
  const [one, other] = [await client.reply(), await client.reply()];
  client.close();
  expect(one).toMatch(/^250 .*Kept as/);
  expect(other).toMatch(/^250 .*Kept as/);
  expect(one).not.toBe(other);
});

test('brought to two addresses of the office at once, a mail is one', async () => {
  const before = await count();
  const { client } = await LmtpClient.open(office.port);
  const [one, other] = await client.deliver(plainMail(), 'ana@example.org', [
    OFFICE,
    'pisma+predlozi@predsednik.example',
  ]);
  client.close();
  expect(one).toMatch(/^250 .*Kept as/);
  expect(other).toBe(one);
  expect(await count()).toBe(before + 1);
});

test('too large, empty and with half a line end is refused for good, and leaves nothing', async () => {
  const before = await count();
  const { client } = await LmtpClient.open(office.port);
  expect(await client.say(`MAIL FROM:<ana@example.org> SIZE=${MOST_MAIL_BYTES + 1}`)).toMatch(/^552 /);
  const line = `${'x'.repeat(998)}\r\n`;
  const huge = Buffer.from(line.repeat(Math.ceil(MOST_MAIL_BYTES / line.length) + 1));
  expect(await client.deliver(huge, 'ana@example.org', [OFFICE])).toEqual([expect.stringMatching(/^552 /)]);
  for (const bare of ['a\nb\r\n', 'a\rb\r\n', 'a\n.\nMAIL FROM:<x@example.org>\r\n'])
    expect(await client.deliver(plainMail({ body: bare }), 'ana@example.org', [OFFICE])).toEqual([
      expect.stringMatching(/^554 .*bare CR or LF/),
    ]);
  await client.say('MAIL FROM:<ana@example.org>');
  await client.say(`RCPT TO:<${OFFICE}>`);
  await client.say('DATA');
  expect(await client.say('.')).toMatch(/^554 .*empty/);
  client.close();
  expect(await count()).toBe(before);
});

test('while PostgreSQL is away the server is told to try again, and the second try is one mail', async () => {
  const raw = plainMail();
  const before = await count();
  const admin = new pg.Client({ connectionString: process.env.PISMO_TEST_SERVER });
  await admin.connect();
  const name = new URL(office.app.databaseUrl).pathname.slice(1);
  try {
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    expect(await office.deliver(raw)).toMatch(/^451 /);
  } finally {
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await admin.end();
  }
  expect(await count()).toBe(before);
  expect(await office.deliver(raw)).toMatch(/^250 /);
  expect(await count()).toBe(before + 1);
});

test('a server that goes away in the middle leaves nothing', async () => {
  const before = await count();
  const { client } = await LmtpClient.open(office.port);
  await client.say('MAIL FROM:<ana@example.org>');
  await client.say(`RCPT TO:<${OFFICE}>`);
  await client.say('DATA');
  client.write(plainMail());
  client.close();
  await office.deliver(plainMail());
  expect(await count()).toBe(before + 1);
});
