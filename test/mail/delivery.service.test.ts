import { setTimeout as sleep } from 'node:timers/promises';
import { MailService } from '../../src/mail/mail.service.js';
import { PostOffice } from './post-office.js';

const header = (raw: Buffer, name: string) =>
  new RegExp(`^${name}: ([^]*?)(?=\\r\\n[^ \\t])`, 'im')
    .exec(raw.toString('latin1'))?.[1]
    ?.replace(/\r\n\s+/g, ' ');

describe('delivery', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await PostOffice.open();
  });
  beforeEach(async () => {
    office.peer.mood = {};
    office.peer.messages.length = 0;
    await office.sql.query('TRUNCATE outgoing_email, suppressed_address');
  });
  afterAll(() => office?.close());

  it("sends once, with the server's answer on record", async () => {
    const [id] = await office.owe(['ana@example.org']);
    const row = await office.ended(id!);
    expect(row).toMatchObject({ state: 'sent', attempts: 1, resends: 0, rendered: null, last_error: null });
    expect(row.smtp_answer).toMatch(/^250 /);
    expect(row.sent_at).toBeInstanceOf(Date);
    expect(office.outcomes).toEqual(['sent']);
    const [message] = office.peer.messages;
    expect(office.peer.messages).toHaveLength(1);
    expect(message!.to).toEqual(['ana@example.org']);
    expect(message!.from).toBe(`pisma+b.${row.bounce_token}@predsednik.example`);
    expect(header(message!.raw, 'Message-ID')).toBe(row.message_id);
    expect(header(message!.raw, 'Auto-Submitted')).toMatch(/^auto-/);
    expect(header(message!.raw, 'From')).toMatch(/^=\?UTF-8\?[BQ]\?.*<pisma@predsednik\.example>$/);
    expect(header(message!.raw, 'Date')).toMatch(/\+0000$/);
  });

  it('never has two workers send the same', async () => {
    const ids = await office.owe(Array.from({ length: 40 }, (_, index) => `a${index}@example.org`));
    await Promise.all([...ids, ...ids].map((id) => office.worker.perform('email', id)));
    await Promise.all(ids.map((id) => office.ended(id)));
    expect(office.peer.messages).toHaveLength(40);
  });

  it('puts a temporary refusal back for later, and sends the same bytes then', async () => {
    office.peer.mood = { atData: { code: 451, text: '4.7.1 Greylisted' } };
    const [id] = await office.owe(['b@example.org']);
    const back = await office.until(id!, ({ state, attempts }) => state === 'pending' && attempts === 1);
    expect(back.last_error).toContain('Greylisted');
    expect(back.due_at!.getTime()).toBeGreaterThan(Date.now() + 5_000);
    const kept = Buffer.from(back.rendered!);
    office.peer.mood = {};
    await office.passTime();
    expect(await office.ended(id!)).toMatchObject({ state: 'sent', resends: 0 });
    expect(office.peer.messages.map(({ raw }) => raw.equals(kept))).toEqual([true]);
  });

  it('gives a permanent refusal to a person, and leaves the dead address alone', async () => {
    office.peer.mood = { atRecipient: { code: 550, text: '5.1.1 No such user' } };
    const [id] = await office.owe(['dead@example.org']);
    const failed = await office.ended(id!);
    expect(failed).toMatchObject({ state: 'failed', attempts: 1 });
    expect(failed.smtp_answer).toContain('No such user');
    office.peer.mood = {};
    const [later] = await office.owe(['DEAD@example.org']);
    const suppressed = await office.ended(later!);
    expect(suppressed.state).toBe('suppressed');
    expect(suppressed.last_error).toContain('60 days');
    expect(office.peer.messages).toEqual([]);
    await office.sql.query(`UPDATE suppressed_address SET until = now()`);
    const [afterwards] = await office.owe(['dead@example.org']);
    expect((await office.ended(afterwards!)).state).toBe('sent');
  });

  it('sends again what refused for good, when a person tries again', async () => {
    office.peer.mood = { atRecipient: { code: 550, text: '5.1.1 No such user' } };
    const [id] = await office.owe(['corrected@example.org']);
    expect((await office.ended(id!)).state).toBe('failed');
    office.peer.mood = {};
    expect(await office.app.get(MailService).retryByHand(id!)).toBe(true);
    expect((await office.until(id!, ({ state }) => state === 'sent')).attempts).toBe(1);
    expect(await office.app.get(MailService).retryByHand(id!)).toBe(false);
  });

  it('does not blame the address for refused content or a full mailbox', async () => {
    office.peer.mood = { atData: { code: 554, text: '5.7.1 Looks like spam' } };
    const [content] = await office.owe(['c@example.org']);
    expect((await office.ended(content!)).state).toBe('failed');
    office.peer.mood = { atRecipient: { code: 552, text: '5.2.2 Mailbox full' } };
    const [full] = await office.owe(['d@example.org']);
    expect(
      (await office.until(full!, ({ attempts, state }) => attempts === 1 && state === 'pending')).last_error,
    ).toContain('full');
    expect(await office.sql.query('SELECT * FROM suppressed_address')).toEqual([]);
  });

  it.each(['kept', 'lost'] as const)(
    'stays in doubt when the connection is cut after the dot (%s), then repeats the same bytes',
    async (fate) => {
      office.peer.mood = { dropAfterDot: fate };
      const before = office.rendered;
      const [id] = await office.owe([`${fate}@example.org`]);
      await office.until(id!, ({ state }) => state === 'in_doubt');
      await sleep(400);
      const doubt = await office.row(id!);
      expect(doubt.state).toBe('in_doubt');
      const kept = Buffer.from(doubt.rendered!);
      office.peer.mood = {};
      await office.passTime();
      const sent = await office.ended(id!);
      expect(sent).toMatchObject({
        state: 'sent',
        resends: 1,
        in_doubt_at: null,
        message_id: doubt.message_id,
      });
      expect(office.rendered).toBe(before + 1);
      expect(office.peer.messages).toHaveLength(fate === 'kept' ? 2 : 1);
      for (const { raw } of office.peer.messages) {
        expect(raw.equals(kept)).toBe(true);
        expect(header(raw, 'Message-ID')).toBe(doubt.message_id);
      }
    },
    40_000,
  );

  it('has no doubt about a server that is away, and sends when it is back', async () => {
    await office.peer.close();
    const [id] = await office.owe(['e@example.org']);
    const back = await office.until(
      id!,
      ({ last_error, state }) => state === 'pending' && last_error !== null,
    );
    expect(back.in_doubt_at).toBeNull();
    await office.peer.open();
    await office.passTime();
    expect(await office.ended(id!)).toMatchObject({ state: 'sent', resends: 0 });
    expect(office.peer.messages).toHaveLength(1);
  }, 40_000);

  it('decides nothing about a row whose lease was lost while it spoke', async () => {
    office.peer.mood = { delay: 600 };
    const [id] = await office.owe(['slow@example.org']);
    await office.until(id!, ({ state }) => state === 'in_doubt');
    // Another worker took over while this one waits for its 250.
    await office.sql.query(`UPDATE outgoing_email SET lease_token = nextval('duty_lease') WHERE id = $1`, [
      id,
    ]);
    await sleep(1_200);
    expect(office.peer.messages).toHaveLength(1);
    expect(await office.row(id!)).toMatchObject({ state: 'in_doubt', sent_at: null });
    office.peer.mood = {};
    await office.passTime();
    expect(await office.ended(id!)).toMatchObject({ state: 'sent', resends: 1 });
    expect(office.peer.messages).toHaveLength(2);
    expect(office.peer.messages[0]!.raw.equals(office.peer.messages[1]!.raw)).toBe(true);
  }, 40_000);

  it('holds nobody else up when one kind has no template', async () => {
    const [orphan, other] = await office.owe(['f@example.org', 'g@example.org']);
    await office.sql.query(
      `UPDATE outgoing_email SET kind = 'test.gone', state = 'pending', due_at = now() WHERE id = $1`,
      [orphan],
    );
    expect((await office.ended(other!)).state).toBe('sent');
  });
});

describe('the brakes', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await PostOffice.open();
  });
  beforeEach(async () => {
    office.peer.messages.length = 0;
    await office.sql.query('TRUNCATE outgoing_email, suppressed_address');
  });
  afterAll(() => office?.close());

  it('sends 2 e-mails to a victim whom 300 forms name', async () => {
    const ids = await office.owe(
      Array.from({ length: 300 }, (_, index) => (index % 2 ? 'victim@example.org' : 'Victim@Example.org')),
    );
    const rows = await office.allEnded(ids);
    const states = rows.map(({ state }) => state);
    expect(states.filter((state) => state === 'sent')).toHaveLength(2);
    expect(states.filter((state) => state === 'suppressed')).toHaveLength(298);
    expect(office.peer.messages).toHaveLength(2);
    expect(rows.find(({ state }) => state === 'suppressed')!.last_error).toContain('24 hours');
  }, 60_000);

  it('lets the next two go a day later', async () => {
    await Promise.all(
      (await office.owe(Array(3).fill('h@example.org') as string[])).map((id) => office.ended(id)),
    );
    await office.sql.query(
      `UPDATE outgoing_email SET counted_at = counted_at - interval '24 hours' WHERE counted_at IS NOT NULL`,
    );
    const next = await Promise.all(
      (await office.owe(Array(3).fill('h@example.org') as string[])).map((id) => office.ended(id)),
    );
    expect(next.filter(({ state }) => state === 'sent')).toHaveLength(2);
    expect(office.peer.messages).toHaveLength(4);
  });

  it.each([
    'mailer-daemon@example.org',
    'Postmaster@example.org',
    'no-reply@example.org',
    'noreply+x@example.org',
    'PISMA@predsednik.example',
  ])('never writes to %s', async (recipient) => {
    const [id] = await office.owe([recipient]);
    expect((await office.ended(id!)).state).toBe('suppressed');
    expect(office.peer.messages).toEqual([]);
  });

  it.each([
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org, b@example.org',
    'A <a@example.org>',
    'a@example.org>',
  ])('takes %j for no address', async (recipient) => {
    const [id] = await office.owe([recipient]);
    expect((await office.ended(id!)).state).toBe('suppressed');
    expect(office.peer.messages).toEqual([]);
  });
});
