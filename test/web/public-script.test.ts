import type { Browser, Page } from 'playwright-core';
import { browserPath, openBrowser } from '../support/browser.js';
import { serveGallery } from './gallery-server.js';

const inBrowser = browserPath === undefined ? describe.skip : describe;

inBrowser('comforts of the public pages', () => {
  let server: Awaited<ReturnType<typeof serveGallery>>;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    server = await serveGallery();
    browser = await openBrowser();
    page = await browser.newPage();
  });
  beforeEach(() => page.goto(`${server.url}/refused/sr-Cyrl`));
  afterAll(async () => {
    await browser.close();
    server.stop();
  });

  const count = () => page.locator('.govuk-character-count__message[aria-hidden]').innerText();

  test.each([
    ['', 'Остало Вам је још 20.000 знакова.'],
    ['а'.repeat(19_999), 'Остао Вам је још 1 знак.'],
    ['а'.repeat(19_998), 'Остала су Вам још 2 знака.'],
    ['а'.repeat(20_000), 'Нема више места: написали сте највећи допуштени број знакова.'],
    ['а'.repeat(20_005), 'Имате 5 знакова више него што је допуштено.'],
    ['🙂'.repeat(10), 'Остало Вам је још 19.990 знакова.'],
  ])('the count of what is left (%#)', async (words, sentence) => {
    await page.fill('#message', words);
    expect(await count()).toBe(sentence);
  });

  test('too much is marked, and nothing is cut off', async () => {
    await page.fill('#message', 'а'.repeat(20_005));
    expect((await page.inputValue('#message')).length).toBe(20_005);
    expect(await page.locator('.govuk-character-count__message.govuk-error-message').count()).toBe(1);
  });

  test('a refused form begins with what is wrong, and each line leads into its field', async () => {
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('govuk-error-summary');
    await page.getByRole('link', { name: 'Напишите општину или град' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('municipality');
  });

  test('a second press while the first is on its way sends nothing', async () => {
    const isStopped = await page.evaluate(() => {
      const form = document.querySelector('form[method="post"]')!;
      return [1, 2].map(() => !form.dispatchEvent(new Event('submit', { cancelable: true })));
    });
    expect(isStopped).toEqual([false, true]);
  });

  test('without the script the limit is said', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${server.url}/form/sr-Cyrl`);
    expect(await plain.locator('#message-info').innerText()).toBe(
      'Можете да напишете највише 20.000 знакова.',
    );
    await plain.close();
  });
});
