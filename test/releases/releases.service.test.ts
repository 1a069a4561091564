import { DataSource } from 'typeorm';
import { OfficeProfile } from '../../src/config/office-profile.js';
import { PageCache } from '../../src/releases/page-cache.js';
import { ReleaseRefused } from '../../src/releases/new-release.js';
import { ReleaseSearchService } from '../../src/releases/release-search.service.js';
import { ReleasesService } from '../../src/releases/releases.service.js';
import type { TestApp } from '../support/app.js';
import { buildPicture, buildRelease, titled } from './build-release.js';
import { startReleases } from './rooms.js';

let app: TestApp;
let releases: ReleasesService;

beforeAll(async () => {
  app = await startReleases();
  releases = app.get(ReleasesService);
});
afterAll(() => app.stop());
beforeEach(() => app.get(DataSource).query('TRUNCATE release CASCADE'));

const titles = (list: { title: string }[]) => list.map(({ title }) => title);

describe('publishing', () => {
  test('a release is read in three versions, Latin derived and English by hand', async () => {
    const { slug } = await releases.publish(buildRelease({ section: 'culture', pictures: [buildPicture()] }));
    expect(slug).toBe('otvorena-citaonica');
    expect(await releases.exists(slug)).toBe(true);
    const [cyrillic, latin, english] = await Promise.all(
      (['sr-Cyrl', 'sr-Latn', 'en'] as const).map((language) => releases.bySlug(slug, language)),
    );
    expect(cyrillic).toMatchObject({
      title: 'Отворена читаоница',
      section: 'culture',
      versions: ['sr-Cyrl', 'sr-Latn', 'en'],
    });
    expect(latin).toMatchObject({
      title: 'Otvorena čitaonica',
      lead: 'Radi i subotom.',
      textLanguage: 'sr-Latn',
    });
    expect(english).toMatchObject({ title: 'Reading room opened', textLanguage: 'en' });
    expect(cyrillic!.pictures).toMatchObject([
      { alt: 'Мост преко реке', credit: 'Илустрација: Писмо', size: 1234 },
    ]);
    expect(latin!.pictures).toMatchObject([{ alt: 'Most preko reke' }]);
    expect(english!.pictures).toMatchObject([{ alt: 'A bridge over a river' }]);
    expect(cyrillic!.updatedAt).toEqual(cyrillic!.publishedAt);
  });

  test('without English, Serbian Latin stands in and says so', async () => {
    const { slug } = await releases.publish(buildRelease({ en: undefined }));
    expect(await releases.bySlug(slug, 'en')).toMatchObject({
      title: 'Otvorena čitaonica',
      textLanguage: 'sr-Latn',
      versions: ['sr-Cyrl', 'sr-Latn'],
    });
  });

  test('the same title twice is two slugs; a slug that was asked for and is taken is refused', async () => {
    const first = await releases.publish(buildRelease());
    const second = await releases.publish(buildRelease());
    expect([first.slug, second.slug]).toEqual(['otvorena-citaonica', 'otvorena-citaonica-2']);
    await expect(releases.publish(buildRelease({ slug: first.slug }))).rejects.toThrow(/is taken/);
  });

  test.each([
    ['a slug like a year', { slug: '2026-mart' }, /slug/],
    ['an unknown section', { section: 'gossip' }, /section/],
    ['no dateline', { publishedAt: new Date('nonsense') }, /dateline/],
    ['no title', { sr: { title: ' ', lead: '', body: 'Текст.' } }, /title \(sr\)/],
    ['no body in English', { en: { title: 'T', lead: '', body: '' } }, /body \(en\)/],
    ['a control character', { sr: { title: 'А\u0007', lead: '', body: 'Т.' } }, /control character/],
    ['half a character', { sr: { title: 'А\ud800', lead: '', body: 'Т.' } }, /control character/],
    ['a title without end', { sr: { title: 'А'.repeat(301), lead: '', body: 'Т.' } }, /longer than 300/],
    [
      'a picture without words',
      { pictures: [buildPicture({ alt: { sr: 'Мост', en: ' ' } })] },
      /Picture 1 needs words/,
    ],
    ['a PDF for a picture', { pictures: [buildPicture({ mediaType: 'application/pdf' })] }, /Picture 1 is/],
  ])('%s is refused and nothing is written', async (_, given, problem) => {
    const refusal = await releases.publish(buildRelease(given)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ReleaseRefused);
    expect((refusal as Error).message).toMatch(problem);
    expect(await app.get(DataSource).query('SELECT * FROM release')).toEqual([]);
  });

  test('a failure midway leaves nothing of the release behind', async () => {
    const broken = buildRelease({ pictures: [buildPicture({ width: 2 ** 40 })] });
    await expect(releases.publish(broken)).rejects.toThrow();
    for (const table of ['release', 'release_text', 'release_search', 'release_picture'])
      expect(await app.get(DataSource).query(`SELECT * FROM ${table}`)).toEqual([]);
  });

  test('the database itself refuses a slug that would be a year or a feed', async () => {
    for (const slug of ['2026', 'feed.atom', 'А'])
      await expect(
        app
          .get(DataSource)
          .query(
            `INSERT INTO release (id, slug, state, published_at, updated_at) VALUES (gen_random_uuid(), $1, 'draft', now(), now())`,
            [slug],
          ),
      ).rejects.toThrow(/release_slug_form/);
  });
});

describe('reading', () => {
  test('a draft is seen nowhere', async () => {
    const { slug } = await releases.publish(buildRelease());
    await app.get(DataSource).query(`UPDATE release SET state = 'draft'`);
    expect(await releases.exists(slug)).toBe(false);
    expect(await releases.bySlug(slug, 'sr-Cyrl')).toBeUndefined();
    expect(await releases.newest(5, 'sr-Cyrl')).toEqual([]);
    expect((await releases.archive()).years).toEqual([]);
    expect(await releases.forSiteMap()).toEqual([]);
    expect(await app.get(ReleaseSearchService).search('читаоница', 'sr-Cyrl', { limit: 5 })).toEqual([]);
  });

  test('newest first, going on after a slug, and neighbours on both sides, also within one minute', async () => {
    for (const title of ['Први', 'Други', 'Трећи'])
      await releases.publish(titled(title, '2026-03-02T12:00:00Z'));
    await releases.publish(titled('Најновији', '2026-03-03T12:00:00Z'));
    await releases.publish(titled('Најстарији', '2025-03-03T12:00:00Z'));
    const all = await releases.newest(10, 'sr-Cyrl');
    expect(titles(all)).toEqual(['Најновији', 'Трећи', 'Други', 'Први', 'Најстарији']);
    const paged: string[] = [];
    for (let before: string | undefined; paged.length < 5;) {
      const [next] = await releases.list('sr-Cyrl', { limit: 1, before });
      paged.push(next!.title);
      before = next!.slug;
    }
    expect(paged).toEqual(titles(all));
    for (const [index, release] of all.entries()) {
      const { older, newer } = await releases.neighbours(release, 'sr-Latn');
      expect([older?.slug, newer?.slug]).toEqual([all[index + 1]?.slug, all[index - 1]?.slug]);
    }
  });

  test('years and months are those of Belgrade, not of Greenwich', async () => {
    await releases.publish(titled('Новогодишњи', '2025-12-31T23:30:00Z'));
    await releases.publish(titled('Априлски', '2026-03-31T22:30:00Z'));
    await releases.publish(titled('Мартовски', '2026-03-31T21:30:00Z'));
    const archive = await releases.archive();
    expect(archive.years).toEqual([2026]);
    expect(archive.months).toEqual([
      { year: 2026, month: 4, count: 1 },
      { year: 2026, month: 3, count: 1 },
      { year: 2026, month: 1, count: 1 },
    ]);
    expect(titles(await releases.ofMonth('sr-Cyrl', { year: 2026, month: 1 }, { limit: 9 }))).toEqual([
      'Новогодишњи',
    ]);
    expect(titles(await releases.ofMonth('sr-Cyrl', { year: 2026, month: 3 }, { limit: 9 }))).toEqual([
      'Мартовски',
    ]);
    expect(await releases.ofMonth('sr-Cyrl', { year: 2025, month: 12 }, { limit: 9 })).toEqual([]);
    expect(archive.around(2026, 2)).toEqual({ older: archive.months[2], newer: archive.months[1] });
    expect(titles(await releases.ofYear('sr-Cyrl', 2026, 5))).toEqual([
      'Априлски',
      'Мартовски',
      'Новогодишњи',
    ]);
  });

  test('counts of months follow every change, also of many at once and of what was there before they were kept', async () => {
    const sql = app.get(DataSource);
    const counts = async () =>
      (await releases.archive()).months.map(({ year, month, count }) => `${year}-${month}: ${count}`);
    for (const day of ['01', '02', '03']) await releases.publish(titled(day, `2026-03-${day}T12:00:00Z`));
    await Promise.all(
      ['04', '05', '06', '07'].map((day) => releases.publish(titled(day, `2026-0${day[1]}-01T12:00:00Z`))),
    );
    expect(await counts()).toEqual(['2026-7: 1', '2026-6: 1', '2026-5: 1', '2026-4: 1', '2026-3: 3']);
    await sql.query(`UPDATE release SET state = 'draft' WHERE slug IN ('saopstenje-02', 'saopstenje-07')`);
    await sql.query(`UPDATE release SET published_at = '2025-12-31T23:30:00Z' WHERE slug = 'saopstenje-06'`);
    await sql.query(`DELETE FROM release WHERE slug = 'saopstenje-05'`);
    expect(await counts()).toEqual(['2026-4: 1', '2026-3: 2', '2026-1: 1']);
    await sql.query('DELETE FROM release_month');
    await sql.query('DELETE FROM release_calendar');
    const afresh = new ReleasesService(sql, app.get(OfficeProfile), app.get(PageCache));
    expect(await afresh.archive()).toMatchObject({ months: (await releases.archive()).months });
    expect(await counts()).toEqual(['2026-4: 1', '2026-3: 2', '2026-1: 1']);
  });

  test('a year shows only the newest few of each month', async () => {
    for (const day of ['01', '02', '03', '04'])
      await releases.publish(titled(`Март ${day}`, `2026-03-${day}T12:00:00Z`));
    await releases.publish(titled('Април', '2026-04-01T12:00:00Z'));
    expect(titles(await releases.ofYear('sr-Cyrl', 2026, 2))).toEqual(['Април', 'Март 04', 'Март 03']);
  });
});

test('the entities describe the tables as the migration made them', async () => {
  const { upQueries } = await app.get(DataSource).driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query).filter((query) => /"release[_"]/.test(query))).toEqual([]);
});
