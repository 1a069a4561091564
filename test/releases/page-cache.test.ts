import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import pg from 'pg';
import { PageCache } from '../../src/releases/page-cache.js';
import { Notices } from '../../src/database/notices.js';
import { ReleasesService } from '../../src/releases/releases.service.js';
import type { TestApp } from '../support/app.js';
import { buildRelease, titled } from './build-release.js';
import { startReleases } from './rooms.js';

let app: TestApp;

beforeAll(async () => {
  app = await startReleases();
  await app.get(ReleasesService).publish(buildRelease());
});
afterAll(() => app.stop());

interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** `fetch` unpacks bodies; here the bytes on the wire matter. */
const raw = (path: string, headers: Record<string, string> = {}, of = app, method = 'GET') =>
  new Promise<RawAnswer>((resolve, reject) => {
    httpRequest(of.url + path, { headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });

const cached = [
  '/releases',
  '/lat/releases',
  '/releases/2026',
  '/releases/2026/03',
  '/en/releases/otvorena-citaonica',
  '/releases/feed.atom',
  '/lat/releases/feed.rss',
  '/en/releases/feed.json',
  '/sitemap.xml',
  '/api/v1/releases',
];

test.each(cached)(
  '%s is the same page in three encodings, each with its own strong tag and 304',
  async (path) => {
    const [plain, br, gzip] = await Promise.all([
      raw(path),
      raw(path, { 'accept-encoding': 'gzip, deflate, br' }),
      raw(path, { 'accept-encoding': 'gzip' }),
    ]);
    expect([plain.status, br.status, gzip.status]).toEqual([200, 200, 200]);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
    for (const answer of [plain, br, gzip]) {
      expect(answer.headers.etag).toMatch(/^"[\w-]+"$/);
      expect(answer.headers.vary).toBe('Accept-Encoding');
      expect(answer.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
      expect(answer.headers['content-length']).toBe(String(answer.body.length));
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    const again = await raw(path, {
      'accept-encoding': 'br',
      'if-none-match': `W/${br.headers.etag as string}`,
    });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, br.headers.etag]);
    expect(again.headers['content-type']).toBeUndefined();
    expect((await raw(path, { 'if-none-match': br.headers.etag as string })).status).toBe(200);
    const head = await raw(path, {}, app, 'HEAD');
    expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, plain.headers.etag]);
  },
);

test('the kept page goes out with all headers of the first answer, security included', async () => {
  app.get(PageCache).purge();
  const [first, second] = [await raw('/releases'), await raw('/releases')];
  const comparable = ({ headers, status, body }: RawAnswer) => ({
    ...headers,
    date: '',
    status,
    body: body.toString(),
  });
  expect(comparable(second)).toEqual(comparable(first));
  expect(second.headers['content-security-policy']).toContain("default-src 'none'");
});

test('the page of one address is not given to another', async () => {
  await raw('/releases');
  expect((await raw('/releases?q=xyzzy')).body.toString()).toContain('xyzzy');
  expect((await raw('/releases', {}, app, 'POST')).status).toBe(404);
});

test('a page is made once for everybody who waits, and not again until something is published', async () => {
  const cache = app.get(PageCache);
  cache.purge();
  let made = 0;
  const answers = Array.from({ length: 5 }, () =>
    ask(cache, 'once', async () => {
      made += 1;
      await sleep(20);
      return { type: 'text/plain', body: 'а' };
    }),
  );
  await Promise.all(answers);
  await ask(cache, 'once', () => Promise.reject(new Error('made again')));
  expect(made).toBe(1);
});

test('a page that was begun before a purge is sent but not kept', async () => {
  const cache = app.get(PageCache);
  let finish!: () => void;
  const slow = ask(cache, 'slow', async () => {
    await new Promise<void>((resolve) => (finish = resolve));
    return { type: 'text/plain', body: 'old' };
  });
  await sleep(5);
  cache.purge();
  const meanwhile = await ask(cache, 'slow', async () => ({ type: 'text/plain', body: 'new' }));
  finish();
  expect([await slow, meanwhile]).toEqual(['old', 'new']);
  expect(await ask(cache, 'slow', async () => ({ type: 'text/plain', body: 'third' }))).toBe('new');
});

test('what fails or is not there is not kept', async () => {
  const cache = app.get(PageCache);
  await expect(ask(cache, 'gone', () => Promise.reject(new Error('database away')))).rejects.toThrow(
    'database away',
  );
  expect(await ask(cache, 'gone', async () => undefined)).toBeUndefined();
  expect(await ask(cache, 'gone', async () => ({ type: 'text/plain', body: 'back' }))).toBe('back');
});

test('memory is bounded: the least recently used pages go first', async () => {
  const cache = app.get(PageCache);
  cache.purge();
  const megabyte = () => Promise.resolve({ type: 'text/plain', body: randomBytes(2 ** 20) });
  for (let number = 0; number < 10; number += 1) {
    await ask(cache, `big ${number}`, megabyte);
    await ask(cache, 'big 0', () => Promise.reject(new Error('the page in use went')));
  }
  expect(cache.held.bytes).toBeLessThanOrEqual(24 * 2 ** 20);
  expect(cache.held.pages).toBeLessThan(10);
  cache.purge();
  expect(cache.held).toEqual({ pages: 0, bytes: 0 });
});

test('searches and missing pages leave nothing in memory', async () => {
  app.get(PageCache).purge();
  for (const path of [
    '/releases?q=реч',
    '/releases?section=culture',
    '/releases/nema-ga',
    '/releases/1999',
    '/releases/1999/01',
    '/api/v1/releases?q=реч',
  ])
    await raw(encodeURI(path));
  expect(app.get(PageCache).held.pages).toBe(0);
  await raw('/releases?utm_source=letter');
  await raw('/releases?fbclid=1');
  expect(app.get(PageCache).held.pages).toBe(1);
});

describe('two processes on one database', () => {
  let other: TestApp;
  beforeAll(async () => void (other = await startReleases({ databaseUrl: app.databaseUrl })));
  afterAll(() => other.stop());

  const shows = async (title: string) => (await raw('/releases', {}, other)).body.toString().includes(title);
  const soon = async (title: string) => {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await shows(title)) return true;
      await sleep(20);
    }
    return false;
  };

  test('what one publishes, the other shows at once', async () => {
    expect(await shows('Вест из првог')).toBe(false);
    await app.get(ReleasesService).publish(titled('Вест из првог', '2026-04-01T12:00:00Z'));
    expect((await raw('/releases')).body.toString()).toContain('Вест из првог');
    expect(await soon('Вест из првог')).toBe(true);
  });

  test('a process that hears nothing still shows what it publishes itself', async () => {
    const deaf = await startReleases({ databaseUrl: app.databaseUrl });
    const shown = async () => (await raw('/releases', {}, deaf)).body.toString();
    try {
      await deaf.get(Notices).onApplicationShutdown();
      expect(await shown()).not.toContain('Своја вест');
      await deaf.get(ReleasesService).publish(titled('Своја вест', '2026-04-01T13:00:00Z'));
      expect(await shown()).toContain('Своја вест');
    } finally {
      await deaf.stop();
    }
  });

  test('a listener that lost its connection comes back, and shows what it has not heard of', async () => {
    expect(await shows('Вест')).toBe(true);
    const client = new pg.Client({ connectionString: app.databaseUrl });
    await client.connect();
    const listeners = `FROM pg_stat_activity WHERE application_name = 'pismo notices' AND datname = current_database()`;
    const { rowCount } = await client.query(`SELECT pg_terminate_backend(pid) ${listeners}`);
    expect(rowCount).toBe(2);
    await app.get(ReleasesService).publish(titled('Нечувена вест', '2026-04-02T12:00:00Z'));
    expect(await soon('Нечувена вест')).toBe(true);
    for (
      let tries = 0;
      tries < 100 && (await client.query(`SELECT 1 ${listeners}`)).rowCount !== 2;
      tries += 1
    )
      await sleep(50);
    await app.get(ReleasesService).publish(titled('Вест после', '2026-04-03T12:00:00Z'));
    expect(await soon('Вест после')).toBe(true);
    await client.end();
  });
});

/** Asks the cache as a controller does, and gives the body that was sent. */
async function ask(
  cache: PageCache,
  key: string,
  make: Parameters<PageCache['send']>[3],
): Promise<string | undefined> {
  let sent: Buffer | undefined;
  const reply = { header: () => reply, code: () => reply, send: (body: Buffer) => ((sent = body), reply) };
  const request = { headers: {} };
  await cache.send(request as never, reply as never, key, make);
  return sent?.toString();
}
