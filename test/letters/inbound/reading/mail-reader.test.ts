import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailReader, ReadingLimits } from '../../../../src/letters/inbound/reading/mail-reader.js';

const limitsOf = (different: Partial<ReadingLimits> = {}) => Object.assign(new ReadingLimits(), different);
const folder = mkdtempSync(join(tmpdir(), 'pismo-reader-'));
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true }));

test('a mail that takes too long is given up, and the next is read by a new thread', async () => {
  const limits = limitsOf();
  const reader = new MailReader(limits);
  const small = file('small.eml', 'Subject: a\r\n\r\nтекст\r\n');
  const large = file('large.eml', `Subject: b\r\n\r\n${'дуга линија\r\n'.repeat(800_000)}`);
  expect((await reader.read(small)).text).toBe('текст');
  limits.milliseconds = 60;
  const late = reader.read(large);
  await expect(late).rejects.toMatchObject({ why: 'time' });
  limits.milliseconds = 10_000;
  const [one, other] = await Promise.all([reader.read(small), reader.read(small)]);
  expect([one.text, other.text]).toEqual(['текст', 'текст']);
  await reader.onApplicationShutdown();
});

test('a mail that takes too much memory is given up, and the program lives on', async () => {
  const reader = new MailReader(
    limitsOf({ milliseconds: 30_000, wholeMilliseconds: 30_000, heapMegabytes: 48 }),
  );
  const greedy = file('greedy.eml', `Content-Type: text/html\r\n\r\n${'<p>a</p>'.repeat(3_000_000)}`);
  await expect(reader.read(greedy)).rejects.toMatchObject({ why: 'memory' });
  const small = file('other.eml', 'Subject: a\r\n\r\nтекст\r\n');
  expect((await reader.read(small)).text).toBe('текст');
  await reader.onApplicationShutdown();
});

test('a file that is not there says nothing about the mail', async () => {
  const reader = new MailReader(limitsOf());
  await expect(reader.read(join(folder, 'none.eml'))).rejects.toThrow(/ENOENT/);
  await reader.onApplicationShutdown();
});
