import { Readable } from 'node:stream';
import { Command } from 'commander';
import { staffCommand } from '../../src/cli/staff.command.js';
import { PASSWORD, type StaffApp, startStaffApp } from '../staff/staff-app.js';

let office: StaffApp;
beforeAll(async () => {
  office = await startStaffApp();
});
afterAll(() => office.stop());
beforeEach(() => office.sql.query('TRUNCATE account, account_link CASCADE'));

/** Runs `pismo staff …` in this process; answers what it printed and its exit code. */
async function pismo(args: string, input = ''): Promise<{ out: string; err: string; code: number }> {
  const [out, err]: [string[], string[]] = [[], []];
  const program = new Command('pismo').exitOverride().configureOutput({
    writeOut: (text) => out.push(text),
    writeErr: (text) => err.push(text),
  });
  const log = jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(`${text}\n`));
  let code = 0;
  try {
    staffCommand(program, (work) => work(office.app), Readable.from([Buffer.from(input)]));
    const words = [...args.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
    await program.parseAsync(['staff', ...words], { from: 'user' });
  } catch (error) {
    code = (error as { exitCode?: number }).exitCode ?? -1;
    if (code === -1) throw error;
  } finally {
    log.mockRestore();
  }
  return { out: out.join(''), err: err.join(''), code };
}

const ADD = 'add --email ana@office.test --name "Ana Anić"';

test('adds an account with the password from standard input', async () => {
  const { out, code } = await pismo(`${ADD} --role clerk triage --unit social`, `${PASSWORD}\n`);
  expect([code, out]).toEqual([0, 'Account ana@office.test was added (clerk, triage).\n']);
  expect(await office.staff.byEmail('ana@office.test')).toMatchObject({ unit: 'social', name: 'Ana Anić' });
  await office.signedIn('ana@office.test');
});

test('prints a link when no password is given, and again for a reset', async () => {
  const link = /\/staff\/set-password\/[\w-]{43}$/m;
  const [first] = link.exec((await pismo(`${ADD} --role clerk`)).out)!;
  await office.browser().post(first, { password: PASSWORD });
  const browser = await office.signedIn('ana@office.test');
  expect((await pismo('reset-password --email ANA@office.test')).out).toMatch(link);
  expect((await browser.get('/staff/account')).status).toBe(303);
});

test('lists, disables and enables', async () => {
  await office.account('ana@office.test', ['clerk', 'press']);
  await office.account('bora@office.test', ['admin'], 'Бора');
  expect((await pismo('disable --email ana@office.test')).code).toBe(0);
  const { out } = await pismo('list');
  expect(out.split('\n')).toEqual([
    'bora@office.test\tБора\tadmin\t-\tactive\tnever signed in',
    'ana@office.test\tAna Anić\tclerk,press\t-\tdisabled\tnever signed in',
    '',
  ]);
  const refused = await pismo('reset-password --email ana@office.test');
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('`staff enable` does that.') });
  await pismo('enable --email ana@office.test');
  await office.signedIn('ana@office.test');
});

test('recovers an office whose administrators cannot sign in', async () => {
  await office.account('lost@office.test', ['admin']);
  const [path] = /\/staff\/set-up\/[\w-]{43}$/m.exec((await pismo('recover')).out)!;
  const person = { name: 'Nova', email: 'nova@office.test', password: PASSWORD, language: 'en' };
  expect((await office.browser().post(path, person)).status).toBe(303);
  expect((await office.staff.byEmail('nova@office.test')).roles).toEqual(['admin', 'triage']);
});

test.each([
  [`${ADD} --role king`, /role <role...>.*king.*Allowed choices are clerk, triage/],
  [ADD, /required option '--role <role...>' not specified/],
  ['add --email ana --name Ana --role clerk', /Enter a proper e-mail address/],
  [`${ADD} --role clerk --unit moon`, /There is no unit “moon”\. Choose one of: petitions, social/],
  ['disable --email nobody@office.test', /no account with the address nobody@office\.test.*`staff list`/],
  ['disable --email', /argument missing/],
])('says what is wrong and fails: staff %s', async (args, words) => {
  const { err, code } = await pismo(args);
  expect(err).toMatch(words);
  expect(code).toBe(1);
  expect(await office.staff.all()).toEqual([]);
});

test('refuses a weak password, a taken address and the last administrator, with the mend', async () => {
  expect((await pismo(`${ADD} --role clerk`, 'short')).err).toContain('at least 12 characters');
  await office.account('ana@office.test', ['admin']);
  expect((await pismo(`${ADD} --role clerk`)).err).toContain('run `staff reset-password`');
  expect((await pismo('disable --email ana@office.test')).err).toContain('`staff add --role admin`');
});

test.each(['', 'add ', 'list ', 'reset-password ', 'disable ', 'enable ', 'recover '])(
  'staff %s--help explains',
  async (name) => {
    const { out, code } = await pismo(`${name}--help`);
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: pismo staff/);
  },
);
