import { DataSource } from 'typeorm';
import { SequencerService } from '../../../src/letters/register/sequencer.service.js';
import { verifyRegister } from '../../../src/letters/register/verify.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, forgetLetters, LETTER_ROOMS } from '../../support/build.js';

let app: TestApp;
let dataSource: DataSource;
beforeAll(async () => {
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  dataSource = app.get(DataSource);
});
beforeEach(async () => {
  for (let count = 0; count < 6; count++) await buildLetter(app);
  await app.get(SequencerService).enterBatch();
});
afterEach(() => forgetLetters(app));
afterAll(() => app.stop());

const verify = () => verifyRegister(dataSource, 'Europe/Belgrade');
const year = new Date().getFullYear();

test('a whole register is reported so, also while letters wait for their numbers', async () => {
  await buildLetter(app);
  const told: string[] = [];
  expect(await verifyRegister(dataSource, 'Europe/Belgrade', (line) => told.push(line))).toEqual({
    ...{ ok: true, letters: 7, entries: 6, gaps: [], problems: [] },
  });
  expect(told.join('\n')).toContain(`${year}: 6 entries`);
});

test('missing numbers are gaps, and their letters problems', async () => {
  await dataSource.query('DELETE FROM register_entry WHERE number IN (1, 3, 4)');
  const { ok, entries, gaps, problems } = await verify();
  expect({ ok, entries, gaps }).toEqual({
    ok: false,
    entries: 3,
    gaps: [`${year}-000001`, `${year}-000003 to ${year}-000004`],
  });
  expect(problems).toHaveLength(3);
  expect(problems[0]).toMatch(/^letter [\w-]{9} has neither a number nor a place/);
});

test.each([
  ['a last entry that is gone', 'DELETE FROM register_entry WHERE number = 6', 'has neither a number'],
  [
    'a changed channel',
    `UPDATE register_entry SET channel = 'post' WHERE number = 2`,
    'does not tell the channel',
  ],
  [
    'a changed time',
    `UPDATE letter SET received_at = received_at - interval '1 day'`,
    'does not tell the channel or time',
  ],
  ['a wrong year', `UPDATE register_entry SET year = 2001, number = 1 WHERE number = 6`, 'another year'],
  [
    'entries out of order',
    `UPDATE register_entry SET entered_at = '2001-01-01' WHERE number = 4`,
    'before the one in front',
  ],
  [
    'a numbered letter that waits',
    `INSERT INTO register_pending SELECT id, channel, received_at FROM letter LIMIT 1`,
    'still waits',
  ],
  [
    'a place that belongs to nobody',
    `INSERT INTO register_pending VALUES (uuidv7(), 'web', now())`,
    'belongs to no letter',
  ],
])('%s is a problem', async (_, damage, problem) => {
  await dataSource.query(damage);
  const report = await verify();
  expect(report.ok).toBe(false);
  expect(report.problems.join('\n')).toContain(problem);
});
