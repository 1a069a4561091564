import type { Browser } from 'playwright-core';
import type { TestApp } from '../support/app.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { photograph, pressOfficer, type PressDesk, startNewsroom } from '../releases/newsroom/press.js';
import { sit } from './seat.js';

(browserPath === undefined ? describe.skip : describe)('the newsroom in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  let writer: PressDesk;
  let second: PressDesk;

  beforeAll(async () => {
    app = await startNewsroom();
    browser = await openBrowser();
    writer = await pressOfficer(app, { name: 'Весна Марковић' });
    second = await pressOfficer(app, { name: 'Иван Петрић', language: 'sr-Cyrl' });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  test('written with preview, published by a second officer, corrected and withdrawn; axe finds nothing', async () => {
    const narrow = { viewport: { width: 320, height: 720 }, colorScheme: 'light' as const };
    const wide = { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' as const };
    const one = await sit(browser, writer, narrow);
    const other = await sit(browser, second, wide);
    await one.open('/newsroom');
    expect(await violations(one.page)).toEqual([]);
    await one.page.keyboard.press('n');
    await one.page.waitForURL('**/newsroom/releases/*');
    const address = new URL(one.page.url()).pathname;
    await one.page.fill('#titleSr', 'Мост код Новог Сада');
    await one.page.focus('#bodySr');
    await one.page.keyboard.type('Мост је ');
    await one.page.keyboard.press('Control+b');
    await one.page.keyboard.type('отворен');
    expect(await one.page.inputValue('#bodySr')).toBe('Мост је **отворен**');
    await one.page.locator('.only-sr-Cyrl strong', { hasText: 'отворен' }).waitFor();
    await one.page.locator('#preview-sr-Latn').check({ force: true });
    expect(await one.page.locator('.only-sr-Latn').innerText()).toContain('Most kod Novog Sada');
    const picture = { name: 'most.jpg', mimeType: 'image/jpeg', buffer: await photograph(900, 600) };
    await one.page.setInputFiles('#pictures', picture);
    await one.page.click('button[formaction*="/pictures"]');
    await one.page.waitForURL('**done=picture**');
    await one.page.keyboard.press('Control+Enter');
    await one.page.locator('#problem a[href="#altSr-1"]').click();
    await one.page.keyboard.type('Мост преко Дунава');
    expect(await violations(one.page)).toEqual([]);
    expect(await one.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await one.page.keyboard.press('Control+Enter');
    await one.page.waitForURL('**done=submitted');

    await other.open(address);
    expect(await violations(other.page)).toEqual([]);
    await other.page.keyboard.press('Control+Enter');
    await other.page.waitForURL('**done=published');
    await other.open('/releases/most-kod-novog-sada');
    expect(await other.page.getByAltText('Мост преко Дунава').isVisible()).toBe(true);
    expect(
      await other.page.locator('img').evaluate((image) => (image as HTMLImageElement).currentSrc),
    ).toMatch(/\.avif$/);

    await one.open(address);
    await one.page.click('#correct-form button');
    await one.page.fill('#bodySr', 'Мост је отворен за пешаке.');
    await one.page.fill('#noteSr', 'Мост је отворен само за пешаке.');
    await one.page.keyboard.press('Control+Enter');
    await one.page.waitForURL('**done=submitted');
    await other.open(address);
    expect(await other.page.locator('.difference ins').allInnerTexts()).toContain(' за пешаке.');
    expect(await violations(other.page)).toEqual([]);
    await other.page.keyboard.press('Control+Enter');
    await other.page.waitForURL('**done=published');
    await other.open('/lat/releases/most-kod-novog-sada');
    expect(await other.page.locator('.corrections').innerText()).toContain('samo za pešake');
    expect(await violations(other.page)).toEqual([]);

    await other.open(`${address}/history`);
    expect(await violations(other.page)).toEqual([]);
    await other.open(address);
    await other.page.click('#withdraw summary');
    await other.page.fill('#withdraw-note', 'Мост још није отворен.');
    await other.page.click('#withdraw button');
    await other.page.waitForURL('**done=withdrawn');
    // The browser tells the refusal of what was handed in without words for the picture.
    expect(one.faults.filter((fault) => !fault.includes('422'))).toEqual([]);
    expect(other.faults).toEqual([]);
    const gone = await other.open('/lat/releases/most-kod-novog-sada');
    expect(gone!.status()).toBe(410);
    expect(await other.page.locator('main').innerText()).toContain('Most još nije otvoren.');
    expect(await violations(other.page)).toEqual([]);
  }, 120_000);
});
