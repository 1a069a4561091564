import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { mailCommand } from '../../src/cli/mail.command.js';
import { rows } from '../../src/database/rows.js';
import { MailOffice } from '../letters/inbound/mail-office.js';

let office: MailOffice;
const port = process.env.LMTP_PORT;
beforeAll(async () => {
  office = await MailOffice.open();
});
afterAll(async () => {
  process.env.LMTP_PORT = port ?? '';
  await office.stop();
});

async function sendTest(...words: string[]): Promise<string> {
  const log = jest.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const program = new Command('pismo').exitOverride();
    mailCommand(program);
    await program.parseAsync(['mail', 'send-test', ...words], { from: 'user' });
    return log.mock.calls.flat().join('\n');
  } finally {
    log.mockRestore();
  }
}

test('the invented letters and a mail of one’s own become letters in their own script', async () => {
  process.env.LMTP_PORT = String(office.port);
  const folder = mkdtempSync(join(tmpdir(), 'pismo-mail-'));
  const file = join(folder, 'moja.eml');
  writeFileSync(file, 'From: ana@example.org\nSubject: Moja\n\nPoštovani predsedniče, molim vas.\n');
  const sendings = [
    [],
    ['--script', 'latn'],
    ['--script', 'en', '--from', 'x@example.org'],
    ['--file', file],
  ];
  const languages: string[] = [];
  for (const words of sendings) {
    const id = /Kept as (\S+)/.exec(await sendTest(...words))![1]!;
    const { letter_id } = await office.settled(id);
    const [letter] = await rows<{ language: string }>(
      office.sql,
      'SELECT language FROM letter WHERE id = $1',
      [letter_id],
    );
    languages.push(letter!.language);
  }
  rmSync(folder, { recursive: true });
  expect(languages).toEqual(['sr-Cyrl', 'sr-Latn', 'en', 'sr-Latn']);
});

test('an office that does not run and a file that is not there are named, with the mend', async () => {
  process.env.LMTP_PORT = '9';
  await expect(sendTest()).rejects.toThrow(/Nobody listens on LMTP port 9: start the office/);
  await expect(sendTest('--file', '/nowhere.eml')).rejects.toThrow(/nowhere.eml cannot be read/);
});
