import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DataSource } from 'typeorm';
import { readFeedFile } from '../../../src/releases/import/feed-file.js';
import type { Remark } from '../../../src/releases/import/found-release.js';
import { readMarkdownFolder } from '../../../src/releases/import/markdown-folder.js';
import { ReleaseImport } from '../../../src/releases/import/release-import.service.js';
import { ReleasesService } from '../../../src/releases/releases.service.js';
import type { TestApp } from '../../support/app.js';
import { pngHead } from '../../support/png-head.js';
import { startReleases } from '../rooms.js';

const ZONE = 'Europe/Belgrade';
let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await startReleases();
});
afterAll(() => app.stop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pismo-import-'));
  await app.get(DataSource).query('TRUNCATE release, imported_release CASCADE');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string | Buffer) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const lines = (remarks: Remark[]) => remarks.map(({ file, line, text }) => `${file}:${line}: ${text}`);
const options = (isRehearsal = false) => ({ isRehearsal, progress: () => {} });
const importFolder = async (isRehearsal?: boolean) =>
  app.get(ReleaseImport).import(await readMarkdownFolder(folder, ZONE), options(isRehearsal));
const importFeed = async (xml: string | Buffer) => {
  write('feed.xml', xml);
  return app.get(ReleaseImport).import(await readFeedFile(join(folder, 'feed.xml'), ZONE), options());
};
const slugs = async () => (await app.get(ReleasesService).newest(50, 'sr-Cyrl')).map(({ slug }) => slug);

const BRIDGE = `---
title: Мост у Доњем Пољу
lead: Отворен је за саобраћај.
date: 2024-05-03 14:30
section: Привреда и село
pictures:
  - file: slike/most.jpg
    credit: "Фото: Служба"
    alt: Мост преко реке
---

Мост је *поново* отворен.
`;
const BRIDGE_EN = `---\ntitle: The bridge\npictures:\n  - alt: A bridge over a river\n---\nThe bridge is *open*.\n`;

test('a folder is published with dates, sections, pictures and both languages, once, and told to no follower', async () => {
  write('2024/most.md', BRIDGE);
  write('2024/most.en.md', BRIDGE_EN);
  cpSync('office/demo/pictures/bridge.jpg', join(folder, '2024', 'bridge.jpg'));
  mkdirSync(join(folder, '2024/slike'));
  cpSync('office/demo/pictures/bridge.jpg', join(folder, '2024/slike/most.jpg'));
  write(
    'skola.md',
    '---\r\ntitle: Škola u Boru\r\ndate: 03.02.2021. - 14:31\r\nslug: skola-u-boru\r\nlayout: post\r\n---\r\nOtvorena je.\r\n',
  );

  const rehearsal = await importFolder(true);
  expect([rehearsal.imported, rehearsal.refused, await slugs()]).toEqual([2, 0, []]);
  const report = await importFolder();
  expect(report).toMatchObject({ imported: 2, there: 0, refused: 0, flaws: [] });
  expect(lines(report.notes)).toEqual([
    'skola.md:5: The field "layout" is not read.',
    'skola.md:2: It is in Latin, and is shown so in Cyrillic too.',
  ]);
  expect(await slugs()).toEqual(['most', 'skola-u-boru']);
  expect(await app.get(ReleasesService).bySlug('most', 'en')).toMatchObject({
    title: 'The bridge',
    section: 'economy',
    publishedAt: new Date('2024-05-03T12:30:00Z'),
    pictures: [{ width: 1280, height: 800, alt: 'A bridge over a river', credit: 'Фото: Служба' }],
  });
  // As of an uploaded picture, readers choose a format and a width.
  const page = await (await fetch(`${app.url}/en/releases/most`)).text();
  expect(page).toMatch(/<source type="image\/avif" srcset="[^"]+ 480w, [^"]+ 960w, [^"]+ 1280w"/);
  const [, webp] = /<source type="image\/webp" srcset="([^ ]+) 480w/.exec(page)!;
  expect((await fetch(app.url + webp)).headers.get('content-type')).toBe('image/webp');
  expect(await app.get(DataSource).query('SELECT 1 FROM release_mailing')).toEqual([]);

  write('novo.md', '---\ntitle: Ново\ndate: 2024-06-01\n---\nНово.\n');
  expect(await importFolder()).toMatchObject({ imported: 1, there: 2, refused: 0 });
  expect(await slugs()).toEqual(['novo', 'most', 'skola-u-boru']);
});

test('what is wrong is told by file and line, and the rest is published', async () => {
  write('a-bez.md', 'Само текст.\n');
  write('b-yaml.md', '---\ntitle: Један\nlead: "отворено\n---\nТекст.\n');
  write('c-datum.md', '---\ntitle: Два\ndate: 2024-02-31\nsection: трач\n---\nТекст.\n');
  write('d-sutra.md', '---\ntitle: Сутра\ndate: 2999-01-01\n---\nТекст.\n');
  write('e-prazno.md', '---\ntitle: ""\ndate: 2024-01-01\n---\n');
  write(
    'f-slika.md',
    '---\ntitle: Слика\ndate: 2024-01-01\npictures:\n  - file: nema.jpg\n    alt: Нема\n---\nТекст.\n',
  );
  write(
    'g-izvan.md',
    '---\ntitle: Ван\ndate: 2024-01-01\npictures:\n  - file: a-bez.md\n    alt: Текст\n  - file: ../../etc/passwd\n---\nТекст.\n',
  );
  write('h-slug.md', '---\ntitle: Слаг\ndate: 2024-01-01\nslug: dobro\n---\nТекст.\n');
  write('dobro.md', '---\ntitle: Добро\ndate: 2024-01-01\nslug: dobro\n---\n<script>alert(1)</script>\n');
  write('samo.en.md', '---\ntitle: Alone\n---\nAlone.\n');
  symlinkSync('/etc/hostname', join(folder, 'veza.jpg'));
  write(
    'i-veza.md',
    '---\ntitle: Веза\ndate: 2024-01-01\npictures:\n  - file: veza.jpg\n    alt: Веза\n---\nТекст.\n',
  );
  const report = await importFolder();
  expect(report).toMatchObject({ imported: 1, refused: 10 });
  expect(lines(report.flaws)).toEqual([
    'a-bez.md:1: It has no front matter: begin with a line ---, fields, a line ---.',
    expect.stringMatching(/^b-yaml\.md:3: .*quote/),
    'c-datum.md:3: "2024-02-31" is not a date: give 2024-05-03 14:30.',
    'c-datum.md:4: The section "трач" is not known.',
    'd-sutra.md:2: Its date lies in the future: schedule it in the newsroom.',
    'e-prazno.md:2: The title (sr) is missing.',
    'e-prazno.md:2: The body (sr) is missing.',
    'f-slika.md:2: There is no picture nema.jpg.',
    'g-izvan.md:7: The picture is outside the folder.',
    'g-izvan.md:7: The picture needs alt: what it shows, for those who do not see it.',
    'h-slug.md:2: The slug "dobro" is taken.',
    'i-veza.md:2: There is no picture veza.jpg.',
    'samo.en.md:1: There is no samo.md beside it: a release is in Serbian first.',
  ]);
  // Mended, only what was refused is imported.
  write('d-sutra.md', '---\ntitle: Јуче\ndate: 2024-01-02\n---\nТекст.\n');
  expect(await importFolder()).toMatchObject({ imported: 1, there: 1, refused: 9 });
});

test('a picture of 200 megapixels, a damaged one and one that is none are told, and the rest is published', async () => {
  const whole = readFileSync('office/demo/pictures/bridge.jpg');
  const release = (name: string) =>
    `---\ntitle: Слика\ndate: 2024-01-01\npictures:\n  - file: ${name}\n    alt: Мост\n---\nТекст.\n`;
  for (const [name, content] of [
    ['golema.png', pngHead(20_000, 10_000)],
    ['tekst.jpg', Buffer.from('Ово је писмо.')],
    ['isecena.jpg', whole.subarray(0, whole.length / 2)],
    ['dobra.jpg', whole],
  ] as const) {
    write(name, content);
    write(name.replace(/\.\w+$/, '.md'), release(name));
  }
  expect(lines((await importFolder(true)).flaws)).toHaveLength(2);
  const report = await importFolder();
  expect(lines(report.flaws)).toEqual([
    'golema.md:2: The picture golema.png has more than 60 million pixels.',
    'isecena.md:2: isecena.jpg is not a picture, or a damaged one.',
    'tekst.md:2: tekst.jpg is not a picture, or a damaged one.',
  ]);
  expect([report.imported, await slugs()]).toEqual([1, ['dobra']]);
});

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Вести</title><language>sr</language>
<item><title>Прва &amp;amp; друга</title><link>https://stari.example/vesti/prva-vest.html</link><guid>1</guid>
  <pubDate>Fri, 03 May 2024 14:30:00 +0200</pubDate><category>Култура и баштина</category>
  <description><![CDATA[<p>Кратко.</p>]]></description>
  <content:encoded><![CDATA[<h2>Наслов</h2><p>Текст са <a href="https://a.example/">везом</a>.</p>
    <script>alert('зло')</script><img src="x" onerror="alert(1)"><p onclick="x()">Крај.</p>]]></content:encoded></item>
<item><title>Сломљена</title><guid>2</guid><pubDate>Fri, 03 May 2024 14:30:00 +0200</pubDate>
  <description>Овде је & сама.</description></item>
<item><title>Без краја</title><guid>3</guid><description><b>Није затворено</description></item>
<item><title>Без датума</title><guid>4</guid><description>Текст.</description></item>
<item><title>Четврта</title><link>https://stari.example/?p=5</link><dc:date>2024-05-04</dc:date><description>Само текст.</description></item>
<item><title>Двојник</title><guid>1</guid><pubDate>Fri, 03 May 2024 14:30:00 +0200</pubDate><description>Исто.</description></item>
</channel></rss>`;

test('an RSS file is published without its scripts, and a broken item leaves the rest unharmed', async () => {
  const report = await importFeed(RSS);
  expect(report).toMatchObject({ imported: 2, refused: 4 });
  expect(lines(report.flaws)).toEqual([
    expect.stringMatching(/^feed\.xml:10: The XML is broken: /),
    expect.stringMatching(/^feed\.xml:11: The XML is broken: /),
    'feed.xml:12: It has no date.',
    'feed.xml:14: It is the same item as the one at feed.xml:4.',
  ]);
  expect(lines(report.notes)).toEqual([
    'feed.xml:4: Pictures and films within the text are left out: an export holds no files.',
  ]);
  const first = (await app.get(ReleasesService).bySlug('prva-vest', 'sr-Cyrl'))!;
  expect(first).toMatchObject({ title: 'Прва & друга', lead: 'Кратко.', section: 'culture' });
  expect(first.body).toBe('## Наслов\n\nТекст са [везом](https://a.example/).\n\nКрај.');
  expect(await slugs()).toEqual(['cetvrta', 'prva-vest']);
  expect(await importFeed(RSS)).toMatchObject({ imported: 0, there: 3, refused: 3 });
});

test('an Atom file is published, with HTML as text and as elements', async () => {
  const report = await importFeed(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sr-Latn">
  <entry><id>urn:1</id><title type="html">Prva &lt;b&gt;vest&lt;/b&gt;</title><published>2024-05-03T14:30:00Z</published>
    <updated>2024-06-03T14:30:00Z</updated><link href="https://a.example/2024/prva"/><category term="health"/>
    <summary>Kratko.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Tekst <em>jak</em> &amp; mek.</p></div></content></entry>
  <entry xml:lang="en"><id>urn:2</id><title>English</title><updated>2024-06-03T14:30:00Z</updated><content>Text</content></entry>
</feed>`);
  expect(lines(report.flaws)).toEqual(['feed.xml:5: It is in English: a release is in Serbian first.']);
  expect(await app.get(ReleasesService).bySlug('prva', 'sr-Cyrl')).toMatchObject({
    title: 'Prva vest',
    lead: 'Kratko.',
    section: 'health',
    body: 'Tekst *jak* & mek.',
    publishedAt: new Date('2024-05-03T14:30:00Z'),
  });
});

test('a file in an old encoding is read in it; one that is no feed, or not in its encoding, is refused', async () => {
  const old =
    '<?xml version="1.0" encoding="windows-1250"?><rss><channel><item><guid>9</guid><title>Ku\xe6a</title>' +
    '<pubDate>3 May 2024 14:30 GMT</pubDate><description>Tekst.</description></item></channel></rss>';
  expect(await importFeed(Buffer.from(old, 'latin1'))).toMatchObject({ imported: 1 });
  expect(await slugs()).toEqual(['kuca']);
  expect((await importFeed('<html><body/></html>')).refused).toBe(1);
  expect((await importFeed(Buffer.from('<rss>\xe6</rss>', 'latin1'))).refused).toBe(1);
});
