import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { asset, ASSETS_FOLDER } from '../../src/web/assets.js';
import { browserPath, openBrowser } from '../support/browser.js';

/** One of the built fonts as a `@font-face` that needs no server. */
function face(family: string, name: string, style: string): string {
  const file = readFileSync(join(ASSETS_FOLDER, asset(name).slice('/assets/'.length)));
  return `@font-face{font-family:${family};font-style:${style};src:url(data:font/woff2;base64,${file.toString('base64')})}`;
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  if (!browserPath) return;
  browser = await openBrowser();
  page = await browser.newPage();
  await page.setContent(
    `<style>${face('sans', 'sans-cyrillic.woff2', 'normal')}${face('serif', 'serif-cyrillic.woff2', 'normal')}
     ${face('italic', 'serif-italic-cyrillic.woff2', 'italic')}
     p{font-size:80px;margin:0;width:max-content}</style><p id="p">б</p>`,
  );
});
afterAll(() => browser?.close());

/** The letter as drawn: the cut font must still know the Serbian forms (feature `locl`). */
async function drawn(letter: string, family: string, language: string): Promise<string> {
  await page.evaluate(
    async ([letter, family, language]) => {
      const p = document.getElementById('p')!;
      p.lang = language!;
      p.textContent = letter!;
      p.style.font = `${family === 'italic' ? 'italic ' : ''}80px ${family}`;
      await document.fonts.load(p.style.font, letter);
    },
    [letter, family, language],
  );
  return (await page.locator('#p').screenshot()).toString('base64');
}

test.each([
  ['б', 'sans'],
  ['б', 'serif'],
  ['б', 'italic'],
  ['г', 'italic'],
  ['д', 'italic'],
  ['п', 'italic'],
  ['т', 'italic'],
])('%s in %s is drawn in its Serbian form', async (letter, family) => {
  if (!browserPath) return;
  expect(await drawn(letter, family, 'sr-Cyrl')).not.toBe(await drawn(letter, family, 'ru'));
});

test('letters without a Serbian form are drawn alike', async () => {
  if (!browserPath) return;
  expect(await drawn('ж', 'italic', 'sr-Cyrl')).toBe(await drawn('ж', 'italic', 'ru'));
});
