import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { contactTexts } from '../../src/contact/form/contact.texts.js';
import { receivedTexts } from '../../src/contact/received/received.texts.js';
import { myLetterTexts } from '../../src/contact/status/my-letter.texts.js';
import { LETTER_STATES } from '../../src/letters/letter.states.js';
import { type Language, textIn } from '../../src/script/texts.js';
import { ASSETS_FOLDER } from '../../src/web/assets.js';
import { samples } from '../files/samples.js';
import { startApp, type TestApp } from '../support/app.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';

const VERSIONS: [string, Language, string][] = [
  ['', 'sr-Cyrl', 'cacak'],
  ['/lat', 'sr-Latn', 'ЧАЧ'],
  ['/en', 'en', 'čača'],
];
const MESSAGE = 'Поштовани председниче,\n\nмост у Доњем Пољу је срушен. С поштовањем, "Рада" & <други>';
const isBuilt = existsSync(join(ASSETS_FOLDER, 'manifest.json'));

(browserPath === undefined || !isBuilt ? describe.skip : describe)('a citizen in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await startApp({ env: { RATE_LIMITS: 'off' } });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  async function openPage(options: BrowserContextOptions = {}) {
    const page = await browser.newPage(options);
    const faults: string[] = [];
    // A refused form is an answer with an error status, which browsers tell in the console too.
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    return { page, faults };
  }

  /** No violation, nothing wider than the screen. `evaluate` is not held to the page's own policy. */
  async function expectSound(page: Page, state: string, hasScript = true) {
    // axe waits for timers, which a page without scripts does not have; its states are the same.
    if (hasScript) expect([state, await violations(page)]).toEqual([state, []]);
    const over = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect([state, over]).toEqual([state, 0]);
  }

  const title = (page: Page) => page.locator('h1').innerText();
  const submit = (page: Page, action: string) =>
    page.locator(`form[action$="${action}"] button[type=submit]`).click();

  /** The whole way; with a script the place is chosen from the list, without one it is typed. */
  async function write(
    page: Page,
    [version, language, typed]: (typeof VERSIONS)[number],
    hasScript: boolean,
  ) {
    await page.goto(`${app.url}${version || '/'}`);
    await expectSound(page, 'front page', hasScript);
    await page.locator('.intro .govuk-button').first().click();
    await expectSound(page, 'form', hasScript);

    await page.fill('#name', 'Радмила');
    await page.fill('#surname', 'Ђорђевић');
    await page.fill('#address', 'Доње Поље бб');
    await page.fill('#email', 'radmila@primer');
    await page.fill('#message', MESSAGE);
    await page.setInputFiles('#attachments', {
      name: 'мост.png',
      mimeType: 'image/png',
      buffer: samples.png,
    });
    await submit(page, '/contact');
    expect(await page.title()).toMatch(new RegExp(`^${contactTexts[language].errorTitle}: `));
    await expectSound(page, 'form with errors', hasScript);
    expect(await page.inputValue('#message')).toBe(MESSAGE);
    expect(await page.locator('.kept').innerText()).toContain('мост.png');
    const links = page.locator('.govuk-error-summary a');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      '#municipality',
      '#email',
    ]);
    if (hasScript)
      expect(await page.evaluate('document.activeElement.className')).toContain('govuk-error-summary');
    await links.first().click();
    if (hasScript) expect(await page.evaluate('document.activeElement.id')).toBe('municipality');

    if (hasScript) {
      await page.locator('#municipality').pressSequentially(typed);
      await page.locator('#municipality-places [role=option]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await expectSound(page, 'places offered', hasScript);
      await page.keyboard.press('Enter');
    } else await page.fill('#municipality', typed === 'cacak' ? 'Cacak' : 'ЧАЧАК');
    if (hasScript)
      expect(await page.inputValue('#municipality')).toBe(language === 'sr-Cyrl' ? 'Чачак' : 'Čačak');
    await page.fill('#email', 'radmila@primer.rs');
    await submit(page, '/contact');

    expect(await title(page)).toBe(receivedTexts[language].title);
    await expectSound(page, 'receipt', hasScript);
    const reference = await page.locator('.stamp__chief dd').innerText();
    expect(await page.locator('.by-script').isVisible()).toBe(hasScript);
    const [stored] = await app
      .get(DataSource)
      .query('SELECT message, municipality_code, language FROM letter WHERE reference = $1', [reference]);
    expect(stored).toEqual({ message: MESSAGE, municipality_code: '71242', language });
    return reference;
  }

  async function followUp(
    page: Page,
    [version, language]: (typeof VERSIONS)[number],
    reference: string,
    hasScript: boolean,
  ) {
    const stateTitle = (state: keyof typeof LETTER_STATES) => textIn(language, LETTER_STATES[state].citizen);
    await page.locator('.after-intro a.govuk-button').click();
    expect(await title(page)).toBe(stateTitle('received'));
    await page.locator('details summary').first().click();
    await expectSound(page, 'my letter, words unfolded', hasScript);

    await page.fill('#message', 'Још нешто');
    await submit(page, '/supplement');
    expect(await page.locator('[role=status]').innerText()).toContain(
      myLetterTexts[language].done.supplement.title,
    );
    await expectSound(page, 'supplement received', hasScript);

    await page.goto(`${app.url}${version}/letters`);
    await expectSound(page, 'status form', hasScript);
    await submit(page, '/letters');
    await expectSound(page, 'status form with errors', hasScript);
    await page.fill('#reference', reference.toLowerCase());
    await page.fill('#surname', 'djordjevic');
    await submit(page, '/letters');
    expect(await title(page)).toBe(stateTitle('received'));
    await expectSound(page, 'found', hasScript);
  }

  async function withdraw(page: Page, address: string, language: Language, hasScript: boolean) {
    await page.goto(address);
    await submit(page, '/withdrawal');
    await expectSound(page, 'not sure to withdraw', hasScript);
    await page.check('#sure');
    await submit(page, '/withdrawal');
    expect(await title(page)).toBe(textIn(language, LETTER_STATES.withdrawn.citizen));
    await expectSound(page, 'withdrawn', hasScript);
  }

  test.each(VERSIONS)(
    'writes, breaks, mends, sends, adds and withdraws, version "%s"',
    async (...version) => {
      const { page, faults } = await openPage({ viewport: { width: 320, height: 800 } });
      const reference = await write(page, version, true);
      const address = await page
        .locator('.after-intro a.govuk-button')
        .evaluate((link) => (link as unknown as { href: string }).href);
      await followUp(page, version, reference, true);
      await withdraw(page, address, version[1], true);
      expect(faults).toEqual([]);
      await page.close();
    },
    120_000,
  );

  test.each(VERSIONS)(
    'does the same without JavaScript, version "%s"',
    async (...version) => {
      const { page } = await openPage({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
      const reference = await write(page, version, false);
      const address = await page.locator('.after-intro a.govuk-button').getAttribute('href');
      await followUp(page, version, reference, false);
      await withdraw(page, app.url + address, version[1], false);
      await page.close();
    },
    120_000,
  );

  test('the form is filled in and sent by keyboard alone', async () => {
    const { page } = await openPage();
    await page.goto(`${app.url}/contact`);
    await page.focus('#name');
    const type = async (text: string) => {
      await page.keyboard.insertText(text);
      await page.keyboard.press('Tab');
    };
    for (const text of ['Рада', 'Рад', 'Љиг', 'бб', '']) await type(text);
    await page.keyboard.press('Tab');
    await type('rada@primer.rs');
    await type('');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await type('');
    await type('Писмо тастатуром');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/received/);
    const [stored] = await app
      .get(DataSource)
      .query(`SELECT surname, reply_by FROM letter WHERE message = 'Писмо тастатуром'`);
    expect(stored).toEqual({ surname: 'Рад', reply_by: expect.any(String) });
    await page.close();
  }, 60_000);

  test('Back brings the words again, and other words are another letter', async () => {
    const { page } = await openPage();
    await page.goto(`${app.url}/contact`);
    const fields = {
      name: 'Рада',
      surname: 'Рад',
      municipality: 'Беч',
      address: '1',
      email: 'rada@primer.rs',
    };
    for (const [id, value] of Object.entries(fields)) await page.fill(`#${id}`, value);
    await page.fill('#message', 'Прво писмо');
    await submit(page, '/contact');
    await page.waitForURL(/received/);
    await page.goBack();
    expect(await page.inputValue('#message')).toBe('Прво писмо');
    await page.fill('#message', 'Друго писмо');
    await submit(page, '/contact');
    await page.waitForURL(/received/);
    const [{ count }] = await app
      .get(DataSource)
      .query(`SELECT count(*)::int FROM letter WHERE message IN ('Прво писмо', 'Друго писмо')`);
    expect(count).toBe(2);
    await page.close();
  }, 60_000);
});
