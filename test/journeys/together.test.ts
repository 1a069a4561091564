import type { Browser, Page } from 'playwright-core';
import { LiveService } from '../../src/inbox/live/live.service.js';
import { type AtDesk, Office } from '../inbox/office.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { sit } from './seat.js';

const PATIENCE = 120_000;

(browserPath === undefined ? describe.skip : describe)('two officers at one office', () => {
  let office: Office;
  let browser: Browser;
  let jovana: AtDesk;
  let marko: AtDesk;

  beforeAll(async () => {
    office = await Office.open();
    browser = await openBrowser();
    jovana = await office.officer(['triage'], { name: 'Јована Ристић', language: 'sr-Cyrl' });
    marko = await office.officer(['triage'], { name: 'Марко Илић', language: 'sr-Latn' });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  const row = (page: Page, reference: string) => page.locator(`.row:has([data-reference="${reference}"])`);
  const isLive = (page: Page) => page.waitForSelector('#live:not([hidden]):not([data-off])');

  test(
    'see each other, and what the other does, without a reload and without anything moving',
    async () => {
      const letters = [];
      for (const surname of ['Прва', 'Друга', 'Трећа', 'Четврта'])
        letters.push(await office.letter({ surname }));
      const [first, second, third] = letters.map(({ reference }) => reference) as [string, string, string];
      await office.registered();

      const hers = await sit(browser, jovana);
      const his = await sit(browser, marko);
      await hers.open(`/inbox/letters/${first}`);
      await isLive(hers.page);
      await his.open('/inbox');
      await isLive(his.page);

      // He sees that she reads, and she that he opens the same letter.
      await row(his.page, first).locator('.who').waitFor();
      expect(await row(his.page, first).locator('.who').innerText()).toContain('JR');
      await row(his.page, first).locator('a').click();
      await hers.page.locator('.sheet-head .present', { hasText: 'Марко Илић чита' }).waitFor();
      expect(await violations(hers.page)).toEqual([]);

      // New letters wait behind one button; what she reads stays where it is.
      const before = await hers.page.locator('.words').boundingBox();
      const arrived = await office.letter({ surname: 'Пета' });
      const button = hers.page.locator('#fresh');
      await button.waitFor({ state: 'visible' });
      expect(await button.innerText()).toContain('Прикажи 1 ново писмо');
      expect(await hers.page.locator('#told').innerText()).toBe('Стигло је 1 ново писмо.');
      expect(await row(hers.page, arrived.reference).count()).toBe(0);
      expect(await hers.page.locator('.words').boundingBox()).toEqual(before);
      expect(await violations(hers.page)).toEqual([]);
      await hers.page.keyboard.press('.');
      await row(hers.page, arrived.reference).waitFor();
      expect(await button.isVisible()).toBe(false);

      // What he closes stays in her list, dimmed, with what happened; the counts follow.
      await marko.act(second, 'closure', { reason: 'Решено.' });
      await hers.page.locator(`.row.gone:has([data-reference="${second}"])`).waitFor();
      expect(await row(hers.page, second).locator('.r2').innerText()).toContain('Марко Илић');
      expect(await hers.page.locator('[data-keys="g z"] .n').innerText()).toBe('1');

      // A form that she has open stays as it is while the letter's history follows.
      await hers.page.keyboard.press('e');
      await hers.page.locator('#closure-reason').fill('Започето образложење');
      await marko.act(first, 'triage', { category: 'health', unit: 'social', urgency: 'normal' });
      await hers.page.locator('.trail li', { hasText: 'Марко Илић' }).last().waitFor();
      await hers.page.locator('.trail li', { hasText: 'Здравство' }).waitFor();
      expect(await hers.page.locator('#closure-reason').inputValue()).toBe('Започето образложење');
      // What she saw when she began is not what the letter is now: she is asked, and loses no word.
      await hers.page.keyboard.press('Control+Enter');
      await hers.page.locator('#problem').waitFor();
      expect(await hers.page.locator('#closure-reason').inputValue()).toBe('Започето образложење');

      // A danger stands above everything at once.
      await marko.act(third, 'risk', { risk: 'life', reason: 'Пише да не може више.' });
      await hers.page.locator('.alarm').waitFor();
      await row(hers.page, third).locator('.late').waitFor();
      expect([...hers.faults, ...his.faults].filter((fault) => !fault.includes('409'))).toEqual([]);

      // She leaves; nobody reads any more.
      await hers.page.context().close();
      await his.page.locator('.who').first().waitFor({ state: 'detached' });
      await his.page.context().close();
    },
    PATIENCE,
  );

  test(
    'one of two who write takes over, and the other is told and keeps every word',
    async () => {
      const { reference } = await office.letter({}, { state: 'triaged', unit: 'social', category: 'health' });
      const hers = await sit(browser, jovana);
      const his = await sit(browser, marko);
      await hers.open(`/inbox/letters/${reference}/reply`);
      await hers.page.fill('#body', 'Њене прве речи');
      await hers.page.locator('#out', { hasText: 'Њене прве речи' }).waitFor();
      await his.open(`/inbox/letters/${reference}/reply`);
      await his.page.locator('#locked', { hasText: 'Jovana Ristić piše' }).waitFor();
      await hers.page.locator('.top .present', { hasText: 'Марко Илић чита' }).waitFor();
      await his.page.locator('#locked button').click();
      await his.page.waitForLoadState('load');
      await hers.page.locator('#locked', { hasText: 'Марко Илић пише' }).waitFor();
      expect(await violations(hers.page)).toEqual([]);
      await hers.page.locator('#body').pressSequentially(' и још');
      await his.page.locator('#body').pressSequentially('Његове: ');
      await his.page.locator('#out', { hasText: 'Његове' }).waitFor();
      expect(await his.page.inputValue('#body')).not.toContain('и још');
      expect(await hers.page.inputValue('#body')).toContain('и још');
      expect([...hers.faults, ...his.faults]).toEqual([]);

      // What is decided elsewhere shows by itself on a page where nothing is typed.
      await his.page.fill('#salutation', 'Поштована,');
      await his.page.fill('#subject', 'Одговор');
      await his.page.locator('#out', { hasText: 'Одговор' }).waitFor();
      await his.page.keyboard.press('Control+Enter');
      await his.page.waitForURL('**done=submitted**');
      const third = await office.officer(['approver'], { name: 'Драгана Павловић', unit: 'social' });
      const { html } = await third.get(`/inbox/letters/${reference}/reply`);
      const fingerprint = /name="fingerprint" value="([0-9a-f]+)"/.exec(html)![1]!;
      await third.submit(`/inbox/letters/${reference}/reply`, `/inbox/letters/${reference}/reply/approval`, {
        fingerprint,
      });
      await his.page.locator('.state', { hasText: 'Odobreno' }).waitFor();
      await hers.page.context().close();
      await his.page.context().close();
    },
    PATIENCE,
  );

  test(
    'a lost line is said, and what was missed is there when it is back',
    async () => {
      const { page, open } = await sit(browser, jovana);
      await open('/inbox');
      await isLive(page);
      await page.context().setOffline(true);
      // A cut line is noticed; what the browser calls offline leaves an open one standing.
      office.app.get(LiveService).onModuleDestroy();
      await page.waitForSelector('#live[data-off]');
      expect(await page.locator('#live').innerText()).toBe('Нема везе');
      await office.letter({ surname: 'Шеста' });
      await page.context().setOffline(false);
      await isLive(page);
      await page.locator('#fresh').waitFor({ state: 'visible' });
      await page.context().close();
    },
    PATIENCE,
  );
});
