import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { MailUnreadable } from '../../../src/letters/inbound/reading/mail-unreadable.js';
import { LONGEST_TEXT, readMail } from '../../../src/letters/inbound/reading/read-mail.js';
import { MailOffice, plainMail } from './mail-office.js';
import { TORTURE } from './torture-mails.js';

let office: MailOffice;
beforeAll(async () => {
  office = await MailOffice.open();
});
afterAll(() => office.stop());

const keptBytes = (sha256: string) =>
  readFileSync(join(office.app.dataDir, 'attachments', sha256.slice(0, 2), sha256));

test.each(Object.entries(TORTURE))(
  '%s: kept byte for byte, and a letter or a reason',
  async (_name, { raw, becomes }) => {
    const { mail, letter } = await office.take(raw, 'mx@example.org');
    const sent = Buffer.from(raw);
    const whole = sent.subarray(-2).toString() === '\r\n' ? sent : Buffer.concat([sent, Buffer.from('\r\n')]);
    expect(keptBytes(mail.sha256).equals(whole)).toBe(true);
    if ('why' in becomes)
      return expect(mail).toMatchObject({ state: 'quarantined', reason: becomes.why, letter_id: null });
    expect(mail.state).toBe('done');
    expect(letter!.message).toContain(becomes.text);
    expect(letter!.message.length).toBeLessThanOrEqual(LONGEST_TEXT);
    if (becomes.subject !== undefined) expect(letter!.subject).toBe(becomes.subject);
    if (becomes.email !== undefined) expect(letter!.email).toBe(becomes.email);
    if (becomes.files) expect(mail.facts!.notOffered.map(({ name }) => name)).toEqual(becomes.files);
  },
);

/** A mail with a few of its bytes changed, left out, doubled or swapped, as bad lines and worse programs do. */
const mutant = fc
  .record({
    of: fc.constantFrom(
      ...Object.values(TORTURE)
        .map(({ raw }) => Buffer.from(raw))
        .filter(({ length }) => length < 5_000),
      Buffer.from(plainMail()),
    ),
    changes: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        how: fc.constantFrom('set', 'cut', 'double', 'insert'),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ of, changes }) =>
    changes.reduce((mail, { at, how, bytes }) => {
      const place = Math.floor(at * mail.length);
      const [before, after] = [mail.subarray(0, place), mail.subarray(place)];
      const middle = how === 'double' ? mail.subarray(place, place + 40) : how === 'cut' ? [] : bytes;
      return Buffer.concat([
        before,
        Uint8Array.from(middle),
        after.subarray(how === 'set' || how === 'cut' ? bytes.length : 0),
      ]);
    }, of),
  );

test('of any mutant a letter can be made that the database takes, or it says why not', async () => {
  await fc.assert(
    fc.asyncProperty(mutant, async (raw) => {
      const mail = await readMail(raw).catch((error: unknown) => {
        if (error instanceof MailUnreadable) return undefined;
        throw error;
      });
      if (mail === undefined) return;
      expect(mail.text.isWellFormed() && mail.subject.isWellFormed()).toBe(true);
      expect(mail.text).not.toMatch(/[^\P{Cc}\n\t]/u);
      expect(mail.subject).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: 400 },
  );
});

test('every mutant that the door takes is kept as it came and dealt with', async () => {
  await fc.assert(
    fc.asyncProperty(mutant, async (raw) => {
      const reply = await office.deliver(raw, 'mx@example.org');
      const id = /Kept as (\S+)/.exec(reply)?.[1];
      // Half a line end, or nothing at all, is refused for good.
      if (id === undefined) return expect(reply).toMatch(/^554 /);
      const mail = await office.settled(id);
      expect(['done', 'quarantined', 'aside']).toContain(mail.state);
      expect(createHash('sha256').update(keptBytes(mail.sha256)).digest('hex')).toBe(mail.sha256);
      return undefined;
    }),
    { numRuns: 25 },
  );
});
