import type { Browser } from 'playwright-core';
import { type AtDesk, Office } from '../inbox/office.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { sit } from './seat.js';

(browserPath === undefined ? describe.skip : describe)('the palette and the help on keys', () => {
  let office: Office;
  let browser: Browser;
  let officer: AtDesk;
  beforeAll(async () => {
    office = await Office.open();
    browser = await openBrowser();
    officer = await office.officer(['triage'], { name: 'Јована Ристић', language: 'sr-Latn' });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  test('find a command in either script, a queue and a letter, by the keyboard alone', async () => {
    const { reference } = await office.letter({ name: 'Славица', surname: 'Додић', municipality: 'Ариље' });
    await office.letter({ surname: 'Друга' });
    await office.registered();
    await office.indexed();
    const { page, faults, open } = await sit(browser, officer);
    await open(`/inbox/letters/${reference}`);

    await page.keyboard.press('Control+k');
    await page.keyboard.type('затвор');
    expect(await page.locator('.opt[aria-selected="true"]').innerText()).toContain('Zatvori');
    expect(await page.locator('.opt[aria-selected="true"] b').innerText()).toBe('Zatvor');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('#action-closure:popover-open').waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('dod');
    await page.locator('.opt', { hasText: 'Додић, Arilje' }).waitFor();
    await page.locator('#palette [role="status"]', { hasText: /\d/ }).waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('nedod');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/inbox?assigned=none');

    await page.keyboard.press('?');
    await page.locator('#keys[open]', { hasText: 'Prečice jednim slovom' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('#single-keys').press('Space');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.locator('#keys[open]').count()).toBe(0);
    await page.keyboard.press('Control+k');
    await page.locator('#palette[open]').waitFor();
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
    await page.context().close();
  }, 120_000);
});
