import { Command } from 'commander';
import { DataSource } from 'typeorm';
import { registerCommand } from '../../../src/cli/register.command.js';
import { SequencerService } from '../../../src/letters/register/sequencer.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, LETTER_ROOMS } from '../../support/build.js';

let app: TestApp;
const { log, error } = console;
const said = { out: [] as string[], errors: [] as string[] };
beforeAll(async () => {
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  for (let count = 0; count < 3; count++) await buildLetter(app);
  await app.get(SequencerService).enterBatch();
  console.log = (line: string) => void said.out.push(line);
  console.error = (line: string) => void said.errors.push(line);
});
afterEach(() => {
  process.exitCode = undefined;
});
afterAll(async () => {
  Object.assign(console, { log, error });
  await app.stop();
});

/** Runs `pismo register <words>`; gives standard output, standard error and the exit code. */
async function run(...words: string[]) {
  said.out = [];
  said.errors = [];
  const program = new Command();
  registerCommand(program, (work) => work(app.app));
  await program.parseAsync(['register', ...words], { from: 'user' });
  return { out: said.out.join('\n'), errors: said.errors.join('\n'), code: process.exitCode ?? 0 };
}

test('a whole register is said on standard output, progress beside it', async () => {
  const { out, errors, code } = await run('verify');
  expect(out).toBe('The register is whole: 3 letters, 3 entries.');
  expect(errors).toContain('Comparing entries with letters');
  expect(code).toBe(0);
});

test('as JSON it is one line for programs', async () => {
  const { out } = await run('verify', '--json');
  expect(JSON.parse(out)).toEqual({ ok: true, letters: 3, entries: 3, gaps: [], problems: [] });
});

test('a difference is named, and the command fails saying what to do', async () => {
  await app.get(DataSource).query('DELETE FROM register_entry WHERE number = 2');
  const plain = await run('verify');
  expect(plain.out).toContain(`missing: ${new Date().getFullYear()}-000002`);
  expect(plain.errors).toContain('restore a copy');
  expect(plain.code).toBe(1);
  const json = await run('verify', '--json');
  expect(JSON.parse(json.out)).toMatchObject({ ok: false, letters: 3, entries: 2 });
  expect(json.code).toBe(1);
});
