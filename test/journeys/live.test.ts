import type { Browser, Page } from 'playwright-core';
import { type AtDesk, Office } from '../inbox/office.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { sit } from './seat.js';

const PATIENCE = 120_000;

(browserPath === undefined ? describe.skip : describe)('the live inbox', () => {
  let office: Office;
  let browser: Browser;
  let desk: AtDesk;
  let letters: { id: string; reference: string }[];

  beforeAll(async () => {
    office = await Office.open();
    browser = await openBrowser();
    desk = await office.officer(['triage'], { name: 'Јована Ристић', unit: 'social' });
    letters = [];
    for (let number = 0; number < 14; number += 1)
      letters.unshift(await office.letter({ surname: `Низ${number}`, municipality: `Место ${number}` }));
    await office.registered();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  const shown = (page: Page) =>
    page.evaluate(`document.querySelector('#letter > article')?.dataset.letter`) as Promise<string>;
  const showing = (page: Page, reference: string) =>
    page.waitForSelector(`#letter > article[data-letter="${reference}"]`);

  test(
    'the next letter paints within 100 ms of its key, was delivered before and is read once',
    async () => {
      const { page, faults, open } = await sit(browser, desk);
      await open(`/inbox/letters/${letters[0]!.reference}`);
      await page.evaluate(`window.neverReloaded = true`);
      const times: number[] = [];
      for (const { reference } of letters.slice(1, 8)) {
        // What a person takes to glance at a letter: the next one is there by then.
        await page.waitForTimeout(250);
        times.push(
          (await page.evaluate(`new Promise((resolve) => {
            const start = performance.now();
            const letter = document.querySelector('#letter');
            new MutationObserver((_, observer) => {
              if (letter.querySelector('article')?.dataset.letter !== ${JSON.stringify(reference)}) return;
              observer.disconnect();
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
            }).observe(letter, { childList: true, subtree: true });
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
          })`)) as number,
        );
      }
      // The fastest says what the page can do; the others also say what else the machine was doing.
      expect(Math.min(...times)).toBeLessThan(100);
      expect(await shown(page)).toBe(letters[7]!.reference);
      expect(new URL(page.url()).pathname).toBe(`/inbox/letters/${letters[7]!.reference}`);
      await page.waitForTimeout(300);
      expect(await page.title()).toContain('Низ6');
      expect(await page.evaluate(`window.neverReloaded`)).toBe(true);
      for (const { id } of letters.slice(1, 8)) {
        const kinds = (await office.events(id)).map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind === 'delivered' || kind === 'read')).toEqual([
          'delivered',
          'read',
        ]);
      }
      // Fetched ahead, never shown.
      expect((await office.events(letters[8]!.id)).map(({ kind }) => kind)).toEqual([
        'received',
        'delivered',
      ]);
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    'opening a letter changes only its pane: the list keeps its place and the focus; Back and a direct link work',
    async () => {
      const { page, faults, open } = await sit(browser, desk, { viewport: { width: 1440, height: 420 } });
      await open('/inbox');
      await page.evaluate(`document.querySelector(".list").scrollTop = 120`);
      const row = page.locator(`[data-reference="${letters[4]!.reference}"]`).first();
      await row.click();
      await showing(page, letters[4]!.reference);
      expect(await page.evaluate(`document.querySelector('.list').scrollTop`)).toBe(120);
      expect(await page.evaluate(`document.activeElement.dataset.reference`)).toBe(letters[4]!.reference);
      expect(await page.locator('.row [aria-current]').count()).toBe(1);
      await page.goBack();
      await page.waitForURL('**/inbox');
      await page.waitForSelector('#letter .void');
      await open(`/inbox/letters/${letters[4]!.reference}`);
      expect(await shown(page)).toBe(letters[4]!.reference);
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    'after a letter is closed the next one opens, and what was done is told of the closed one',
    async () => {
      const { page, faults, open } = await sit(browser, desk);
      await open(`/inbox/letters/${letters[9]!.reference}`);
      await page.keyboard.press('e');
      await page.keyboard.type('Решено разговором');
      await page.keyboard.press('Enter');
      await showing(page, letters[10]!.reference);
      expect(await office.stateOf(letters[9]!.id)).toBe('closed');
      expect(await page.locator('.toast').innerText()).toContain(letters[9]!.reference);
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    'a letter that is gone meanwhile, and a session that ended, are told and not swallowed',
    async () => {
      const { page, open } = await sit(browser, desk);
      await open('/inbox');
      await page.evaluate(`document.querySelector('.row a').href = '/inbox/letters/0000-0000'`);
      await page.locator('.row a').first().click();
      await page.waitForSelector('#letter [role="alert"]');
      await page.context().clearCookies();
      await page.locator(`[data-reference="${letters[2]!.reference}"]`).first().click();
      await page.waitForURL('**/staff/sign-in**');
      await page.context().close();
    },
    PATIENCE,
  );
});
