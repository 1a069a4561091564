import { brotliDecompressSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startWeb } from './web-app.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await startWeb([], { PUBLIC_URL: 'https://pismo.example' });
});
afterAll(() => app.close());

test.each([
  ['/accessibility', 'sr-Cyrl', 'Приступачност'],
  ['/lat/accessibility', 'sr-Latn', 'Pristupačnost'],
  ['/en/accessibility', 'en', 'Accessibility'],
])('%s', async (url, language, title) => {
  const { body, statusCode } = await app.inject({ url });
  expect(statusCode).toBe(200);
  expect(body).toContain(`lang="${language}"`);
  expect(body).toContain(`<h1>${title}</h1>`);
  expect(body).toContain('pisma@predsednik.example');
});

test('the Latin version has no Cyrillic letter but the name of the other version', async () => {
  const { body } = await app.inject({ url: '/lat/accessibility' });
  expect(body.replace('Ћирилица', '')).not.toMatch(/[Ѐ-ӿ]/);
});

test('robots are kept out of the office and told where the map is', async () => {
  const { body, headers } = await app.inject({ url: '/robots.txt' });
  expect(headers['content-type']).toMatch(/^text\/plain/);
  expect(body).toContain('Disallow: /inbox\n');
  expect(body).toContain('Sitemap: https://pismo.example/sitemap.xml');
});

test.each(['br', 'gzip'])('a page travels compressed by %s', async (encoding) => {
  const answer = await app.inject({ url: '/accessibility', headers: { 'accept-encoding': encoding } });
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(answer.headers['vary']).toMatch(/accept-encoding/i);
});

test('a compressed page is the page', async () => {
  const [plain, packed] = await Promise.all([
    app.inject({ url: '/accessibility' }),
    app.inject({ url: '/accessibility', headers: { 'accept-encoding': 'br' } }),
  ]);
  expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body);
});
