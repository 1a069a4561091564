import { ReleaseSearchService } from '../../src/releases/release-search.service.js';
import { ReleasesService } from '../../src/releases/releases.service.js';
import type { Language } from '../../src/script/texts.js';
import type { TestApp } from '../support/app.js';
import { buildRelease, titled } from './build-release.js';
import { startReleases } from './rooms.js';

let app: TestApp;

beforeAll(async () => {
  app = await startReleases();
  const releases = app.get(ReleasesService);
  await releases.publish(
    buildRelease({
      sr: {
        title: 'Обилазак библиотеке у Ђурђеву',
        lead: 'Читаоница ради и суботом.',
        body: 'Разговарало се о путу.\n\nГрађани су изнели жалбе на водовод. Обећан је одговор.',
      },
      en: {
        title: 'Visit to the library in Đurđevo',
        lead: 'The reading room opens on Saturdays.',
        body: 'The talk was of a road.\n\nCitizens spoke of complaints about the water supply.',
      },
    }),
  );
  await releases.publish(titled('Нова школа', '2026-01-01T12:00:00Z', { section: 'education' }));
});
afterAll(() => app.stop());

const search = (q: string, language: Language = 'sr-Cyrl', section?: string) =>
  app.get(ReleaseSearchService).search(q, language, { limit: 10, section });
const found = async (q: string, language?: Language) => (await search(q, language)).map(({ title }) => title);
const visit = 'Обилазак библиотеке у Ђурђеву';

test.each([
  'библиотека',
  'biblioteke',
  'BIBLIOTEKU',
  'Ђурђево',
  'Đurđevo',
  'Djurdjevo',
  'жалба',
  'zalbe',
  '"жалбе на водовод"',
  'library',
  'complaint',
  'библиотека or непостојеће',
])('one release is found by %s, in any version', async (q) => {
  expect(await found(q)).toEqual([visit]);
  expect(await found(q, 'en')).toEqual(['Visit to the library in Đurđevo']);
});

test.each([
  'непостојеће',
  'библиотека -водовод',
  '"водовод жалбе"',
  '---',
  '"',
  "' OR 1=1 --",
  ':*',
  '&|!()',
])('nothing is found by %s, and nothing breaks', async (q) => {
  expect(await found(q)).toEqual([]);
});

test('words that look like markup are found too', async () => {
  await app.get(ReleasesService).publish(titled('Извештај <ванредно> стање', '2025-01-01T12:00:00Z'));
  expect(await found('ванредно')).toEqual(['Извештај <ванредно> стање']);
});

test('all words must be there, and a section narrows', async () => {
  expect(await found('библиотека школа')).toEqual([]);
  expect(await search('школа', 'sr-Cyrl', 'education')).toHaveLength(1);
  expect(await search('школа', 'sr-Cyrl', 'culture')).toEqual([]);
});

test('found words are marked in the script and the form in which they are shown', async () => {
  const marks = async (q: string, language: Language) => {
    const { title, sentence } = (await search(q, language))[0]!.found;
    return [...title, ...sentence].filter(({ isFound }) => isFound).map(({ text }) => text);
  };
  expect(await marks('djurdjevo citaonica', 'sr-Cyrl')).toEqual(['Ђурђеву', 'Читаоница']);
  expect(await marks('библиотека', 'sr-Latn')).toEqual(['biblioteke']);
  expect(await marks('libraries', 'en')).toEqual(['library']);
});

test('when only the body has the words, its sentence is shown in place of the lead', async () => {
  const sentence = (list: Awaited<ReturnType<typeof search>>) =>
    list[0]!.found.sentence.map(({ text }) => text).join('');
  expect(sentence(await search('водовод'))).toBe('Грађани су изнели жалбе на водовод.');
  expect(sentence(await search('водовод', 'sr-Latn'))).toBe('Građani su izneli žalbe na vodovod.');
  expect(sentence(await search('библиотека'))).toBe('Читаоница ради и суботом.');
});
