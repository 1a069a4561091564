import type { Browser } from 'playwright-core';
import { type AtDesk, Office } from '../inbox/office.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { sit } from './seat.js';

const PATIENCE = 120_000;

(browserPath === undefined ? describe.skip : describe)('a letter handed on, in a browser', () => {
  let office: Office;
  let browser: Browser;
  let desk: AtDesk;

  beforeAll(async () => {
    office = await Office.open();
    browser = await openBrowser();
    desk = await office.officer(['triage', 'drafter'], { name: 'Јована Ристић', unit: 'social' });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  const triaged = async () => {
    const letter = await office.letter({}, { state: 'triaged', unit: 'social', category: 'health' });
    await office.registered();
    return letter;
  };

  test(
    'chosen, looked at, sent and taken back by the keyboard alone; the papers follow every choice',
    async () => {
      const { id, reference } = await triaged();
      const { page, open, faults } = await sit(browser, desk);
      await open(`/inbox/letters/${reference}`);
      await page.keyboard.press('f');
      await page.waitForURL('**/forwarding');
      expect(await violations(page)).toEqual([]);
      await page.focus('#forward-body');
      await page.keyboard.type('another body');
      await page.locator('#forward-name').waitFor();
      await page.focus('#forward-name');
      await page.keyboard.type('Општина Бољевац');
      await page.keyboard.press('Tab');
      await page.keyboard.type('pisarnica@boljevac.example');
      await page.focus('#forward-why');
      await page.keyboard.type('in your own words');
      await page.focus('#forward-own');
      await page.keyboard.type('Мост је на локалном путу');
      await page.locator('#out', { hasText: 'Мост је на локалном путу.' }).waitFor();
      expect(await page.locator('#out .leaf').count()).toBe(2);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await page.waitForURL('**done=ordered');
      expect(await violations(page)).toEqual([]);
      expect(await office.events(id, 'forwarding-order')).toHaveLength(1);
      await page.keyboard.press('z');
      await page.waitForURL('**done=recalled');
      expect(await office.stateOf(id)).toBe('triaged');
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  test.each([320, 768, 1440])(
    'nothing runs over at %s px, whatever the words',
    async (width) => {
      const { reference } = await triaged();
      const { page, open } = await sit(browser, desk, { viewport: { width, height: 900 } });
      await open(`/inbox/letters/${reference}/forwarding`);
      await page.selectOption('#forward-body', 'other');
      await page.fill('#forward-name', `${'Ж'.repeat(150)} 👩‍👩‍👧 שלום`);
      await page.fill('#forward-email', 'pisarnica@boljevac.example');
      await page.selectOption('#forward-why', 'own');
      await page.fill('#forward-own', 'ж'.repeat(400));
      await page.locator('#out', { hasText: 'שלום' }).waitFor();
      const over = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(over).toBe(0);
      await page.evaluate('scrollTo(0, 0)');
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );
});
