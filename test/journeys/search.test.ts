import type { Browser, Page } from 'playwright-core';
import { type AtDesk, Office } from '../inbox/office.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { sit } from './seat.js';

(browserPath === undefined ? describe.skip : describe)('searching by the keyboard alone', () => {
  let office: Office;
  let browser: Browser;
  let officer: AtDesk;
  beforeAll(async () => {
    office = await Office.open();
    browser = await openBrowser();
    officer = await office.officer(['triage'], { name: 'Јована Ристић', language: 'sr-Cyrl' });
    for (const surname of ['Ђорђевић', 'Đurić'])
      await office.letter(
        { name: 'Љиљана', surname, subject: 'Операција', message: 'Чекам операцију.\n\n'.repeat(40) },
        { state: 'in_work', category: surname === 'Đurić' ? 'pensions' : 'health' },
      );
    await office.indexed();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  /** The option that the arrow keys stand on. */
  const active = (page: Page) => page.locator('.offers [aria-selected="true"] span').innerText();

  test('the box offers operators and values, Escape closes, Enter takes', async () => {
    const { page, faults, open } = await sit(browser, officer);
    await open('/inbox');
    const box = page.getByRole('combobox', { name: 'Претрага писама' });
    await page.keyboard.press('/');
    await page.locator('.offers .opt').first().waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.offers').waitFor({ state: 'hidden' });
    expect(await box.evaluate((field) => field === document.activeElement)).toBe(true);

    await page.keyboard.type('operacija stan');
    await page.locator('.offers .opt', { hasText: 'стање:' }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe('стање:');
    await page.keyboard.press('Enter');
    await page.locator('.offers .opt', { hasText: 'У раду' }).waitFor();
    await page.keyboard.type('u');
    await page.locator('.offers .opt', { hasText: 'Одговорено' }).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('operacija стање:"У раду" ');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/inbox?q=*');
    await page.locator('.list .row').nth(1).waitFor();

    await page.locator('summary', { hasText: 'Сузи претрагу' }).press('Enter');
    await page.locator('#narrowing .chip', { hasText: 'Здравство 1' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('#narrowing .chip', { hasText: 'Здравство 1' }).press('Enter');
    await page.locator('.chip.on', { hasText: 'категорија: Здравство' }).waitFor();
    expect(await page.locator('.list .row').count()).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('n and N go from one place that the search found to the next and back, in every letter', async () => {
    const { page, faults, open } = await sit(browser, officer);
    await open('/inbox?q=operacija');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('[data-hits]').waitFor();
    const at = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('#letter .sheet mark')].indexOf(document.activeElement as Element),
      );
    const last = (await page.locator('#letter .sheet mark').count()) - 1;
    await page.keyboard.press('n');
    expect(await at()).toBe(0);
    await page.keyboard.press('n');
    expect(await at()).toBe(1);
    await page.keyboard.press('Shift+N');
    await page.keyboard.press('Shift+N');
    expect(await at()).toBe(last);
    await page.locator('#letter .sheet mark').nth(last).waitFor({ state: 'visible' });
    expect(await page.evaluate(() => document.activeElement!.getBoundingClientRect().top)).toBeLessThan(900);

    const first = await page.locator('#letter > article').getAttribute('data-letter');
    await page.keyboard.press('j');
    await page.locator(`#letter > article:not([data-letter="${first}"])`).waitFor();
    await page.locator('[data-hits]').waitFor();
    await page.keyboard.press('n');
    await page.waitForFunction(() => document.activeElement?.matches('#letter .sheet mark'));
    expect(await at()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 120_000);
});
