import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { FileReferences } from '../../src/files/file-references.js';
import { FilesModule } from '../../src/files/files.module.js';
import { FilesService } from '../../src/files/files.service.js';
import { FilesSweep } from '../../src/files/files.sweep.js';
import { HealthModule } from '../../src/web/health.module.js';
import { startApp, type TestApp } from '../support/app.js';
import { samples } from './samples.js';

let app: TestApp;
let files: FilesService;
const stored = () =>
  readdirSync(join(app.dataDir, 'attachments'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
const keep = (content: Buffer, name: string, limitBytes = 10_000_000) =>
  files.keep(Readable.from([content]), { name, limitBytes });

beforeAll(async () => {
  app = await startApp({ rooms: [HealthModule, FilesModule] });
  files = app.get(FilesService);
});
afterAll(() => app.stop());

test.each([
  ['molba.pdf', samples.pdf, 'application/pdf'],
  ['slika.png', samples.png, 'image/png'],
  ['slika.JPG', samples.jpeg, 'image/jpeg'],
  ['slika.heic', samples.heic, 'image/heic'],
  ['pismo.docx', samples.docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['pismo.odt', samples.odt, 'application/vnd.oasis.opendocument.text'],
  ['белешка.txt', samples.txt, 'text/plain'],
  ['stari.txt', samples.legacyTxt, 'text/plain'],
  ['slika', samples.png, 'image/png'],
])('%s is kept', async (name, content, mediaType) => {
  const kept = await keep(content, name);
  expect(kept).toEqual({
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    size: content.length,
    mediaType,
    name,
  });
  expect(Buffer.from(await files.open(kept.sha256).toArray().then(Buffer.concat))).toEqual(content);
});

test.each([
  ['prazno.pdf', Buffer.alloc(0), 'empty'],
  ['program.exe', samples.exe, 'forbidden-type'],
  ['arhiva.zip', samples.zip, 'forbidden-type'],
  ['slika.pdf', samples.png, 'lying-type'],
  ['slika.jpg', samples.png, 'lying-type'],
  ['pismo.docx', samples.zip, 'lying-type'],
  ['pismo.txt', Buffer.from('a\0b'), 'lying-type'],
  ['pismo.txt', samples.pdf, 'lying-type'],
  ['bez-nastavka', samples.txt, 'forbidden-type'],
])('%s is refused and leaves nothing behind', async (name, content, code) => {
  const before = stored().length;
  await expect(keep(content, name)).rejects.toMatchObject({ name: 'FileRefused', code, fileName: name });
  expect(stored()).toHaveLength(before);
});

test('a file above the limit is read to its end and refused with its size', async () => {
  const stream = Readable.from([Buffer.alloc(600, 65), Buffer.alloc(600, 65), Buffer.alloc(600, 65)]);
  await expect(files.keep(stream, { name: 'veliko.txt', limitBytes: 1000 })).rejects.toMatchObject({
    code: 'too-big',
    size: 1800,
  });
  expect(stream.readableEnded).toBe(true);
});

test('a stream that breaks off leaves nothing behind', async () => {
  const before = stored().length;
  async function* half() {
    yield samples.pdf;
    throw new Error('connection lost');
  }
  await expect(files.keep(Readable.from(half()), { name: 'a.pdf', limitBytes: 1000 })).rejects.toThrow(
    'connection lost',
  );
  expect(stored()).toHaveLength(before);
});

test('the same content twice is one file', async () => {
  const [first, second] = await Promise.all([keep(samples.pdf, 'a.pdf'), keep(samples.pdf, 'b.pdf')]);
  expect(first.sha256).toBe(second.sha256);
  expect(stored().filter((name) => name === first.sha256)).toHaveLength(1);
  expect(readFileSync(join(app.dataDir, 'attachments', first.sha256.slice(0, 2), first.sha256))).toEqual(
    samples.pdf,
  );
});

describe('the sweep', () => {
  const age = (sha256: string, hours: number) =>
    app
      .get(DataSource)
      .query(`UPDATE kept_file SET kept_at = now() - make_interval(hours => $2) WHERE sha256 = $1`, [
        sha256,
        hours,
      ]);
  const held = new Set<string>();

  test('removes nothing while no room has said what it holds', async () => {
    const kept = await keep(Buffer.from('нико не зна'), 'a.txt');
    await age(kept.sha256, 48);
    expect(await app.get(FilesSweep).sweep()).toBe(0);
    expect(await files.stillKept([kept])).toEqual([kept]);
  });

  test('removes what is old and held by nobody, and leaves the rest', async () => {
    app.get(FileReferences).register(async (asked) => asked.filter((sha256) => held.has(sha256)));
    const old = await keep(Buffer.from('стар'), 'a.txt');
    const inLetter = await keep(Buffer.from('у писму'), 'a.txt');
    const fresh = await keep(Buffer.from('нов'), 'a.txt');
    const sentAgain = await keep(Buffer.from('послат опет'), 'a.txt');
    held.add(inLetter.sha256);
    for (const file of [old, inLetter, sentAgain]) await age(file.sha256, 25);
    await files.stillKept([sentAgain]);
    await app.get(FilesSweep).sweep();
    expect(await files.stillKept([old, inLetter, fresh, sentAgain])).toEqual([inLetter, fresh, sentAgain]);
    expect(await text(files.open(inLetter.sha256))).toBe('у писму');
  });
});
