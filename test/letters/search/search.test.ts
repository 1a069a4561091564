import { DataSource } from 'typeorm';
import { DutiesService } from '../../../src/duties/duties.service.js';
import { LettersService } from '../../../src/letters/letters.service.js';
import type { NewLetter } from '../../../src/letters/new-letter.js';
import { SequencerService } from '../../../src/letters/register/sequencer.service.js';
import { indexLetters } from '../../../src/letters/search/indexing.queries.js';
import { readOfficeProfile } from '../../../src/config/office-profile.js';
import { readSearch } from '../../../src/letters/search/search.js';
import { foundAmong } from '../../../src/letters/search/found-words.queries.js';
import { planSearch, searchCondition } from '../../../src/letters/search/search.queries.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, forgetLetters, LETTER_ROOMS } from '../../support/build.js';

const profile = readOfficeProfile();
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
  const planned = await planSearch(dataSource, readSearch(query, profile));
  const { where } = searchCondition(planned, parameters);
  const letters = (await dataSource.query(
    `SELECT reference FROM letter WHERE ${where} ORDER BY received_at DESC, id DESC`,
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

test('operators narrow the search, a minus turns each round', async () => {
  const { id, reference } = await buildLetter(app, {
    ...plain,
    name: 'Зорица',
    surname: 'Живановић',
    municipality: 'Чачак',
    email: 'zorica.z@primer.rs',
    phone: '032/555-027',
    phoneE164: '+38132555027',
    releaseSlug: 'novi-most',
    message: 'аеродром и пруга',
  });
  const other = await build({
    ...plain,
    phone: '(021) 555/14',
    phoneE164: null,
    email: 'ana@primer.rs',
    message: 'аеродром',
  });
  await index();
  await dataSource.query(`UPDATE letter SET state = 'closed', category = 'roads' WHERE id = $1`, [id]);
  const yes = [reference];
  for (const query of [
    'аеродром from:zorica',
    'from:zorica.z@primer.rs',
    'from:"Zorica Živanović"',
    'општина:čačak',
    'municipality:Cacak аеродром',
    'state:closed',
    'category:roads',
    'about:novi-most',
    'аеродром -from:Ана',
    'аеродром -стање:примљено',
    'аеродром -општина:Ниш',
    'аеродром пруга',
    '"аеродром и пруга"',
    '032/555-027',
    '+381 32 555 027',
    '555027',
    'zorica.z@',
  ])
    expect([query, await found(query)]).toEqual([query, yes]);
  expect(await found('аеродром -пруга')).toEqual([other]);
  // A number that no country's plan knows has no other form than the one written.
  expect(await found('2155514')).toEqual([other]);
  expect(await found('аеродром -category:roads')).toEqual([other]);
  expect(await found('-"аеродром и пруга"')).toEqual([other]);
  expect(await found('аеродром before:2020')).toEqual([]);
  expect(await found('аеродром after:2020')).toEqual([other, reference]);
  expect(await found('has:attachment')).toEqual([]);
  expect(await found('%%% from:% municipality:_')).toEqual([]);
});

test('there is no cap on hits: what is too much to look up first is walked', async () => {
  await build({ ...plain, message: 'водоторањ' });
  await index();
  // 5,000 older letters with the word, and 1,100 newer ones without, so that the sample takes it for rare.
  await dataSource.query(`
    WITH made AS (
      INSERT INTO letter (reference, channel, language, state, name, surname, municipality, address, country, message,
        received_at)
      SELECT lpad(n::text, 9, '0'), 'web', 'sr-Cyrl', 'closed', 'а', 'б', 'в', 'г', 'RS', 'д',
        now() - make_interval(secs => n)
      FROM generate_series(1, 6100) AS n RETURNING id, received_at, reference
    )
    INSERT INTO letter_search (letter_id, received_at, name_key, words)
    SELECT id, received_at, '', CASE WHEN reference::int > 1100 THEN to_tsvector('serbian', 'vodotoranj')
      ELSE to_tsvector('serbian', 'nista') END FROM made`);
  expect((await found('водоторањ')).length).toBe(5_001);
}, 60_000);

test('the words that were found are told as written, in both scripts and all their forms', async () => {
  const words = ['Жалба', 'жалбама', 'ZALBE', 'мост', 'Ђорђевићу', 'ђ'];
  expect([...(await foundAmong(dataSource, readSearch('žalbi Djordjevic -most', profile), words))]).toEqual([
    'Жалба',
    'жалбама',
    'ZALBE',
    'Ђорђевићу',
  ]);
  expect((await foundAmong(dataSource, readSearch('state:closed', profile), words)).size).toBe(0);
});
