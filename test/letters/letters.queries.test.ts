import { DataSource } from 'typeorm';
import {
  filesOfLetters,
  letterById,
  letterEvents,
  letterOfWriter,
  registerNumberOf,
} from '../../src/letters/letters.queries.js';
import { LettersService } from '../../src/letters/letters.service.js';
import { SequencerService } from '../../src/letters/register/sequencer.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { buildLetter, LETTER_ROOMS, officer } from '../support/build.js';

let app: TestApp;
let dataSource: DataSource;
beforeAll(async () => {
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  dataSource = app.get(DataSource);
});
afterAll(() => app.stop());

test('the register number is written with at least six digits', async () => {
  const { id } = await buildLetter(app);
  expect(await registerNumberOf(dataSource, id)).toBeNull();
  await app.get(SequencerService).enterBatch();
  const year = new Date().getFullYear();
  expect(await registerNumberOf(dataSource, id)).toBe(`${year}-000001`);
  await dataSource.query('UPDATE register_entry SET number = 1234567 WHERE letter_id = $1', [id]);
  expect(await letterById(dataSource, id, 'citizen')).toMatchObject({ registerNumber: `${year}-1234567` });
});

test.each(['Ђорђевић-Љубић', 'đorđević-ljubić', 'DJORDJEVIC-LJUBIC', ' Ђорђевић-Љубић '])(
  'a writer finds the letter by the surname written %s',
  async (written) => {
    const { id, reference } = await buildLetter(app, { surname: 'Ђорђевић-Љубић' });
    expect(await letterOfWriter(dataSource, reference, written)).toMatchObject({ id });
    expect(await letterOfWriter(dataSource, reference, 'Ђорђевић')).toBeUndefined();
    expect(await letterOfWriter(dataSource, '0000-0000', written)).toBeUndefined();
  },
);

test('a citizen sees moves without names and reasons, and no reading', async () => {
  const { id, reference } = await buildLetter(app);
  const clerk = officer({ roles: ['clerk'] });
  await app.get(LettersService).open(reference, clerk);
  await app.get(LettersService).close(reference, 'службени разлог', clerk);
  expect(await letterEvents(dataSource, id, 'citizen')).toMatchObject([
    { kind: 'received', toState: 'received' },
    { kind: 'closure', toState: 'closed', accountId: null, reason: null, details: {} },
  ]);
});

test('files that a letter holds are known as held', async () => {
  const sha256 = 'f'.repeat(64);
  await buildLetter(app, { attachments: [{ sha256, name: 'a.pdf', size: 3, mediaType: 'application/pdf' }] });
  expect(await filesOfLetters(dataSource, [sha256, 'e'.repeat(64)])).toEqual([sha256]);
});
