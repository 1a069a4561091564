import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { ReleasesModule } from '../../../src/releases/releases.module.js';
import type { Language } from '../../../src/script/texts.js';
import { SessionService } from '../../../src/staff/session.service.js';
import { StaffService } from '../../../src/staff/staff.service.js';
import type { Role } from '../../../src/web/access.js';
import { HealthModule } from '../../../src/web/health.module.js';
import { WebModule } from '../../../src/web/web.module.js';
import { AtDesk } from '../../inbox/office.js';
import { tokenIn } from '../../staff/browser.js';
import { startApp, type TestApp } from '../../support/app.js';

/** The newsroom's program on a database of its own. */
export const startNewsroom = (options: Parameters<typeof startApp>[0] = {}) =>
  startApp({ rooms: [HealthModule, WebModule, ReleasesModule], ...options });

let officers = 0;

/** A press officer at a browser, signed in. */
export async function pressOfficer(
  app: TestApp,
  { name, roles = ['press'], language = 'en' }: { name?: string; roles?: Role[]; language?: Language } = {},
): Promise<PressDesk> {
  officers += 1;
  const { id } = await app.get(StaffService).createAccount({
    ...{ name: name ?? `Press ${officers}`, email: `press${officers}@office.example` },
    ...{ roles, unit: null, language },
  });
  return new PressDesk(app.url, id, await app.get(SessionService).start(id, {}));
}

export class PressDesk extends AtDesk {
  /** Opens an empty draft; answers its address. */
  async create(): Promise<string> {
    const made = await this.submit('/newsroom', '/newsroom/releases', {});
    return made.headers.get('location')!;
  }

  /** Saves what the form holds, changed as told. */
  async save(address: string, changes: Record<string, string>, headers: Record<string, string> = {}) {
    const { html } = await this.get(address);
    return this.post(address, { ...fieldsIn(html), ...changes, _csrf: tokenIn(html) }, headers);
  }

  /** Takes a step with the fingerprint that the page shows. */
  async step(address: string, name: string, fields: Record<string, string> = {}) {
    const { html } = await this.get(address);
    const fingerprint = /name="fingerprint" value="([^"]+)"/.exec(html)?.[1];
    return this.post(`${address}/steps`, {
      ...{ _csrf: tokenIn(html), do: name },
      ...(fingerprint && { fingerprint }),
      ...fields,
    });
  }

  /** Sends a file with the form, as the browser does. */
  async upload(
    address: string,
    kind: 'pictures' | 'attachments',
    file: { name: string; content: Buffer },
    changes: Record<string, string> = {},
  ) {
    const { html } = await this.get(address);
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fieldsIn(html), ...changes }))
      if (name !== 'pictures' && name !== 'attachments') form.append(name, value);
    form.append(kind, new Blob([new Uint8Array(file.content)]), file.name);
    return fetch(`${this.url}${address}/${kind}?_csrf=${tokenIn(html)}`, {
      ...{ method: 'POST', body: form, redirect: 'manual' },
      headers: { cookie: `pismo_session=${this.cookies.get('pismo_session')}` },
    }).then(async (answer) => ({ status: answer.status, html: await answer.text() }));
  }
}

/** The fields of the writer's form as the page shows them. */
export function fieldsIn(html: string): Record<string, string> {
  const form = /<form id="release-form".*?<\/form>/s.exec(html)?.[0];
  if (form === undefined) throw new Error(`The page has no form to write in: ${titleOf(html)}`);
  const fields: Record<string, string> = {};
  for (const [tag, name] of form.matchAll(/<input [^>]*name="([^"]+)"[^>]*>/g))
    fields[name!] = unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
  for (const [, name, value] of form.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>(.*?)<\/textarea>/gs))
    fields[name!] = unescaped(value!.replace(/^\n/, ''));
  fields.section = /<option value="([^"]*)" selected/.exec(form)?.[1] ?? '';
  return fields;
}

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const titleOf = (html: string) => /<title>([^<]*)/.exec(html)?.[1] ?? html.slice(0, 200);

export const TEXT = {
  titleSr: 'Нова библиотека у Нишу',
  leadSr: 'Отвара се у петак.',
  bodySr: 'Библиотека има **читаоницу** за сто људи.',
};

/** A release that one officer wrote and handed in. */
export async function submitted(writer: PressDesk, changes: Record<string, string> = {}): Promise<string> {
  const address = await writer.create();
  const answer = await writer.save(address, { ...TEXT, ...changes, do: 'submit' });
  if (answer.status !== 303) throw new Error(`It was not handed in: ${answer.html.replace(/<[^>]+>/g, ' ')}`);
  return address;
}

/** Written by one, published by another; answers its address in the newsroom and its slug. */
export async function published(
  writer: PressDesk,
  second: PressDesk,
  sql: DataSource,
  changes: Record<string, string> = {},
): Promise<{ address: string; slug: string }> {
  const address = await submitted(writer, changes);
  await second.step(address, 'publish');
  return { address, slug: await slugOf(sql, address) };
}

export async function slugOf(sql: DataSource, address: string): Promise<string> {
  const [row] = (await sql.query('SELECT slug FROM release WHERE id = $1', [idOf(address)])) as {
    slug: string;
  }[];
  return row!.slug;
}

export const idOf = (address: string) => address.split('/').at(-1)!;

/** A photograph as far as a test needs one. */
export const photograph = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0c4076' } })
    .jpeg()
    .toBuffer();
