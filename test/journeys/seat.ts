import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { AtDesk } from '../inbox/office.js';

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
