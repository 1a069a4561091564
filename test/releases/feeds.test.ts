import { parseFeed } from '@rowanmanning/feed-parser';
import { ReleasesService } from '../../src/releases/releases.service.js';
import type { TestApp } from '../support/app.js';
import { buildPicture, buildRelease, titled } from './build-release.js';
import { jsonFeedFaults } from './json-feed-rules.js';
import { all, one, parseXml } from './parse-xml.js';
import { startReleases } from './rooms.js';

const ORIGIN = 'https://pismo.example';
const PICTURE = `${ORIGIN}/releases/pictures/${'a'.repeat(64)}.jpeg`;
const HARD = `Вода & ваздух: "5 < 6" ]]> и ]]> ово`;

let app: TestApp;
let releases: ReleasesService;

beforeAll(async () => {
  app = await startReleases({ env: { PUBLIC_URL: ORIGIN } });
  releases = app.get(ReleasesService);
  await releases.publish(
    buildRelease({
      slug: 'first',
      section: 'culture',
      pictures: [buildPicture()],
      sr: { title: HARD, lead: HARD, body: `${HARD}\n\n[Пишите](/contact)` },
    }),
  );
  await releases.publish(titled('Друго', '2026-02-02T12:00:00Z', { slug: 'second' }));
});
afterAll(() => app.stop());

const get = async (path: string) => {
  const answer = await fetch(app.url + path);
  return {
    type: answer.headers.get('content-type'),
    cors: answer.headers.get('access-control-allow-origin'),
    body: await answer.text(),
  };
};

test('Atom has all that RFC 4287 asks for, in its language, with absolute addresses', async () => {
  const { type, cors, body } = await get('/releases/feed.atom');
  expect([type, cors]).toEqual(['application/atom+xml; charset=utf-8', '*']);
  const feed = parseXml(body);
  expect([feed.name, feed.attributes.xmlns, feed.attributes['xml:lang']]).toEqual([
    'feed',
    'http://www.w3.org/2005/Atom',
    'sr-Cyrl',
  ]);
  expect(one(feed, 'id').text).toBe(`${ORIGIN}/releases/feed.atom`);
  expect(one(feed, 'title').text).toBe('Саопштења – Председник Републике Србије');
  expect(one(one(feed, 'author'), 'name').text).toBe('Председник Републике Србије');
  expect(one(feed, 'updated').text).toBe('2026-03-02T12:00:00.000Z');
  expect(all(feed, 'link').map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
    ['alternate', `${ORIGIN}/releases`],
    ['self', `${ORIGIN}/releases/feed.atom`],
  ]);
  const [first, second] = all(feed, 'entry');
  expect(one(first!, 'id').text).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  expect(one(first!, 'title')).toMatchObject({ attributes: { type: 'html' } });
  expect(asText(one(first!, 'title').text)).toBe(HARD);
  expect(asText(one(first!, 'summary').text)).toBe(HARD);
  expect(one(first!, 'content').text).toContain(`<a href="${ORIGIN}/contact">Пишите</a>`);
  expect(one(first!, 'updated').text).toBe('2026-03-02T12:00:00.000Z');
  expect(one(first!, 'published').text).toBe('2026-03-02T12:00:00.000Z');
  expect(all(first!, 'link').map(({ attributes }) => attributes)).toEqual([
    { href: `${ORIGIN}/releases/first` },
    { rel: 'enclosure', href: PICTURE, type: 'image/jpeg', length: '1234' },
  ]);
  expect(one(first!, 'category').attributes).toEqual({ label: 'Култура и баштина', term: 'culture' });
  expect(one(second!, 'title').text).toBe('Друго');
});

test('RSS 2.0 has channel and items with permanent ids, dates and enclosures', async () => {
  const { type, body } = await get('/lat/releases/feed.rss');
  expect(type).toBe('application/rss+xml; charset=utf-8');
  const rss = parseXml(body);
  expect([rss.name, rss.attributes.version]).toEqual(['rss', '2.0']);
  const channel = one(rss, 'channel');
  expect(one(channel, 'title').text).toBe('Saopštenja – Predsednik Republike Srbije');
  expect(one(channel, 'link').text).toBe(`${ORIGIN}/lat/releases`);
  expect(one(channel, 'description').text).not.toBe('');
  expect(one(channel, 'language').text).toBe('sr-Latn');
  expect(new Date(one(channel, 'lastBuildDate').text).toISOString()).toBe('2026-03-02T12:00:00.000Z');
  expect(one(channel, 'atom:link').attributes).toMatchObject({
    rel: 'self',
    href: `${ORIGIN}/lat/releases/feed.rss`,
  });
  const items = all(channel, 'item');
  expect(items).toHaveLength(2);
  expect(one(items[0]!, 'link').text).toBe(`${ORIGIN}/lat/releases/first`);
  expect(asText(one(items[0]!, 'title').text)).toBe('Voda & vazduh: "5 < 6" ]]> i ]]> ovo');
  expect(one(items[0]!, 'guid').attributes.isPermaLink).toBe('false');
  expect(new Date(one(items[0]!, 'pubDate').text).toISOString()).toBe('2026-03-02T12:00:00.000Z');
  expect(one(items[0]!, 'enclosure').attributes).toEqual({
    url: PICTURE,
    type: 'image/jpeg',
    length: '1234',
  });
  expect(one(items[0]!, 'content:encoded').text).toContain('>Pišite</a>');
});

test('JSON Feed 1.1, in English, has only what is in English', async () => {
  const { type, body } = await get('/en/releases/feed.json');
  expect(type).toBe('application/feed+json; charset=utf-8');
  const feed = JSON.parse(body) as { items: Record<string, unknown>[] };
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Press releases – President of the Republic of Serbia',
    home_page_url: `${ORIGIN}/en/releases`,
    feed_url: `${ORIGIN}/en/releases/feed.json`,
    language: 'en',
    authors: [{ name: 'President of the Republic of Serbia' }],
  });
  expect(feed.items).toHaveLength(1);
  expect(feed.items[0]).toMatchObject({
    url: `${ORIGIN}/en/releases/first`,
    title: 'Reading room opened',
    content_html: '<p>The reading room is open <em>again</em>.</p>\n',
    summary: 'Open on Saturdays too.',
    date_published: '2026-03-02T12:00:00.000Z',
    image: PICTURE,
    tags: ['Culture and heritage'],
  });
});

test.each(['', '/lat', '/en'])('JSON Feed keeps every rule of version 1.1: "%s"', async (version) => {
  const { body } = await get(`${version}/releases/feed.json`);
  expect(jsonFeedFaults(body)).toEqual([]);
  expect((JSON.parse(body) as { items: unknown[] }).items.length).toBeGreaterThan(0);
});

test.each(['', '/lat', '/en'])(
  'feed readers and the page agree on titles, addresses and dates: "%s"',
  async (version) => {
    const page = (await get(`${version}/releases`)).body;
    const listed = [...page.matchAll(LISTED)].map(([, date, path, title]) => ({
      title: asText(
        title!
          .replace(/&lt;/g, '<')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&'),
      ),
      url: ORIGIN + path!,
      date: new Date(date!).toISOString(),
    }));
    expect(listed.length).toBeGreaterThan(0);
    for (const format of ['atom', 'rss']) {
      const { items } = parseFeed((await get(`${version}/releases/feed.${format}`)).body);
      const read = items.map(({ title, url, published }) => ({ title, url, date: published?.toISOString() }));
      expect([format, read]).toEqual([format, listed]);
    }
    const json = JSON.parse((await get(`${version}/releases/feed.json`)).body) as { items: JsonItem[] };
    expect(
      json.items.map(({ id, title, url, date_published }) => {
        expect(id).toMatch(/^urn:uuid:/);
        return { title, url, date: date_published };
      }),
    ).toEqual(listed);
  },
);

test('ids stay the same from call to call and differ from version to version', async () => {
  const ids = async (path: string) =>
    all(parseXml((await get(path)).body), 'entry').map((entry) => one(entry, 'id').text);
  const before = await ids('/releases/feed.atom');
  await releases.publish(titled('Треће', '2026-04-02T12:00:00Z', { slug: 'third' }));
  expect((await ids('/releases/feed.atom')).slice(1)).toEqual(before);
  expect(await ids('/lat/releases/feed.atom')).not.toContain(before[0]);
});

test('the site map names every page in its versions, and no English where there is none', async () => {
  const { type, body } = await get('/sitemap.xml');
  expect(type).toBe('application/xml; charset=utf-8');
  const urls = all(parseXml(body), 'url');
  const entry = (path: string) => urls.find((url) => one(url, 'loc').text === ORIGIN + path);
  for (const path of [
    '/',
    '/lat',
    '/en',
    '/contact',
    '/lat/contact',
    '/releases',
    '/en/releases/2026',
    '/lat/releases/2026/03',
    '/releases/first',
    '/en/releases/first',
    '/lat/releases/second',
  ])
    expect([path, entry(path) !== undefined]).toEqual([path, true]);
  expect(entry('/en/releases/second')).toBeUndefined();
  const links = (path: string) =>
    all(entry(path)!, 'xhtml:link').map(({ attributes }) => [attributes.hreflang, attributes.href]);
  expect(links('/lat/releases/first')).toEqual([
    ['sr-Cyrl', `${ORIGIN}/releases/first`],
    ['sr-Latn', `${ORIGIN}/lat/releases/first`],
    ['en', `${ORIGIN}/en/releases/first`],
    ['x-default', `${ORIGIN}/releases/first`],
  ]);
  expect(links('/releases/second').map(([language]) => language)).toEqual([
    'sr-Cyrl',
    'sr-Latn',
    'x-default',
  ]);
  expect(one(entry('/releases/first')!, 'lastmod').text).toBe('2026-03-02T12:00:00.000Z');
});

test('a site without releases still has valid feeds and a site map, the same at every call', async () => {
  const empty = await startReleases();
  for (const format of ['atom', 'rss', 'json']) {
    const read = async () => (await fetch(`${empty.url}/en/releases/feed.${format}`)).headers.get('etag');
    const text = await (await fetch(`${empty.url}/releases/feed.${format}`)).text();
    expect(() => (format === 'json' ? JSON.parse(text) : parseXml(text))).not.toThrow();
    expect(await read()).toBe(await read());
  }
  expect(all(parseXml(await (await fetch(`${empty.url}/sitemap.xml`)).text()), 'url').length).toBe(15);
  await empty.stop();
});

/** An entry of the list that is in the language of its page; feeds have no others. */
const LISTED = /<time datetime="([^"]+)">[^<]*<\/time><\/p><h3><a href="([^"]+)">([^<]*)<\/a>/g;

interface JsonItem {
  id: string;
  title: string;
  url: string;
  date_published: string;
}

/** What a reader shows of a title that it takes for HTML. */
const asText = (html: string) =>
  html.replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
