import type { Browser } from 'playwright-core';
import { rows } from '../../src/database/rows.js';
import { type AtDesk, Office } from '../inbox/office.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { sit } from './seat.js';

const LETTERS = 50;

(browserPath === undefined ? describe.skip : describe)('one reply to fifty letters', () => {
  let office: Office;
  let browser: Browser;
  let drafter: AtDesk;
  let approver: AtDesk;
  beforeAll(async () => {
    office = await Office.open();
    browser = await openBrowser();
    drafter = await office.officer(['triage', 'drafter'], {
      name: 'Јована Ристић',
      unit: 'social',
      language: 'sr-Latn',
    });
    approver = await office.officer(['approver'], { name: 'Драгана Павловић', unit: 'social' });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  test('picked, written, approved and ordered by the keyboard alone; each gets its own name, and progress is seen', async () => {
    for (let number = 0; number < LETTERS; number += 1)
      await office.letter(
        { surname: `Презиме${number}`, email: `n${number}@example.org` },
        { state: 'triaged', unit: 'social', category: 'health' },
      );
    await office.registered();
    const hers = await sit(browser, drafter);
    await hers.open('/inbox?category=health');
    await hers.page.keyboard.press('x');
    await hers.page.keyboard.press('x');
    await hers.page.locator('#picked-count', { hasText: 'Izabrano: 2' }).waitFor();
    await hers.page.keyboard.press('Escape');
    expect(await hers.page.locator('.bulk').isVisible()).toBe(false);
    await hers.page.keyboard.press('Control+a');
    await hers.page.locator('#picked-count', { hasText: `Izabrano: ${LETTERS}` }).waitFor();
    expect(await violations(hers.page)).toEqual([]);
    await hers.page.keyboard.press('r');
    await hers.page.locator('#order-heading', { hasText: 'Jedan odgovor' }).waitFor();
    await hers.page.focus('#reply-subject');
    await hers.page.keyboard.type('Ваше писмо');
    await hers.page.keyboard.press('Tab');
    await hers.page.keyboard.type('хвала, {{name}} {{surname}}.');
    expect(await violations(hers.page)).toEqual([]);
    await hers.page.keyboard.press('Control+Enter');
    await hers.page.locator('#job', { hasText: 'Čeka da drugi nalog' }).waitFor();
    expect(await violations(hers.page)).toEqual([]);

    const theirs = await sit(browser, approver);
    await theirs.open('/inbox');
    await theirs.page.keyboard.press('g');
    await theirs.page.keyboard.press('x');
    await theirs.page.locator('#jobs-heading').waitFor();
    await theirs.page.locator('table a').first().press('Enter');
    await theirs.page.locator('.out', { hasText: 'хвала, Радмила Презиме' }).waitFor();
    await theirs.page.getByRole('button', { name: 'Approve' }).press('Enter');
    await theirs.page.locator('#job', { hasText: 'Finished' }).waitFor();
    expect(await violations(theirs.page)).toEqual([]);
    // The page of whoever ordered it is still open where it waited; it says how it ended once it is looked at again.
    await hers.page.reload();
    await hers.page.locator('.tally b', { hasText: String(LETTERS) }).waitFor();
    expect(await hers.page.locator('.results li').count()).toBe(LETTERS);
    expect([...hers.faults, ...theirs.faults]).toEqual([]);

    const sent = await rows<{ body: string; recipient: string }>(
      office.sql,
      `SELECT body, recipient FROM reply WHERE state = 'leaving' ORDER BY recipient`,
    );
    expect(sent).toHaveLength(LETTERS);
    for (const { body, recipient } of sent)
      expect(body).toBe(`хвала, Радмила Презиме${/\d+/.exec(recipient)![0]}.`);
    await hers.page.context().close();
    await theirs.page.context().close();
  }, 120_000);
});
