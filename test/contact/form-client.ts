import { type TestApp } from '../support/app.js';

/** A form as a browser would send it: every hidden field of the page, and what is typed over it. */
export type Fields = Record<string, string | string[] | undefined>;

export interface Sent {
  status: number;
  headers: Headers;
  html: string;
}

export const LETTER = {
  name: 'Радмила',
  surname: 'Стојадиновић',
  municipality: 'Ваљево',
  address: 'Доње Поље бб',
  email: 'radmila@primer.rs',
  message: 'Поштовани председниче,\n\nмост је срушен.',
} satisfies Fields;

/** Opens a page and gives the hidden fields of its (first) form that posts to `action`. */
export async function openForm(app: TestApp, path: string): Promise<{ html: string; hidden: Fields }> {
  const html = await (await fetch(app.url + path)).text();
  return { html, hidden: hiddenFields(html) };
}

export function hiddenFields(html: string, action?: string): Fields {
  const start = action === undefined ? 0 : html.indexOf(`action="${action}"`);
  const form = html.slice(start, html.indexOf('</form>', start));
  const fields: Fields = {};
  for (const [input] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)![1]!;
    const value = unescape(/value="([^"]*)"/.exec(input)?.[1] ?? '');
    const earlier = fields[name];
    fields[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return fields;
}

export async function send(
  app: TestApp,
  path: string,
  fields: Fields,
  files: File[] = [],
  init: RequestInit = {},
): Promise<Sent> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) if (one !== undefined) body.append(name, one);
  for (const file of files) body.append('attachments', file);
  return sent(await fetch(app.url + path, { method: 'POST', body, redirect: 'manual', ...init }));
}

export async function sendUrlencoded(app: TestApp, path: string, fields: Fields): Promise<Sent> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) if (one !== undefined) body.append(name, one);
  return sent(await fetch(app.url + path, { method: 'POST', body, redirect: 'manual' }));
}

export const sent = async (answer: Response): Promise<Sent> => ({
  status: answer.status,
  headers: answer.headers,
  html: await answer.text(),
});

/** Errors of the summary: `[anchor, sentence]`. */
export const summary = (html: string): [string, string][] =>
  [...html.matchAll(/<li><a href="(#[^"]*)">([^<]*)<\/a><\/li>/g)].map(([, href, text]) => [
    href!,
    unescape(text!),
  ]);

export const valueOf = (html: string, field: string): string | undefined =>
  unescape(new RegExp(`<input[^>]* name="${field}"[^>]* value="([^"]*)"`).exec(html)?.[1]) ??
  unescape(new RegExp(`<textarea[^>]* name="${field}"[^>]*>([^<]*)</textarea>`).exec(html)?.[1]);

function unescape(text: string): string;
function unescape(text: string | undefined): string | undefined;
function unescape(text: string | undefined): string | undefined {
  return text
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
