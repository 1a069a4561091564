import type { Browser } from 'playwright-core';
import { demoReleases } from '../../src/cli/demo-releases.js';
import { PictureMaker } from '../../src/releases/picture-maker.service.js';
import { ReleasesService } from '../../src/releases/releases.service.js';
import { startReleases } from '../releases/rooms.js';
import type { TestApp } from '../support/app.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';

const VERSIONS = ['', '/lat', '/en'];

(browserPath === undefined ? describe.skip : describe)('releases in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  let slug: string;
  let serbianOnly: string;
  let month: string;

  beforeAll(async () => {
    app = await startReleases();
    const releases = app.get(ReleasesService);
    await demoReleases(releases, app.get(PictureMaker), 60);
    const all = await releases.listWhole('en', { limit: 60 });
    slug = all.find(({ pictures, textLanguage }) => pictures.length > 0 && textLanguage === 'en')!.slug;
    serbianOnly = all.find(({ textLanguage }) => textLanguage !== 'en')!.slug;
    const [newest] = (await releases.archive()).months;
    month = `/releases/${newest!.year}/${String(newest!.month).padStart(2, '0')}`;
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  /** A page that fails the test on a script error, a blocked resource or a broken link of its own. */
  async function openPage(options: Parameters<Browser['newPage']>[0] = {}) {
    const page = await browser.newPage(options);
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('requestfailed', (request) => faults.push(`${request.url()}: ${request.failure()?.errorText}`));
    return { page, faults };
  }

  const pages = () => [
    ['newest', '/releases'],
    ['year', month.slice(0, '/releases/2026'.length)],
    ['month', month],
    ['one release', `/releases/${slug}`],
    ['one release in Serbian only', `/releases/${serbianOnly}`],
    ['found', '/releases?q=biblioteka'],
    ['nothing found', '/releases?q=водовод Горње Поље'],

    ['a section', '/releases?section=culture'],
    ['not there', '/releases/nema-takvog'],
  ];

  test.each(VERSIONS)(
    'axe finds nothing, nothing is blocked and nothing runs over at 320 px, version "%s"',
    async (version) => {
      const { page, faults } = await openPage({ viewport: { width: 320, height: 700 } });
      for (const [name, path] of pages()) {
        await page.goto(app.url + version + path, { waitUntil: 'load' });
        expect([name, await violations(page)]).toEqual([name, []]);
        const over = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect([name, over]).toEqual([name, 0]);
        if (name === 'not there') faults.splice(0, 1);
        expect([name, faults]).toEqual([name, []]);
      }
      await page.close();
    },
    120_000,
  );

  test.each(VERSIONS)(
    'without JavaScript a reader searches, opens, goes on and writes about it, version "%s"',
    async (version) => {
      const { page } = await openPage({ javaScriptEnabled: false });
      await page.goto(`${app.url}${version}/releases`);
      await page.getByRole('searchbox').fill('библиотека');
      await page.getByRole('searchbox').press('Enter');
      const first = page.locator('.releases h3 a').first();
      expect(await page.locator('.releases li').count()).toBeGreaterThan(0);
      const title = (await first.textContent())!;
      await first.click();
      expect(new URL(page.url()).pathname.startsWith(`${version}/releases/`)).toBe(true);
      expect(await page.locator('h1').textContent()).toBe(title);
      // Of the widths that the picture comes in, the browser takes the one that fits.
      const picture = page.locator('figure img').first();
      expect(
        await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
      ).toBe(960);
      const write = await page.locator('.invite a').getAttribute('href');
      expect(write).toBe(`${version}/contact?release=${new URL(page.url()).pathname.split('/').at(-1)}`);
      await page.locator('.turn a').first().click();
      expect(await page.locator('h1').textContent()).not.toBe(title);
      await page.close();
    },
  );

  test('the language switch keeps to the release, and the browser takes the data script for data', async () => {
    const { page, faults } = await openPage();
    await page.goto(`${app.url}/releases/${slug}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('sr-Cyrl');
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(`${app.url}/en/releases/${slug}`);
    const data = (await page.evaluate(
      `JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent)`,
    )) as { headline: string };
    expect(data.headline).toBe(await page.locator('h1').textContent());
    expect(faults).toEqual([]);
    await page.close();
  });

  test('on paper a release is its text and picture, without menus and buttons', async () => {
    const { page } = await openPage();
    await page.goto(`${app.url}/releases/${slug}`);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.menu', '.share >> nth=0', '.share >> nth=1', '.invite', '.turn'])
      expect(await page.locator(hidden).isVisible()).toBe(false);
    for (const shown of ['h1', '.prose', '.dateline', 'figure img'])
      expect(await page.locator(shown).first().isVisible()).toBe(true);
    await page.close();
  });
});
