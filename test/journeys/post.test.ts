import type { Browser, Page } from 'playwright-core';
import { openPostOffice } from '../contact/post/post-office.js';
import type { AtDesk, Office } from '../inbox/office.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { sit } from './seat.js';

const PATIENCE = 120_000;

(browserPath === undefined ? describe.skip : describe)('paper letters in a browser', () => {
  let office: Office;
  let browser: Browser;
  let clerk: AtDesk;

  beforeAll(async () => {
    office = await openPostOffice();
    browser = await openBrowser();
    clerk = await office.officer(['clerk'], { name: 'Јована Ристић' });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  test(
    'three are entered one after another by the keyboard alone, with few keys beside their words',
    async () => {
      const { page, faults, open } = await sit(browser, clerk);
      await open('/inbox');
      await page.keyboard.press('g');
      await page.keyboard.press('e');
      await page.waitForURL('**/inbox/post/new');
      expect(await violations(page)).toEqual([]);

      const first = typist(page);
      await first.fields('Радисав', 'Луковић', 'Турица бб', '32230');
      await page.keyboard.type('luč');
      await page.locator('.places li', { hasText: 'Lučani' }).waitFor();
      await first.press('Enter');
      expect(await page.inputValue('#municipality')).toBe('Lučani');
      await first.fields('', '');
      await page.keyboard.type('Мост код школе');
      expect(await first.save()).toMatch(
        /Registered under \d{4}-000001, reference [0-9A-Z]{4}-[0-9A-Z]{4}\./,
      );
      expect(first.keys()).toBeLessThanOrEqual(8);
      expect(await violations(page)).toEqual([]);
      await office.indexed();

      const second = typist(page);
      await second.fields('');
      await page.keyboard.type('Lukov');
      await page.getByRole('button', { name: /Link.*Радисав Луковић, Турица бб, Лучани/ }).waitFor();
      expect(await violations(page)).toEqual([]);
      await second.press('Alt+p');
      await page.keyboard.type('Опет о мосту');
      expect(await second.save()).toContain('-000002,');
      expect(second.keys()).toBeLessThanOrEqual(3);

      const third = typist(page);
      await third.press('Alt+Digit8');
      await page.keyboard.type('Без потписа');
      await third.press('Enter');
      await page.keyboard.type('Прва\n');
      await page.keyboard.type('друга');
      expect(await third.save()).toMatch(/-000003, .*Details needed/);
      expect(third.keys()).toBeLessThanOrEqual(3);
      const letters = await office.sql.query('SELECT surname, message FROM letter ORDER BY received_at');
      expect(letters).toEqual([
        { surname: 'Луковић', message: '' },
        { surname: 'Луковић', message: '' },
        { surname: '', message: 'Прва\nдруга' },
      ]);
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );

  /** Types, and counts the keys that are no words. */
  function typist(page: Page) {
    let keys = 0;
    const press = async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    };
    return {
      press,
      keys: () => keys,
      fields: async (...words: string[]) => {
        for (const word of words) {
          if (word !== '') await page.keyboard.type(word);
          await press('Enter');
        }
      },
      save: async () => {
        const before = page.url();
        await press('Control+Enter');
        await page.waitForURL((url) => url.href !== before);
        return page.locator('#saved').innerText();
      },
    };
  }
});
