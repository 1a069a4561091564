import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { asset, ASSETS_FOLDER } from '../../src/web/assets.js';
import { fontsOf } from '../../src/web/fonts.js';
import { gallery } from './gallery.js';
import { startWeb } from './web-app.js';

const built = (name: string) => readFileSync(join(ASSETS_FOLDER, asset(name).slice('/assets/'.length)));
const css = () => built('public.css').toString();
const PUBLIC = [...gallery()].filter(([address]) => !address.startsWith('/office'));

describe('what a first visit weighs', () => {
  test.each(PUBLIC)('%s: HTML and CSS are 25 kB at most, compressed', (_, html) => {
    expect(gzipSync(html).length + gzipSync(css()).length).toBeLessThanOrEqual(25_000);
    expect(brotliCompressSync(html).length + brotliCompressSync(css()).length).toBeLessThanOrEqual(20_000);
  });

  test('a Cyrillic page takes 60 kB of fonts at most: its two and the Latin for digits and marks', () => {
    const fonts = [...fontsOf('sr-Cyrl'), ...fontsOf('en')].map((name) => built(name).length);
    expect(fonts.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(60_000);
  });

  test('the script of public pages stays a trifle', () => {
    expect(gzipSync(built('public.js')).length).toBeLessThanOrEqual(2_000);
  });
});

test('every letter that our pages show is in a font of ours', () => {
  const covered = [...css().matchAll(/unicode-range:([^;}]+)/g)].flatMap(([, ranges]) =>
    ranges!.split(',').map((range) =>
      range
        .slice(2)
        .split('-')
        .map((hex) => parseInt(hex, 16)),
    ),
  );
  const isCovered = (point: number) => covered.some(([from, to = from]) => point >= from! && point <= to!);
  const shown = PUBLIC.map(([, html]) => html.replace(/<[^>]*>/g, '')).join('');
  const foreign = [...new Set(shown)].filter((char) => char >= ' ' && !isCovered(char.codePointAt(0)!));
  expect(foreign).toEqual([]);
});

test('nothing of the stylesheets or pages comes from elsewhere, and no page has an inline style or script', () => {
  for (const sheet of ['public.css', 'office.css'])
    for (const [, address] of built(sheet)
      .toString()
      .matchAll(/url\(["']?([^"')]+)/g))
      expect(address).toMatch(/^(\/assets\/|#)/);
  for (const [, html] of gallery()) {
    expect(html).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on\w+="/);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  }
});

test('nothing is left of the look that we replace', () => {
  expect(css()).not.toMatch(/GDS Transport|crown/i);
});

test('every built file that a room asks for by name is built', () => {
  const asked = sourceFiles('src').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/asset\('([\w.-]+)'\)/g)].map(([, name]) => name!),
  );
  expect(asked.length).toBeGreaterThan(3);
  for (const name of [...asked, ...fontsOf('sr-Cyrl'), ...fontsOf('en')])
    expect([name, existsSync(join(ASSETS_FOLDER, asset(name).slice('/assets/'.length)))]).toEqual([
      name,
      true,
    ]);
});

const sourceFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

describe('over HTTP', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await startWeb();
  });
  afterAll(() => app.close());

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])(
    'a stylesheet comes as it was compressed beforehand (%s), to be kept for a year',
    async (encoding, unpack) => {
      const answer = await app.inject({ url: asset('public.css'), headers: { 'accept-encoding': encoding } });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers['content-type']).toMatch(/^text\/css/);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(answer.headers['vary']).toMatch(/accept-encoding/i);
      expect(unpack(answer.rawPayload).toString()).toBe(css());
    },
  );

  test('a font is not compressed twice', async () => {
    const answer = await app.inject({
      url: asset('sans-cyrillic.woff2'),
      headers: { 'accept-encoding': 'br' },
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['content-type']).toBe('font/woff2');
  });

  test.each(['/assets/manifest.json', `${asset('public.css')}.br`, '/assets/', '/assets/../package.json'])(
    '%s is nobody’s business',
    async (url) => {
      expect((await app.inject({ url })).statusCode).toBeGreaterThanOrEqual(400);
    },
  );
});
