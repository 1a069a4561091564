import type { Browser, Page } from 'playwright-core';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { gallery } from './gallery.js';
import { serveGallery } from './gallery-server.js';

/** Error pages differ only in their words: four of them stand for the rest. */
const ADDRESSES = [...gallery().keys()].filter(
  (address) => !/^\/error-(400|403|405|413|415|422)/.test(address),
);
const CYRILLIC = ADDRESSES.filter((address) => address.endsWith('/sr-Cyrl'));

const inBrowser = browserPath === undefined ? describe.skip : describe;

inBrowser('in a browser', () => {
  let server: Awaited<ReturnType<typeof serveGallery>>;
  let browser: Browser;
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    server = await serveGallery();
    browser = await openBrowser();
    page = await browser.newPage();
    // What the browser says against a page: a style refused by the policy, a missing file, a script's error.
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    server.stop();
  });

  async function open(
    address: string,
    width: number,
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<void> {
    complaints = [];
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(server.url + address);
    await page.evaluate(async () => void (await document.fonts.ready));
  }

  test.each(ADDRESSES)(
    '%s has no barrier that axe knows, breaks no policy, fits 320 pixels',
    async (address) => {
      await open(address, 320);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ found: await violations(page), complaints, width }).toEqual({
        found: [],
        complaints: [],
        width: 320,
      });
    },
  );

  test.each(CYRILLIC)('%s on a wide screen', async (address) => {
    await open(address, 1440, address.startsWith('/office') ? 'dark' : 'light');
    expect(await violations(page)).toEqual([]);
  });

  test('a Cyrillic page fetches four fonts and nothing from elsewhere', async () => {
    const visitor = await browser.newPage();
    const fetched: string[] = [];
    visitor.on('request', (request) => fetched.push(request.url()));
    await visitor.goto(`${server.url}/form/sr-Cyrl`, { waitUntil: 'networkidle' });
    await visitor.close();
    const fonts = fetched.map((url) => /assets\/([a-z-]+)-[0-9a-f]+\.woff2/.exec(url)?.[1]).filter(Boolean);
    expect(fonts.sort()).toEqual(['sans-cyrillic', 'sans-latin', 'serif-cyrillic', 'serif-latin']);
    expect(fetched.filter((url) => !url.startsWith(server.url))).toEqual([]);
  });

  test('on a telephone the parts of the office open without a script', async () => {
    await open('/office/en', 320);
    await page.getByRole('button', { name: 'Parts of the office' }).click();
    expect(await page.locator('#parts').getByRole('link', { name: 'Letters' }).isVisible()).toBe(true);
  });
});
