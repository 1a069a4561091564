import { DataSource } from 'typeorm';
import type { TestApp } from '../../support/app.js';
import { idOf, photograph, pressOfficer, type PressDesk, slugOf, startNewsroom, submitted } from './press.js';

// Words that stand nowhere else, so that finding one anywhere is a leak.
const SECRET = { titleSr: 'Чворуга пре времена', leadSr: 'Чворуга.', bodySr: 'Чворуга и заумица.' };
const WORDS = /чворуга|čvoruga|cvoruga/i;

let app: TestApp;
let sql: DataSource;
let writer: PressDesk;
let second: PressDesk;
let pictures: string[];
let attachment: string;

beforeAll(async () => {
  app = await startNewsroom();
  sql = app.get(DataSource);
  writer = await pressOfficer(app);
  second = await pressOfficer(app);
});
afterAll(() => app.stop());

/** Every public route that could show a release, a picture or an attachment. */
const routes = (slug: string) => {
  const year = new Date().getFullYear();
  const pages = ['', '/lat', '/en'].flatMap((prefix) =>
    [
      ...[
        '/releases',
        `/releases/${year}`,
        `/releases/2099`,
        '/releases?q=заумица',
        '/releases?section=culture',
      ],
      ...[`/releases/${slug}`, '/releases/cvoruga-pre-vremena', '/releases/feed.atom', '/releases/feed.rss'],
      ...['/releases/feed.json', `/releases/embargo/${'A'.repeat(64)}`],
    ].map((path) => prefix + path),
  );
  const api = ['sr-Cyrl', 'sr-Latn', 'en'].flatMap((language) =>
    ['', '&q=zaumica', '&section=culture', `&before=${slug}`].map(
      (query) => `/api/v1/releases?language=${language}${query}`,
    ),
  );
  return [...pages, ...api, '/sitemap.xml'];
};
const fileRoutes = () => [
  ...pictures.flatMap((sha256) =>
    ['jpeg', 'png', 'webp', 'avif'].map((type) => `/releases/pictures/${sha256}.${type}`),
  ),
  ...[attachment, ...pictures].map((sha256) => `/releases/attachments/${sha256}`),
];

async function leaks(slug: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of routes(slug)) {
    const answer = await fetch(app.url + path, { redirect: 'manual' });
    const text = await answer.text();
    if (WORDS.test(text) || text.includes(slug)) found.push(path);
    if (path.endsWith(`/${slug}`) && answer.status === 200) found.push(path);
  }
  for (const path of fileRoutes()) if ((await fetch(app.url + path)).status !== 404) found.push(path);
  return found;
}

test('no public route shows a release, its pictures or its attachments before its time or after its withdrawal', async () => {
  const address = await writer.create();
  await writer.upload(
    address,
    'pictures',
    { name: 'a.jpg', content: await photograph(1000, 600) },
    { ...SECRET, section: 'culture', planned: '01.02.2099. - 08:05' },
  );
  await writer.upload(address, 'attachments', { name: 'tajna.txt', content: Buffer.from('Чворуга.') });
  await writer.save(address, { 'altSr-1': 'Чворуга на слици', do: 'save' });
  const [row] = (await sql.query('SELECT content FROM release_draft WHERE release_id = $1', [
    idOf(address),
  ])) as {
    content: {
      pictures: { sha256: string; original: string; variants: { sha256: string }[] }[];
      attachments: { sha256: string }[];
    };
  }[];
  pictures = row!.content.pictures.flatMap(({ sha256, original, variants }) => [
    ...[sha256, original],
    ...variants.map((variant) => variant.sha256),
  ]);
  attachment = row!.content.attachments[0]!.sha256;
  const hidden = await slugOf(sql, address);
  expect(await leaks(hidden)).toEqual([]);
  await writer.save(address, { do: 'submit' });
  expect(await leaks(hidden)).toEqual([]);
  await second.step(address, 'schedule');
  expect(await leaks(hidden)).toEqual([]);

  await writer.step(address, 'takeBack');
  await writer.save(address, { planned: '', do: 'submit' });
  await second.step(address, 'publish');
  const slug = await slugOf(sql, address);
  // The check can see: published, it is found nearly everywhere, but the original stays in the office.
  const open = await leaks(slug);
  expect(open.length).toBeGreaterThan(25);
  const original = pictures[1]!;
  expect(open.filter((path) => path.includes(original))).toEqual([]);

  await writer.step(address, 'correct');
  await writer.save(address, { titleSr: 'Бућкуриш', noteSr: 'Бућкуриш.', do: 'save' });
  for (const path of ['/releases', `/releases/${slug}`, '/api/v1/releases', '/releases?q=бућкуриш'])
    expect(await (await fetch(app.url + path)).text()).not.toMatch(/Бућкуриш/);

  await writer.step(address, 'withdraw', { reason: 'Повучено.' });
  const left = (await leaks(slug)).filter((path) => !path.includes(`/${slug}`));
  expect(left).toEqual([]);
});

test('a private link shows it until it ends or is revoked; then it leads nowhere', async () => {
  const address = await submitted(writer, { ...SECRET, titleSr: 'Само за новинаре' });
  const until = '01.02.2099. - 08:05';
  expect((await writer.submit(address, `${address}/links`, { recipient: 'Агенција', until })).status).toBe(
    303,
  );
  const html = (await writer.get(address)).html;
  const token = /\/releases\/embargo\/([\w-]+)"/.exec(html)![1]!;
  const shown = await fetch(`${app.url}/en/releases/embargo/${token}`);
  expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(await shown.text()).toContain('Under embargo');
  const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
  expect((await fetch(`${app.url}/releases/embargo/${forged}`)).status).toBe(404);

  await sql.query(`UPDATE release_embargo_link SET expires_at = now() - interval '1 second'`);
  expect((await fetch(`${app.url}/releases/embargo/${token}`)).status).toBe(404);
  await sql.query(`UPDATE release_embargo_link SET expires_at = now() + interval '1 day'`);
  expect((await fetch(`${app.url}/releases/embargo/${token}`)).status).toBe(200);
  await writer.step(address, 'takeBack');
  await writer.step(address, 'discard');
  expect((await fetch(`${app.url}/releases/embargo/${token}`)).status).toBe(404);
  await writer.step(address, 'restore');
  expect((await fetch(`${app.url}/releases/embargo/${token}`)).status).toBe(200);
  await writer.save(address, { do: 'submit' });
  const link = /name="link" value="([^"]+)"/.exec(html)![1]!;
  await writer.submit(address, `${address}/revoked-links`, { link });
  expect((await fetch(`${app.url}/releases/embargo/${token}`)).status).toBe(404);
});
