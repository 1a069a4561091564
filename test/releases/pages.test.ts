import { ReleasesService } from '../../src/releases/releases.service.js';
import type { TestApp } from '../support/app.js';
import { buildPicture, buildRelease, titled } from './build-release.js';
import { startReleases } from './rooms.js';

const HOSTILE = `</script><script>alert('x')</script> "а" & <b>б</b> <!--`;

let app: TestApp;
let get: (
  path: string,
  headers?: Record<string, string>,
) => Promise<{ status: number; body: string; headers: Headers }>;

beforeAll(async () => {
  app = await startReleases({ env: { PUBLIC_URL: 'https://pismo.example' } });
  get = async (path, headers = {}) => {
    const answer = await fetch(app.url + encodeURI(path), { headers, redirect: 'manual' });
    return { status: answer.status, body: await answer.text(), headers: answer.headers };
  };
  const releases = app.get(ReleasesService);
  await releases.publish(
    buildRelease({
      section: 'culture',
      pictures: [buildPicture()],
      sr: {
        title: 'Отворена читаоница',
        lead: 'Ради и суботом.',
        body: 'Текст са [везом](https://else.example).\n\n## Међунаслов',
      },
    }),
  );
  await releases.publish(
    buildRelease({
      slug: 'hostile',
      publishedAt: new Date('2026-02-02T12:00:00Z'),
      sr: { title: HOSTILE, lead: HOSTILE, body: HOSTILE },
      en: { title: HOSTILE, lead: HOSTILE, body: HOSTILE },
      pictures: [buildPicture({ alt: { sr: HOSTILE, en: HOSTILE }, credit: { sr: HOSTILE, en: HOSTILE } })],
    }),
  );
  await releases.publish(titled('Само на српском', '2025-11-11T12:00:00Z'));
});
afterAll(() => app.stop());

const between = (text: string, start: RegExp, end: RegExp) => {
  const from = text.search(start);
  expect(from).toBeGreaterThan(-1);
  const rest = text.slice(from);
  return rest.slice(0, rest.search(end));
};
const order = (body: string, parts: (string | RegExp)[]) => parts.map((part) => body.search(part));

test('a release stands in the order that the office knows', async () => {
  const { status, body, headers } = await get('/releases/otvorena-citaonica');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(body).toMatch(/^<!doctype html><html[^>]* lang="sr-Cyrl"/);
  const article = between(body, /<article/, /<\/article>/);
  const places = order(article, [
    'Култура и баштина',
    '<time datetime="2026-03-02T13:00:00\\+01:00">02.03.2026. - 13:00</time>',
    '<h1>Отворена читаоница</h1>',
    'Ради и суботом.',
    'Текст са',
    '<h2>Међунаслов</h2>',
    `<img src="/releases/pictures/${'a'.repeat(64)}.jpeg" width="1280" height="800" alt="Мост преко реке"`,
    '<figcaption>Илустрација: Писмо</figcaption>',
    'Поделите',
    'Пишите председнику о овоме',
    'Претходно, 02.02.2026.',
  ]);
  expect(places.every((place) => place > -1)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(article).toContain('href="/contact?release=otvorena-citaonica"');
  expect(article).toContain('href="https://else.example" rel="nofollow noopener"');
});

test('the versions differ in script, language and links, not in content', async () => {
  const [latin, english] = await Promise.all([
    get('/lat/releases/otvorena-citaonica'),
    get('/en/releases/otvorena-citaonica'),
  ]);
  expect(latin.body).toMatch(/<html[^>]* lang="sr-Latn"/);
  expect(latin.body).toContain('<h1>Otvorena čitaonica</h1>');
  expect(latin.body).toContain('Kultura i baština');
  expect(latin.body).toContain('href="/lat/contact?release=otvorena-citaonica"');
  expect(between(latin.body, /<article/, /<\/article>/)).not.toMatch(/\p{Script=Cyrillic}/u);
  expect(english.body).toContain('<h1>Reading room opened</h1>');
  expect(english.body).toContain('The reading room is open <em>again</em>.');
  expect(english.body).toContain('href="/en/contact?release=otvorena-citaonica"');
});

test('machines find the canonical address, the other versions, Open Graph, feeds and a NewsArticle', async () => {
  const { body } = await get('/en/releases/otvorena-citaonica');
  const head = between(body, /<head>/, /<\/head>/);
  expect(head).toContain(
    '<link rel="canonical" href="https://pismo.example/en/releases/otvorena-citaonica"/>',
  );
  for (const [language, path] of [
    ['sr-Cyrl', ''],
    ['sr-Latn', '/lat'],
    ['en', '/en'],
  ])
    expect(head).toMatch(
      new RegExp(
        `<link rel="alternate" hreflang="${language}" href="[^"]*${path}/releases/otvorena-citaonica"`,
      ),
    );
  expect(head).toContain('<meta property="og:title" content="Reading room opened"/>');
  expect(head).toContain('<meta property="og:type" content="article"/>');
  expect(head).toContain(
    `<meta property="og:image" content="https://pismo.example/releases/pictures/${'a'.repeat(64)}.jpeg"/>`,
  );
  expect(head).toContain('href="/en/releases/feed.atom"');
  const data = JSON.parse(between(head, /\{"@context"/, /<\/script>/)) as Record<string, unknown>;
  expect(data).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'Reading room opened',
    inLanguage: 'en',
    datePublished: '2026-03-02T13:00:00+01:00',
    mainEntityOfPage: 'https://pismo.example/en/releases/otvorena-citaonica',
    image: [`https://pismo.example/releases/pictures/${'a'.repeat(64)}.jpeg`],
    publisher: { '@type': 'GovernmentOrganization', name: 'President of the Republic of Serbia' },
  });
});

test('without English the English page gives the Latin text, marked, with a notice and the original as canonical', async () => {
  const { status, body } = await get('/en/releases/samo-na-srpskom');
  expect(status).toBe(200);
  expect(body).toMatch(/<html[^>]* lang="en"/);
  expect(body).toContain('<h1 lang="sr-Latn">Samo na srpskom</h1>');
  expect(body).toContain('<div class="prose" lang="sr-Latn">');
  expect(body).toContain('published in Serbian only');
  expect(body).toContain('<link rel="canonical" href="https://pismo.example/lat/releases/samo-na-srpskom"/>');
  expect(body).toContain('<meta name="robots" content="noindex"/>');
  expect(body).toContain('"inLanguage":"sr-Latn"');
  const list = await get('/en/releases');
  expect(list.body).toContain(
    '<h3 lang="sr-Latn"><a href="/en/releases/samo-na-srpskom">Samo na srpskom</a></h3>',
  );
});

test.each([
  '/releases/hostile',
  '/lat/releases/hostile',
  '/en/releases/hostile',
  '/releases',
  '/en/releases/2026/02',
  '/releases?q=alert',
])('no words of a release become markup on %s', async (path) => {
  const { status, body } = await get(path);
  expect(status).toBe(200);
  expect(body).toMatch(/(?:&lt;|\\u003c)\/script(?:>|&gt;)/i);
  const scripts = [...body.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  for (const tag of scripts) expect(tag).toMatch(/ src="|type="application\/ld\+json"/);
  expect(body).not.toMatch(/<script[^>]*>alert/);
  expect(body.match(/<\/script>/g)?.length ?? 0).toBe(scripts.length);
  expect(body).not.toContain('<b>');
});

test('the search comes back as typed, escaped, and finds across scripts with the words marked', async () => {
  const hostile = await get('/releases?q="><script>alert(1)</script>');
  expect(hostile.status).toBe(200);
  expect(hostile.body).not.toContain('<script>alert');
  const { body } = await get('/lat/releases?q=čitaonica');
  expect(body).toContain('value="čitaonica"');
  expect(body).toContain('Otvorena <mark>čitaonica</mark>');
  expect(body).toContain('noindex');
  const empty = await get('/releases?q=водовод Горње Поље');
  expect(empty.status).toBe(200);
  expect(empty.body).toContain('Ништа није нађено');
  expect(empty.body).toContain('„водовод Горње Поље“');
});

test.each([
  '/releases?q=',
  '/releases?q=%20%20',
  '/releases?before=nonsense-slug',
  '/releases?q=a&q=b',
  '/releases?q[x]=1',
  `/releases?q=${'а'.repeat(2000)}`,
  '/releases?q=%00',
  '/releases?q=a%00b',
  '/releases?q=%ED%A0%80',
])('odd queries are answered: %s', async (path) => {
  const answer = await fetch(app.url + path);
  expect(answer.status).toBe(200);
  await answer.text();
});

test('lists go from the newest to years and months, with counts and neighbours', async () => {
  const newest = (await get('/releases')).body;
  expect(order(newest, ['Отворена читаоница', 'Само на српском']).every((place) => place > -1)).toBe(true);
  expect(newest).toContain('href="/releases/2026/03"');
  expect(newest).not.toContain('href="/releases/2026/04"');
  const year = (await get('/en/releases/2026')).body;
  expect(year).toContain('<a href="/en/releases/2026" aria-current="page">2026</a>');
  expect(year).toContain('March 2026 <span class="small">one press release</span>');
  expect(year).not.toContain('Samo na srpskom');
  const month = (await get('/releases/2026/02')).body;
  expect(month).toContain('Фебруар 2026. <span class="small">једно саопштење</span>');
  expect(month).toContain('href="/releases/2025/11" rel="prev"');
  expect(month).toContain('href="/releases/2026/03" rel="next"');
});

test.each([
  ['/releases/nema-takvog', 'Тог саопштења нема'],
  ['/lat/releases/nema-takvog', 'Tog saopštenja nema'],
  ['/en/releases/nema-takvog', 'There is no such press release'],
  ['/releases/2026/12', 'За децембар 2026. нема саопштења'],
  ['/releases/1999', 'За 1999. годину нема саопштења'],
  ['/releases/0000', 'Тог саопштења нема'],
  ['/releases/2026/13', 'Тог саопштења нема'],
  ['/releases/2026/1', 'Тог саопштења нема'],
  ['/releases/%D0%BF%D0%B8%D1%81%D0%BC%D0%BE', 'Тог саопштења нема'],
  ['/releases/..%2f..%2fetc', 'Тог саопштења нема'],
  ['/releases?section=gossip', 'Тог саопштења нема'],
])('%s is 404 with a way on', async (path, title) => {
  const answer = await fetch(app.url + path);
  const body = await answer.text();
  expect(answer.status).toBe(404);
  expect(body).toContain(title);
  expect(body).toMatch(/<h1>[^<]+<\/h1>/);
  expect(body).toContain('role="search"');
  expect(body).toContain('noindex');
  expect(body).toContain('/releases/2026"');
});

test('a section is browsed by pages that follow each other', async () => {
  for (let number = 1; number <= 25; number += 1)
    await app.get(ReleasesService).publish(
      titled(`Просветна вест ${number}`, `2024-01-${String(number).padStart(2, '0')}T12:00:00Z`, {
        section: 'education',
      }),
    );
  const first = (await get('/releases?section=education')).body;
  expect(first).toContain('Просветна вест 25<');
  expect(first).not.toContain('Просветна вест 5<');
  const next = /href="(\/releases\?section=education&amp;before=[^"]+)"/
    .exec(first)![1]!
    .replaceAll('&amp;', '&');
  const second = (await get(next)).body;
  expect(second).toContain('Просветна вест 5<');
  expect(second).not.toContain('Просветна вест 6<');
  expect(second).not.toContain('before=');
});
