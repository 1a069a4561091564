import { DataSource } from 'typeorm';
import { FilesSweep } from '../../../src/files/files.sweep.js';
import { DiscardedReleases } from '../../../src/releases/newsroom/discarded.service.js';
import type { TestApp } from '../../support/app.js';
import { pngHead } from '../../support/png-head.js';
import {
  fieldsIn,
  idOf,
  photograph,
  pressOfficer,
  type PressDesk,
  published,
  startNewsroom,
  TEXT,
} from './press.js';

let app: TestApp;
let writer: PressDesk;
let second: PressDesk;

beforeAll(async () => {
  app = await startNewsroom();
  writer = await pressOfficer(app);
  second = await pressOfficer(app);
});
afterAll(() => app.stop());

test('a picture is kept, described, and given to readers in formats and sizes; its words are not lost', async () => {
  const address = await writer.create();
  const file = { name: 'nis.jpg', content: await photograph(1200, 800) };
  expect((await writer.upload(address, 'pictures', file, TEXT)).status).toBe(303);
  const { html } = await writer.get(address);
  expect(fieldsIn(html)).toMatchObject({ ...TEXT, 'altSr-1': '' });
  const missing = await writer.save(address, { do: 'submit' });
  expect(missing.html).toContain('href="#altSr-1"');
  await writer.save(address, {
    'altSr-1': 'Зграда библиотеке',
    'creditSr-1': 'Фото: Д. Лазић',
    do: 'submit',
  });
  expect((await second.step(address, 'publish')).status).toBe(303);

  const page = await (await fetch(`${app.url}/lat/releases/nova-biblioteka-u-nisu`)).text();
  expect(page).toMatch(/<source type="image\/avif" srcset="[^"]+ 480w, [^"]+ 960w, [^"]+ 1200w"/);
  expect(page).toContain('alt="Zgrada biblioteke"');
  const addresses = [...page.matchAll(/(\/releases\/pictures\/[0-9a-f]+\.(\w+))[" ]/g)];
  expect(addresses.length).toBeGreaterThanOrEqual(7);
  for (const [, path, extension] of addresses) {
    const answer = await fetch(app.url + path);
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
      ...[path, 200, `image/${extension}`],
    ]);
  }
});

test('a picture that is none, one that is broken and one of 400 megapixels are refused, and the words stay', async () => {
  const address = await writer.create();
  const whole = await photograph(600, 400);
  for (const [name, content, why] of [
    ['letter.txt', Buffer.from('Ово је писмо.'), 'not a picture'],
    ['letter.jpg', Buffer.from('Ово је писмо.'), 'not a picture'],
    ['cut.jpg', whole.subarray(0, whole.length / 2), 'damaged'],
    ['huge.png', pngHead(20_000, 20_000), 'more than 60 megapixels'],
  ] as const) {
    const started = performance.now();
    const { status, html } = await writer.upload(address, 'pictures', { name, content }, TEXT);
    expect([name, status, html.includes(why)]).toEqual([name, 422, true]);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(fieldsIn(html)).toMatchObject(TEXT);
  }
});

test('attachments are offered with their size, under their own name', async () => {
  const address = await writer.create();
  const file = { name: 'Распоред.txt', content: Buffer.from('Понедељак: 8–20.') };
  await writer.upload(address, 'attachments', file, { ...TEXT, titleSr: 'Распоред' });
  await writer.save(address, { do: 'submit' });
  await second.step(address, 'publish');
  const page = await (await fetch(`${app.url}/releases/raspored`)).text();
  const path = /href="(\/releases\/attachments\/[0-9a-f]+)"/.exec(page)![1]!;
  const answer = await fetch(app.url + path);
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('Распоред.txt'));
  expect(await answer.text()).toBe('Понедељак: 8–20.');
});

test('a form with files needs the token in its address', async () => {
  const address = await writer.create();
  const form = new FormData();
  form.append('pictures', new Blob([new Uint8Array(await photograph(10, 10))]), 'a.jpg');
  const answer = await fetch(`${app.url}${address}/pictures`, {
    ...{ method: 'POST', body: form, redirect: 'manual' },
    headers: { cookie: `pismo_session=${writer.cookies.get('pismo_session')}` },
  });
  expect(answer.status).toBe(403);
});

test('the second release with the same title has a slug of its own', async () => {
  const { slug } = await published(writer, second, app.get(DataSource), { titleSr: 'Распоред' });
  expect(slug).toBe('raspored-2');
});

test('a discarded draft is erased after ninety days with every version and picture; what others show stays', async () => {
  const [sql, discarded] = [app.get(DataSource), app.get(DiscardedReleases)];
  const shared = { name: 'both.jpg', content: await photograph(640, 480) };
  const own = { name: 'own.jpg', content: await photograph(650, 480) };
  const kept = await writer.create();
  await writer.upload(kept, 'pictures', shared, { ...TEXT, titleSr: 'Остаје' });
  const erased = await writer.create();
  await writer.upload(erased, 'pictures', shared, { ...TEXT, titleSr: 'Нестаје' });
  await writer.upload(erased, 'pictures', own);
  const restored = await writer.create();
  for (const address of [kept, erased, restored])
    expect((await writer.step(address, 'discard')).status).toBe(303);
  const told = (await writer.get(erased)).html;
  const day = new Date(Date.now() + 90 * 86_400_000).getUTCFullYear();
  expect(told).toMatch(new RegExp(`written on until \\d\\d\\.\\d\\d\\.${day}\\.`));
  await sql.query(`UPDATE release_event SET at = at - interval '91 days' WHERE release_id = ANY($1)`, [
    [erased, restored].map(idOf),
  ]);
  await writer.step(restored, 'restore');
  const held = await heldBy(sql, erased);
  expect(held.length).toBeGreaterThan(10);

  expect(await discarded.erase()).toBe(1);
  expect((await writer.get(erased)).status).toBe(404);
  expect((await writer.get(kept)).html).toContain('Остаје');
  expect((await writer.get(restored)).status).toBe(200);
  for (const table of ['release_event', 'release_draft', 'release_file'])
    expect([table, await sql.query(`SELECT 1 FROM ${table} WHERE release_id = $1`, [idOf(erased)])]).toEqual([
      table,
      [],
    ]);
  await sql.query(`UPDATE kept_file SET kept_at = now() - interval '25 hours'`);
  await app.get(FilesSweep).sweep();
  const left = (await sql.query('SELECT sha256 FROM kept_file WHERE sha256 = ANY($1)', [held])) as {
    sha256: string;
  }[];
  expect(left.map(({ sha256 }) => sha256).toSorted()).toEqual((await heldBy(sql, kept)).toSorted());
});

const heldBy = async (sql: DataSource, address: string): Promise<string[]> =>
  (
    (await sql.query('SELECT sha256 FROM release_file WHERE release_id = $1', [idOf(address)])) as {
      sha256: string;
    }[]
  ).map(({ sha256 }) => sha256);
