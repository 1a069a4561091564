import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { acceptedEncoding, isUnchanged, pageVariants } from '../../src/releases/page-variants.js';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['BR', 'br'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *;q=0.5', 'gzip'],
  ['gzip;q=0.5, br; q=0.1', 'br'],
  ['br;q=nonsense', 'identity'],
  ['brotli', 'identity'],
])('Accept-Encoding %p is answered in %s', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});

test('every encoding unpacks to the same page, under a strong tag of its own', async () => {
  const text = 'Саопштење. '.repeat(300);
  const { variants, size } = await pageVariants('text/html', text);
  expect(variants.identity.body.toString()).toBe(text);
  expect(brotliDecompressSync(variants.br.body).toString()).toBe(text);
  expect(gunzipSync(variants.gzip.body).toString()).toBe(text);
  const tags = Object.values(variants).map(({ etag }) => etag);
  expect(new Set(tags).size).toBe(3);
  for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
  expect(size).toBe(Object.values(variants).reduce((sum, { body }) => sum + body.length, 0));
});

test('another text or another type is another tag; the same is the same', async () => {
  const tag = async (type: string, text: string) => (await pageVariants(type, text)).variants.identity.etag;
  const first = await tag('text/html', 'а');
  expect(await tag('text/html', 'а')).toBe(first);
  expect(await tag('text/html', 'б')).not.toBe(first);
  expect(await tag('application/xml', 'а')).not.toBe(first);
});

test.each([
  [undefined, false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  ['"ab"', false],
])('If-None-Match %p against "a": %p', (header, expected) => {
  expect(isUnchanged(header, '"a"')).toBe(expected);
});
