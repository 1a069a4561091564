import { ReleasesService } from '../../../src/releases/releases.service.js';
import { startApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
const page = async (path: string) => (await fetch(app.url + path)).text();

test.each([
  ['/', 'sr-Cyrl', 'Пишите председнику', 'href="/contact"'],
  ['/lat', 'sr-Latn', 'Pišite predsedniku', 'href="/lat/contact"'],
  ['/en', 'en', 'Write to the President', 'href="/en/contact"'],
])(
  '%s is the front page in %s, with the three ways and how a reply is made',
  async (path, language, title, link) => {
    const html = await page(path);
    expect(html).toContain(`lang="${language}"`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(link);
    expect(html).toContain('mailto:pisma@predsednik.example');
    expect(html).toContain('30 ');
  },
);

test('without releases it says so, and a published release stands there at once in each version', async () => {
  expect(await page('/')).toContain('Још нема објављених саопштења');
  await app.get(ReleasesService).publish({
    slug: 'biblioteka',
    publishedAt: new Date('2026-11-13T08:30:00Z'),
    sr: { title: 'Обилазак библиотеке', lead: 'Увод.', body: 'Текст.' },
    pictures: [],
  });
  const html = await page('/');
  expect(html).toContain('<a href="/releases/biblioteka">Обилазак библиотеке</a>');
  expect(html).toContain('13.11.2026. - 09:30');
  expect(await page('/lat')).toContain('Obilazak biblioteke');
  expect(await page('/en')).toMatch(/<h3 lang="sr-Latn"><a href="\/en\/releases\/biblioteka">/);
});

test('a letter about a release carries it from the link to the letter, also through errors', async () => {
  const html = await page('/contact?release=biblioteka');
  expect(html).toContain('Пишете о саопштењу');
  expect(html).toContain('name="release" value="biblioteka"');
  expect(await page('/contact?release=nema-ga')).not.toContain('name="release"');
  expect((await fetch(`${app.url}/contact?release=a&release=b`)).status).toBe(200);
});
