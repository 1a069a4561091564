import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';

/** One example of govuk-frontend: the macro's options and the HTML that it makes of them. */
export interface Fixture {
  name: string;
  options: Record<string, unknown>;
  html: string;
}

export function fixturesOf(component: string): Fixture[] {
  const folder = join(projectRoot, 'node_modules/govuk-frontend/dist/govuk/components', component);
  return (JSON.parse(readFileSync(join(folder, 'fixtures.json'), 'utf8')) as { fixtures: Fixture[] })
    .fixtures;
}

/**
 * HTML in one shape, so that only differences of meaning remain: one element a line, attributes sorted,
 * entities and white space alike. `aria-invalid` is ours: govuk-frontend does not set it, our mock-ups do.
 */
export function normalised(html: string): string[] {
  return html
    .replace(/\s+/g, ' ')
    .split(/(<[^>]+>)/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) => (piece.startsWith('<') ? normalisedTag(piece) : decoded(piece)));
}

function normalisedTag(tag: string): string {
  const name = /^<\/?[\w-]+/.exec(tag)?.[0] ?? tag;
  const attributes = [...tag.matchAll(/\s([\w.:-]+)(?:="([^"]*)")?/g)]
    .filter(([, key]) => key !== 'aria-invalid')
    .map(([, key, value]) => `${key!.toLowerCase()}=${decoded((value ?? '').trim().replace(/\s+/g, ' '))}`)
    .sort();
  return [name, ...attributes].join(' ');
}

const decoded = (text: string) =>
  text
    .replace(/&#(\d+);|&#x([\da-f]+);/gi, (_, decimal?: string, hex?: string) =>
      String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex!, 16)),
    )
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
