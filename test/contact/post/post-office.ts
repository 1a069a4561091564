import { ContactModule } from '../../../src/contact/contact.module.js';
import { InboxModule } from '../../../src/inbox/inbox.module.js';
import { HealthModule } from '../../../src/web/health.module.js';
import { WebModule } from '../../../src/web/web.module.js';
import { type AtDesk, Office } from '../../inbox/office.js';
import { startApp } from '../../support/app.js';
import { type Fields, hiddenFields } from '../form-client.js';

/** The office with the clerk's doors beside the inbox. */
export async function openPostOffice(): Promise<Office> {
  return Office.around(await startApp({ rooms: [HealthModule, WebModule, InboxModule, ContactModule] }));
}

export const WRITER = {
  name: 'Радисав',
  surname: 'Луковић',
  address: 'Турица бб',
  postalCode: '32230',
  municipality: 'Lučani',
  subject: 'Мост',
} satisfies Fields;

/** The form as its page hands it out: hidden fields and where it is sent. */
export async function openEntry(clerk: AtDesk, path = '/inbox/post/new') {
  const { html } = await clerk.get(path);
  const form = html.slice(html.indexOf('id="entry"'));
  const action = /action="([^"]+)"/.exec(form)![1]!.replaceAll('&amp;', '&');
  return { html, action, hidden: hiddenFields(form) };
}

/** Sends the form with files, as a browser without a script does. */
export async function sendEntry(
  clerk: AtDesk,
  action: string,
  fields: Fields,
  files: File[] = [],
): Promise<{ status: number; location: string; html: string }> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ do: 'save', ...fields }))
    for (const one of [value].flat()) if (one !== undefined) body.append(name, one);
  for (const file of files) body.append('attachments', file);
  const answer = await fetch(clerk.url + action, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { cookie: `pismo_session=${clerk.cookies.get('pismo_session')!}` },
  });
  return { status: answer.status, location: answer.headers.get('location') ?? '', html: await answer.text() };
}

/** Enters one letter on a form of its own; gives its reference. */
export async function enter(clerk: AtDesk, fields: Fields, files: File[] = []): Promise<string> {
  const { action, hidden } = await openEntry(clerk);
  const { status, location, html } = await sendEntry(clerk, action, { ...hidden, ...fields }, files);
  if (status !== 303) throw new Error(`The letter was not entered (${status}): ${html.slice(0, 500)}`);
  return new URL(location, clerk.url).searchParams.get('saved')!;
}
