import type { Browser } from 'playwright-core';
import { type AtDesk, Office } from '../inbox/office.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { sit } from './seat.js';

const PATIENCE = 120_000;

(browserPath === undefined ? describe.skip : describe)('a reply in a browser', () => {
  let office: Office;
  let browser: Browser;
  let drafter: AtDesk;
  let approver: AtDesk;

  beforeAll(async () => {
    office = await Office.open();
    browser = await openBrowser();
    drafter = await office.officer(['drafter'], { name: 'Јована Ристић', unit: 'social' });
    approver = await office.officer(['approver'], { name: 'Драгана Павловић', unit: 'social' });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  const triaged = () => office.letter({}, { state: 'triaged', unit: 'social', category: 'health' });

  test(
    'written, sent back, approved and dispatched by the keyboard alone; every key press is kept',
    async () => {
      const { id, reference } = await triaged();
      const writer = await sit(browser, drafter);
      await writer.open(`/inbox/letters/${reference}`);
      await writer.page.keyboard.press('r');
      await writer.page.waitForURL('**/reply');
      await writer.page.focus('#salutation');
      await writer.page.keyboard.type('Dear Ms Ristić');
      await writer.page.keyboard.press('Tab');
      await writer.page.keyboard.type('Your letter');
      await writer.page.focus('#body');
      await writer.page.keyboard.type('the bridge ');
      await writer.page.keyboard.press('Control+b');
      await writer.page.keyboard.type('opens');
      expect(await writer.page.inputValue('#body')).toBe('the bridge **opens**');
      await writer.page.locator('#out strong', { hasText: 'opens' }).waitFor();
      expect(await violations(writer.page)).toEqual([]);
      await writer.page.reload();
      expect(await writer.page.inputValue('#body')).toBe('the bridge **opens**');
      await writer.page.focus('#body');
      await writer.page.keyboard.press('Control+Enter');
      await writer.page.waitForURL('**done=submitted');

      const reader = await sit(browser, approver);
      await reader.open('/inbox');
      await reader.page.keyboard.press('g');
      await reader.page.keyboard.press('p');
      await reader.page.waitForURL('**state=in_review');
      await reader.page.keyboard.press('j');
      await reader.page.keyboard.press('Enter');
      await reader.page.waitForSelector(`#letter > [data-letter="${reference}"]`);
      await reader.page.keyboard.press('r');
      await reader.page.waitForURL('**/reply**');
      expect(await violations(reader.page)).toEqual([]);
      await reader.page.focus('#return-reason');
      await reader.page.keyboard.type('Say when.');
      await reader.page.keyboard.press('Tab');
      await reader.page.keyboard.press('Enter');
      await reader.page.waitForURL('**done=sentBack');

      await writer.open(`/inbox/letters/${reference}/reply`);
      await writer.page.getByText('Say when.').waitFor();
      await writer.page.focus('#body');
      await writer.page.keyboard.press('Control+End');
      await writer.page.keyboard.type(' in spring');
      await writer.page.keyboard.press('Control+Enter');
      await writer.page.waitForURL('**done=submitted');
      await reader.open(`/inbox/letters/${reference}/reply`);
      expect(await reader.page.locator('ins').allInnerTexts()).toEqual([' in spring']);
      await reader.page.keyboard.press('Control+Enter');
      await reader.page.waitForURL('**done=approved');
      await reader.page.keyboard.press('Control+Enter');
      await reader.page.waitForURL('**done=ordered');
      expect(await violations(reader.page)).toEqual([]);
      await reader.page.keyboard.press('z');
      await reader.page.waitForURL('**done=recalled');
      expect(await office.stateOf(id)).toBe('approved');
      expect([...writer.faults, ...reader.faults]).toEqual([]);
      await writer.page.context().close();
      await reader.page.context().close();
    },
    PATIENCE,
  );

  test(
    'two browsers on one letter: the second is told who writes, takes over, and neither loses a word',
    async () => {
      const { reference } = await triaged();
      const first = await sit(browser, drafter);
      await first.open(`/inbox/letters/${reference}/reply`);
      await first.page.fill('#body', 'first words');
      await first.page.locator('#out', { hasText: 'first words' }).waitFor();
      const second = await sit(browser, approver);
      await second.open(`/inbox/letters/${reference}/reply`);
      await second.page.getByText('Jovana Ristić is writing this reply.').waitFor();
      expect(await second.page.locator('#body').getAttribute('readonly')).not.toBeNull();
      await second.page.getByRole('button', { name: 'Take over' }).click();
      await second.page.fill('#body', 'first words, and mine');
      await second.page.locator('#out', { hasText: 'and mine' }).waitFor();
      await first.page.fill('#body', 'first words, continued');
      await first.page.locator('#saving.late', { hasText: 'Dragana Pavlović' }).waitFor();
      expect(await first.page.inputValue('#body')).toBe('first words, continued');
      await first.page.reload();
      await first.page.locator('.theirs, #body').first().waitFor();
      expect(await first.page.content()).toContain('first words, and mine');
      await first.page.context().close();
      await second.page.context().close();
    },
    PATIENCE,
  );

  test(
    'the network goes away in the middle of a sentence: the words stay, and are saved when it is back',
    async () => {
      const { reference } = await triaged();
      const { page, open } = await sit(browser, drafter);
      await open(`/inbox/letters/${reference}/reply`);
      await page.fill('#body', 'begun');
      await page.locator('#out', { hasText: 'begun' }).waitFor();
      await page.context().setOffline(true);
      await page.fill('#body', 'begun and finished offline');
      await page.locator('#saving.late').waitFor();
      await page.context().setOffline(false);
      await page.reload();
      expect(await page.inputValue('#body')).toBe('begun and finished offline');
      await page.locator('#out', { hasText: 'finished offline' }).waitFor();
      await page.context().close();
    },
    PATIENCE,
  );

  test.each([320, 768, 1440])(
    'nothing runs over at %s px, whatever the words',
    async (width) => {
      const { reference } = await triaged();
      const { page, open } = await sit(browser, drafter, { viewport: { width, height: 900 } });
      await open(`/inbox/letters/${reference}/reply`);
      await page.fill('#body', `${'ж'.repeat(3_000)} 👩‍👩‍👧 שלום`);
      await page.locator('#out', { hasText: 'שלום' }).waitFor();
      const over = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(over).toBe(0);
      // Where the page has scrolled under its own bar, axe takes what is half hidden for small.
      await page.evaluate('scrollTo(0, 0)');
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );
});
