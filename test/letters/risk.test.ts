import { DataSource } from 'typeorm';
import { rows } from '../../src/database/rows.js';
import { letterByReference } from '../../src/letters/letters.queries.js';
import { LettersService } from '../../src/letters/letters.service.js';
import { RiskService } from '../../src/letters/risk/risk.service.js';
import { StaffService } from '../../src/staff/staff.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { buildLetter, LETTER_ROOMS, officer } from '../support/build.js';

let app: TestApp;
let letters: LettersService;
let risks: RiskService;
let dataSource: DataSource;
beforeAll(async () => {
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  letters = app.get(LettersService);
  risks = app.get(RiskService);
  dataSource = app.get(DataSource);
  const staff = app.get(StaffService);
  for (const [email, onDuty] of [
    ['duty@office.example', true],
    ['home@office.example', false],
  ] as const) {
    const details = {
      name: 'Марко Илић',
      roles: ['triage' as const],
      unit: null,
      language: 'sr-Cyrl' as const,
    };
    const { id } = await staff.createAccount({ ...details, email });
    await staff.changeDetails(id, { ...details, onDuty });
  }
});
afterAll(() => app.stop());

const triager = officer({ roles: ['triage'] });
const told = (letterId: string) =>
  rows<{ recipient: string }>(
    dataSource,
    `SELECT recipient FROM outgoing_email WHERE subject_id = $1 AND kind = 'letter.risk' ORDER BY id`,
    [letterId],
  );
const risk = async (reference: string) => (await letterByReference(dataSource, reference, triager))!;

test('a danger is told to those on duty, once for each mark, whatever the state of the letter', async () => {
  const { id, reference } = await buildLetter(app);
  await letters.close(reference, 'исто писмо', triager);
  await risks.mark(reference, 'life', 'без лека', triager);
  expect(await risk(reference)).toMatchObject({ risk: 'life', state: 'received', riskTakenBy: null });
  expect(await told(id)).toEqual([{ recipient: 'duty@office.example' }]);
  await risks.mark(reference, 'child', 'дете је само', triager);
  expect(await told(id)).toHaveLength(2);
});

test('of ten who take it at once, one has it and the others learn who', async () => {
  const { reference } = await buildLetter(app);
  await risks.mark(reference, 'threat', 'прети', triager);
  const officers = Array.from({ length: 10 }, () => officer({ roles: ['triage'] }));
  const tries = await Promise.allSettled(officers.map((by) => risks.take(reference, by)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { riskTakenBy } = await risk(reference);
  for (const attempt of tries)
    if (attempt.status === 'rejected')
      expect(attempt.reason).toMatchObject({ name: 'RiskTaken', accountId: riskTakenBy });
});

test('a letter with a danger does not end before its outcome is written down', async () => {
  const { reference } = await buildLetter(app);
  await risks.mark(reference, 'life', 'без лека', triager);
  await expect(letters.close(reference, 'x', triager)).rejects.toMatchObject({ name: 'RiskOpen' });
  await expect(letters.markSpam(reference, 'x', triager)).rejects.toMatchObject({ name: 'RiskOpen' });
  await risks.settle(reference, 'Јављено Хитној помоћи.', triager);
  expect((await risk(reference)).risk).toBeNull();
  await letters.close(reference, 'исход уписан', triager);
  await expect(risks.take(reference, triager)).rejects.toMatchObject({ name: 'TransitionRefused' });
});

test('a mistaken mark is taken back', async () => {
  const { reference } = await buildLetter(app);
  const event = await risks.mark(reference, 'life', 'погрешно писмо', triager);
  await letters.undo(reference, event, triager);
  expect((await risk(reference)).risk).toBeNull();
});
