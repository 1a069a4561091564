import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { AtDesk } from '../inbox/office.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page of a signed-in officer; a script error, a blocked resource or a failed request is a fault. */
export async function sit(browser: Browser, at: AtDesk, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  await context.addCookies([{ name: 'pismo_session', value: at.cookies.get('pismo_session')!, url: at.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  return { page, faults, open: (path: string) => page.goto(at.url + path, { waitUntil: 'load' }) };
}

/** What axe finds on the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  // `evaluate` is not held to the page's own policy, so axe needs no hole in it.
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as { violations: { id: string; nodes: { html: string }[] }[] };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
