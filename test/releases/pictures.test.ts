import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { FileReferences } from '../../src/files/file-references.js';
import { FilesService } from '../../src/files/files.service.js';
import type { KeptFile } from '../../src/files/kept-file.js';
import { ReleasesService } from '../../src/releases/releases.service.js';
import type { TestApp } from '../support/app.js';
import { buildPicture, buildRelease } from './build-release.js';
import { startReleases } from './rooms.js';

// One red dot.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let app: TestApp;
let shown: KeptFile;
let secret: KeptFile;

beforeAll(async () => {
  app = await startReleases();
  const files = app.get(FilesService);
  shown = await files.keep(Readable.from([PNG]), { name: 'dot.png', limitBytes: 1e6 });
  secret = await files.keep(Readable.from(['Писмо једног грађанина.']), {
    name: 'letter.txt',
    limitBytes: 1e6,
  });
  await app
    .get(ReleasesService)
    .publish(buildRelease({ pictures: [buildPicture({ ...shown, original: shown.sha256 })] }));
});
afterAll(() => app.stop());

const get = (name: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/releases/pictures/${name}`, { headers });

test('a picture of a published release is sent whole, and may be kept for minutes', async () => {
  const answer = await get(`${shown.sha256}.png`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(answer.headers.get('content-length')).toBe(String(PNG.length));
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300, must-revalidate');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
  const again = await get(`${shown.sha256}.png`, { 'if-none-match': answer.headers.get('etag')! });
  expect(again.status).toBe(304);
});

test('nothing else that the office keeps leaves by this door', async () => {
  for (const name of [
    `${secret.sha256}.plain`,
    `${secret.sha256}.png`,
    `${secret.sha256}.txt`,
    `${shown.sha256}.jpeg`,
    shown.sha256,
    `${'0'.repeat(64)}.png`,
    `..%2f..%2fetc%2fpasswd`,
    `${shown.sha256.toUpperCase()}.png`,
  ])
    expect([name, (await get(name)).status]).toEqual([name, 404]);
});

test('a picture of a draft or of what was withdrawn is not shown, not even to who has it, but its file is held', async () => {
  const { sha256 } = shown;
  await app.get(DataSource).query(`UPDATE release SET state = 'draft'`);
  const kept = { 'if-none-match': `"${sha256}"` };
  expect((await get(`${sha256}.png`)).status).toBe(404);
  expect((await get(`${sha256}.png`, kept)).status).toBe(404);
  expect(await app.get(FileReferences).unheld([sha256, secret.sha256])).toEqual([secret.sha256]);
  await app.get(DataSource).query(`UPDATE release SET state = 'published'`);
});
