import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN = `axe.run({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  selectors: false,
  preload: false,
})`;

/** What axe finds on the page as it stands; only violations are worked out, which halves its time. */
export async function violations(page: Page): Promise<string[]> {
  // A page on its way to the next one says that it is busy, where axe wants no such word.
  await page.locator('html[aria-busy]').waitFor({ state: 'detached' });
  // `evaluate` is not held to the page's own policy, so axe needs no hole in it.
  await page.evaluate(AXE);
  const found = (await page.evaluate(RUN)) as { violations: { id: string; nodes: { html: string }[] }[] };
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
