import { DataSource } from 'typeorm';
import { DutiesService } from '../../../src/duties/duties.service.js';
import { LettersService } from '../../../src/letters/letters.service.js';
import type { NewLetter } from '../../../src/letters/new-letter.js';
import { SequencerService } from '../../../src/letters/register/sequencer.service.js';
import { indexLetters } from '../../../src/letters/search/indexing.queries.js';
import { searchCondition } from '../../../src/letters/search/search.queries.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, forgetLetters, LETTER_ROOMS } from '../../support/build.js';

let app: TestApp;
let dataSource: DataSource;
beforeAll(async () => {
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  dataSource = app.get(DataSource);
});
afterEach(() => forgetLetters(app));
afterAll(() => app.stop());

/** Numbers and indexes everything that is owed. */
async function index(): Promise<void> {
  await app.get(SequencerService).enterBatch();
  const duties = app.get(DutiesService);
  for (;;) {
    const leased = await duties.claim<object>('letter-index', { limit: 200 });
    if (leased.length === 0) return;
    await indexLetters(dataSource, leased);
  }
}

/** References found, newest first. */
async function found(query: string): Promise<string[]> {
  const parameters: unknown[] = [];
  const condition = await searchCondition(dataSource, query, parameters);
  const letters = (await dataSource.query(
    `SELECT reference FROM letter WHERE ${condition} ORDER BY received_at DESC, id DESC`,
    parameters,
  )) as { reference: string }[];
  return letters.map(({ reference }) => reference);
}

const build = async (different: Partial<NewLetter>) => (await buildLetter(app, different)).reference;
const plain = { name: 'Ана', surname: 'Васић', subject: null, message: 'ништа', municipality: 'Ниш' };

test.each([
  ['жалбе', true],
  ['žalbama', true],
  ['ЖАЛБА', true],
  ['zalbi', true],
  ['Ђорђевић', true],
  ['djordjevic', true],
  ['Đorđ', true],
  ['милица djordjevic', true],
  ['"жалба на решење"', true],
  ['решење жалба', true],
  ['Краљево', true],
  ['"решење на жалба"', false],
  ['орђевић', false],
  ['пензија', false],
  ['%', false],
  ['', false],
  ['_', false],
  ["'", false],
])('%s finds the letter: %s', async (query, isFound) => {
  const reference = await build({
    name: 'Милица',
    surname: 'Ђорђевић',
    municipality: 'Краљево',
    subject: 'Жалба на решење',
    message: 'Молим Вас за помоћ.',
  });
  await build(plain);
  await index();
  expect(await found(query)).toEqual(isFound ? [reference] : []);
});

test('common and rare words are found alike, newest first', async () => {
  const common: string[] = [];
  for (let index = 0; index < 8; index++)
    common.unshift(await build({ ...plain, message: `мост број ${index}` }));
  const rare = await build({ ...plain, message: 'аеродром' });
  await index();
  expect(await found('мост')).toEqual(common);
  expect(await found('аеродром')).toEqual([rare]);
  expect(await found('мост аеродром')).toEqual([]);
});

test('a reference and a register number find exactly their letter, and a word that looks like a reference stays a word', async () => {
  const { id, reference } = await buildLetter(app, plain);
  const other = await build({ ...plain, message: 'hvaljena zahvalan' });
  await index();
  const [entry] = await dataSource.query('SELECT year, number FROM register_entry WHERE letter_id = $1', [
    id,
  ]);
  expect(await found(reference.toLowerCase().replace('-', ''))).toEqual([reference]);
  expect(await found(`${entry.year}-${String(entry.number).padStart(6, '0')}`)).toEqual([reference]);
  expect(await found(`${entry.year}/${entry.number}`)).toEqual([reference]);
  expect(await found('zahvalan')).toEqual([other]);
});

test('a supplement becomes findable, and one that comes while the letter is indexed is not lost', async () => {
  const { id, reference } = await buildLetter(app, plain);
  await app.get(SequencerService).enterBatch();
  const leased = await app.get(DutiesService).claim<object>('letter-index', { limit: 200 });
  await app.get(LettersService).supplement(id, { message: 'споменик', attachments: [] });
  // The worker that leased the letter before the supplement may not report it as done.
  expect(await indexLetters(dataSource, leased)).toBe(0);
  expect(await found('споменик')).toEqual([]);
  await index();
  expect(await found('споменик')).toEqual([reference]);
  expect(await dataSource.query('SELECT FROM letter_indexing')).toEqual([]);
});

test('a worker indexes new letters by itself', async () => {
  const worker = await startApp({
    rooms: LETTER_ROOMS,
    env: { ROLE: 'worker' },
    databaseUrl: app.databaseUrl,
  });
  try {
    const reference = await build({ ...plain, message: 'водовод' });
    const end = Date.now() + 15_000;
    while ((await found('водовод')).length === 0 && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await found('водовод')).toEqual([reference]);
  } finally {
    await worker.stop();
  }
});
