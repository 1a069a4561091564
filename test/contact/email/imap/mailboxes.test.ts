import { ImapFlow } from 'imapflow';
import { Mailboxes } from '../../../../src/contact/email/imap/mailboxes.service.js';
import { rows } from '../../../../src/database/rows.js';
import { InboundService } from '../../../../src/letters/inbound/inbound.service.js';
import { HealthService } from '../../../../src/web/health.service.js';
import { MailOffice, OFFICE, plainMail } from '../../../letters/inbound/mail-office.js';
import { Dovecot, hasDovecot } from '../../../support/dovecot.js';
import { eventually } from '../../../support/eventually.js';

const mail = (subject: string, from = 'ana@example.org', body?: string) =>
  plainMail({
    headers: { From: from, Subject: `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=` },
    body,
  });

(hasDovecot ? describe : describe.skip)('letters are pulled from a mailbox', () => {
  let dovecot: Dovecot;
  let office: MailOffice;
  let other: MailOffice;

  beforeAll(async () => {
    dovecot = await Dovecot.start();
    const env = { IMAP_URLS: dovecot.url(OFFICE) };
    office = await MailOffice.open({ env });
    const { databaseUrl, dataDir } = office.app;
    other = await MailOffice.open({ env, databaseUrl, dataDir });
  }, 120_000);
  afterAll(async () => {
    await other?.stop();
    await office?.stop();
    await dovecot?.stop();
  });

  const mails = (subject: string) =>
    rows<{ letterId: string | null; sender: string; state: string }>(
      office.sql,
      `SELECT mail.letter_id AS "letterId", mail.envelope_sender AS sender, mail.state
       FROM inbound_email mail LEFT JOIN letter ON letter.id = mail.letter_id
       WHERE letter.subject LIKE $1 OR (letter.id IS NULL AND mail.state IN ('pending', 'leased'))`,
      [`${subject}%`],
    );
  async function made(subject: string, count: number) {
    await eventually(async () => {
      const found = await mails(subject);
      expect(found.filter(({ letterId }) => letterId !== null)).toHaveLength(count);
      expect(found).toHaveLength(count);
    });
    return mails(subject);
  }
  /** How many mails lie in a folder. */
  async function inFolder(folder: string): Promise<number> {
    const { host, port, secure, pass } = dovecot.account;
    const client = new ImapFlow({ host, port, secure, auth: { user: OFFICE, pass }, logger: false });
    await client.connect();
    const status = await client.status(folder, { messages: true });
    await client.logout();
    return status ? status.messages! : 0;
  }
  const health = async () => {
    const { parts } = await office.app.get(HealthService).readiness();
    return parts.mailboxes!;
  };

  test('a mail becomes a letter, its sender hears of it, and it is moved, not deleted', async () => {
    const before = await inFolder('Pismo');
    await dovecot.deliver(mail('Мост у селу'), 'ana@example.org', OFFICE);
    const [letter] = await made('Мост у селу', 1);
    expect(letter).toMatchObject({ sender: 'ana@example.org' });
    // Either program may send it.
    await eventually(async () =>
      expect(
        await rows(office.sql, `SELECT state FROM outgoing_email WHERE subject_id = $1`, [letter!.letterId]),
      ).toEqual([{ state: 'sent' }]),
    );
    await eventually(async () =>
      expect([await inFolder('INBOX'), await inFolder('Pismo')]).toEqual([0, before + 1]),
    );
    expect(await health()).toMatchObject({ ok: true });
  });

  test('two programs on one mailbox make one letter of each mail', async () => {
    for (let number = 0; number < 30; number += 1)
      await dovecot.deliver(
        mail(`Двоје ${number}`, `pisac${number}@example.org`),
        `pisac${number}@example.org`,
        OFFICE,
      );
    const letters = await made('Двоје', 30);
    expect(new Set(letters.map(({ letterId }) => letterId)).size).toBe(30);
    await eventually(async () => expect(await inFolder('INBOX')).toBe(0));
  });

  test('a mail that was kept but not yet moved when the line broke is not taken twice, even renumbered', async () => {
    await other.app.get(Mailboxes).onModuleDestroy();
    const inbound = office.app.get(InboundService);
    const keep = inbound.keep.bind(inbound);
    const kept: string[] = [];
    inbound.keep = async (...given) => {
      const ids = await keep(...given);
      kept.push(...ids);
      if (kept.length === 1) await dovecot.pause();
      return ids;
    };
    await dovecot.deliver(mail('Прекинута веза'), 'vera@example.org', OFFICE);
    await eventually(async () => expect(kept).toHaveLength(1));
    await eventually(async () => expect(await health()).toMatchObject({ ok: false }));
    dovecot.renumber(OFFICE);
    await dovecot.resume();
    await eventually(async () => expect(kept).toHaveLength(2));
    inbound.keep = keep;
    expect(kept[1]).toBe(kept[0]);
    await made('Прекинута веза', 1);
    await eventually(async () =>
      expect([await inFolder('INBOX'), await health()]).toEqual([0, { ok: true }]),
    );
  });

  test('while nothing can be kept the mails stay where they are', async () => {
    const inbound = office.app.get(InboundService);
    const keep = inbound.keep.bind(inbound);
    let tries = 0;
    inbound.keep = async (content) => {
      content.resume();
      tries += 1;
      throw new Error('the database is away');
    };
    await dovecot.deliver(mail('Стрпљива'), 'strpljiva@example.org', OFFICE);
    await eventually(async () => expect(tries).toBeGreaterThan(0));
    await eventually(async () =>
      expect(await health()).toMatchObject({
        ok: false,
        detail: expect.stringContaining('database is away'),
      }),
    );
    expect(await inFolder('INBOX')).toBe(1);
    inbound.keep = keep;
    await made('Стрпљива', 1);
  });

  test('what is too big goes to a folder of its own, and a person is told', async () => {
    const big = mail('Велико', undefined, `${'x'.repeat(76)}\r\n`.repeat(430_000));
    await dovecot.deliver(big, 'velika@example.org', OFFICE);
    await dovecot.deliver(mail('Иза великог'), 'mala@example.org', OFFICE);
    await made('Иза великог', 1);
    await eventually(async () => expect(await inFolder('Pismo refused')).toBe(1));
    await eventually(async () =>
      expect(await health()).toMatchObject({
        ok: false,
        detail: expect.stringContaining('1 too big or empty'),
      }),
    );
    expect(await inFolder('INBOX')).toBe(0);
  });

  test('a refused sign-in is told without the password', async () => {
    const wrong = await MailOffice.open({
      env: { IMAP_URLS: dovecot.url('ana').replace('tajna', 'pogresna') },
    });
    try {
      await eventually(async () => {
        const { parts } = await wrong.app.get(HealthService).readiness();
        expect(parts.mailboxes).toMatchObject({
          ok: false,
          detail: expect.stringContaining('ana at 127.0.0.1'),
        });
        expect(parts.mailboxes!.detail).toMatch(/auth/i);
        expect(JSON.stringify(parts)).not.toContain('pogresna');
      });
    } finally {
      await wrong.stop();
    }
  }, 60_000);
});
