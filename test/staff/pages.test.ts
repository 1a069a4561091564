import type { Browser, Page } from 'playwright-core';
import { PasswordsService } from '../../src/staff/passwords.service.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { PASSWORD, type StaffApp, startStaffApp } from './staff-app.js';

/** Every page of the room in a real browser, with long names and after a refused form. */
(browserPath ? describe : describe.skip)('in a browser', () => {
  let office: StaffApp;
  let chrome: Browser;
  let page: Page;
  beforeAll(async () => {
    office = await startStaffApp();
    chrome = await openBrowser();
    // axe is put into the page by the test, which the pages' own policy rightly forbids.
    page = await (await chrome.newContext({ bypassCSP: true })).newPage();
  });
  afterAll(async () => {
    await chrome.close();
    await office.stop();
  });

  const go = (path: string) => page.goto(office.url + path);
  const submit = (form = 'main form') => page.click(`${form} button[type=submit]`);

  /** Accessible by axe's rules in both colour schemes, and no sideways scrolling at 320 pixels. */
  async function inspect(): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 700 });
      if (await page.evaluate('document.documentElement.scrollWidth > 320')) found.push('scrolls sideways');
      found.push(...(await violations(page)));
    }
    return found.map((fault) => `${page.url()}: ${fault}`);
  }

  test('from the first link to the accounts, every page and state passes', async () => {
    await page.goto((await office.staff.firstAdministratorLink(office.url))!);
    expect(await inspect()).toEqual([]);
    await submit();
    expect(await page.title()).toContain('Први администратор');
    expect(await inspect()).toEqual([]);
    await page.fill('#name', 'Александра Стојановић-Караџић Обреновић');
    await page.fill('#email', 'aleksandra@kancelarija-za-prepisku.test');
    await page.fill('#password', PASSWORD);
    await submit();
    expect(await inspect()).toEqual([]);

    await page.fill('#email', 'aleksandra@kancelarija-za-prepisku.test');
    await page.fill('#password', 'nije ta lozinka');
    await submit();
    expect(await inspect()).toEqual([]);
    await page.fill('#password', PASSWORD);
    await submit();
    await go('/staff/accounts');
    expect(await inspect()).toEqual([]);
    await submit('main form');
    expect(await inspect()).toEqual([]);
    const { id } = await office.staff.byEmail('aleksandra@kancelarija-za-prepisku.test');
    await go(`/staff/accounts/${id}`);
    await submit('form[action$=password-link]');
    expect(await inspect()).toEqual([]);
    await go('/staff/account');
    expect(await inspect()).toEqual([]);
  }, 120_000);

  test('the pages of links, alive and dead', async () => {
    const ana = await office.account('ana@office.test', ['clerk']);
    await page.goto(await office.get(PasswordsService).linkFor(ana, office.url));
    expect(await inspect()).toEqual([]);
    await go('/staff/set-up/gone?language=en');
    expect(await page.textContent('h1')).toBe('This link no longer works');
    expect(await inspect()).toEqual([]);
  });
});
