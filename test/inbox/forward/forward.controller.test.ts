import { extractText, getDocumentProxy } from 'unpdf';
import { rows } from '../../../src/database/rows.js';
import { tokenIn } from '../../staff/browser.js';
import { type AtDesk, Office } from '../office.js';

let office: Office;
let desk: AtDesk;
beforeAll(async () => {
  office = await Office.open();
  desk = await office.officer(['drafter'], { unit: 'social' });
});
afterAll(() => office.stop());

async function letter(different = {}, state: 'triaged' | 'in_work' = 'triaged') {
  const made = await office.letter(different, { state, unit: 'social', category: 'waiting-lists' });
  await office.registered();
  return { ...made, page: `/inbox/letters/${made.reference}/forwarding` };
}
const CHOICE = {
  ...{ body: 'health-ministry', name: '', email: '', address: '', route: 'email', why: 'body', own: '' },
};
const printIn = (html: string) => /name="fingerprint" value="([0-9a-f]*)"/.exec(html)?.[1] ?? '';

/** Posts the form as its page would, having looked at what it shows. */
async function forward(page: string, choice: Record<string, string>, by = desk) {
  const { html } = await by.get(page);
  const shown = await by.post(page, { _csrf: tokenIn(html), ...choice, do: 'preview' });
  return by.post(page, {
    ...{ _csrf: tokenIn(html), ...choice },
    fingerprint: printIn(shown.html),
    do: 'forward',
  });
}
async function pdf(path: string) {
  const response = await fetch(desk.url + path, {
    headers: { cookie: `pismo_session=${desk.cookies.get('pismo_session')}` },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return (await extractText(await getDocumentProxy(bytes), { mergePages: false })).text;
}

test('the page suggests the category’s body and shows both papers; what was shown is sent, and taken back', async () => {
  const { id, reference, page } = await letter();
  expect((await desk.get(`/inbox/letters/${reference}`)).html).toContain(
    `href="${page}" aria-keyshortcuts="f"`,
  );
  const { html } = await desk.get(page);
  expect(html).toContain('<option value="health-ministry" selected>');
  for (const words of ['pisarnica@zdravlje.example', 'Прослеђивање писма број', 'проследили смо органу'])
    expect(html).toContain(words);
  const sent = await desk.submit(page, page, { ...CHOICE, fingerprint: printIn(html), do: 'forward' });
  expect(sent.headers.get('location')).toBe(`${page}?done=ordered`);
  expect((await desk.get(page)).html).toMatch(/The letter leaves in \d+ s\./);
  const stopped = await desk.submit(page, `${page}/recall`, {});
  expect(stopped.headers.get('location')).toBe(`${page}?done=recalled`);
  expect(await office.stateOf(id)).toBe('triaged');
  expect((await desk.get(page)).html).toContain('id="forward-form"');
});

test('without a script the changed choice is shown before it is sent', async () => {
  const { id, page } = await letter();
  const { html } = await desk.get(page);
  const changed = { ...CHOICE, body: 'ombudsman' };
  const again = await desk.submit(page, page, { ...changed, fingerprint: printIn(html), do: 'forward' });
  expect(again.status).toBe(409);
  expect(again.html).toContain('pisarnica@zastitnik.example');
  const sent = await desk.submit(page, page, {
    ...changed,
    fingerprint: printIn(again.html),
    do: 'forward',
  });
  expect(sent.status).toBe(303);
  expect((await office.events(id, 'forwarding-order')).length).toBe(1);
});

test('the script asks for the papers alone', async () => {
  const { page } = await letter();
  const { html } = await desk.get(page);
  const body = new URLSearchParams({ _csrf: tokenIn(html), ...CHOICE, route: 'post', do: 'preview' });
  const response = await fetch(desk.url + page, {
    method: 'POST',
    body,
    headers: {
      cookie: `pismo_session=${desk.cookies.get('pismo_session')}`,
      accept: 'application/json',
    },
  });
  const told = (await response.json()) as { out: string; fingerprint: string };
  expect(told.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(told.out).toContain('Немањина 22–26');
});

test.each([
  ['an address with a header', { email: 'a@b.example\r\nBcc: c@d.example' }, 'forward-email'],
  ['no name', { name: ' ', email: 'a@b.example' }, 'forward-name'],
  ['a name that is too long', { name: 'ж'.repeat(201), email: 'a@b.example' }, 'forward-name'],
  ['no postal address', { route: 'post' }, 'forward-address'],
])('a body written by hand with %s is refused at its field, and every word stays', async (_, entered, id) => {
  const { page } = await letter();
  const typed = { ...CHOICE, body: 'other', name: 'Општина Жагубица', why: 'own', own: 'Пут је локални.' };
  const refused = await desk.submit(page, page, { ...typed, ...entered, do: 'forward' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain(`href="#${id}"`);
  expect(refused.html).toContain(`id="${id}-error"`);
  expect(refused.html).toContain('Пут је локални.');
});

test('a foreign letter is absent; a clerk reads and forwards nothing; fields of nobody’s are refused', async () => {
  const { page } = await letter();
  const stranger = await office.officer(['drafter'], { unit: 'legal' });
  expect((await stranger.get(page)).status).toBe(404);
  expect((await stranger.get(`${page}/letter.pdf`)).status).toBe(404);
  const clerk = await office.officer(['clerk']);
  const { html } = await clerk.get(page);
  expect(html).not.toContain('id="forward-form"');
  const tried = await clerk.post(page, { _csrf: tokenIn(html), ...CHOICE, do: 'forward' });
  expect(tried.status).toBe(409);
  const { html: own } = await desk.get(page);
  expect((await desk.post(page, { _csrf: tokenIn(own), ...CHOICE, state: 'closed' })).status).toBe(400);
  expect((await desk.get(`${page}/cover.pdf`)).status).toBe(404);
});

test('by post: the day’s PDF holds the covering letter and the citizen’s own, the list names what goes along', async () => {
  const { id, reference, page } = await letter({ email: null, replyBy: 'post', name: 'Ана-Марија' });
  const ordered = await forward(page, { ...CHOICE, route: 'post' });
  expect(ordered.headers.get('location')).toBe(`${page}?done=toPrint`);
  const cover = await pdf(`${page}/cover.pdf`);
  expect(cover).toHaveLength(2);
  expect(cover[0]).toContain('Министарство здравља');
  expect(cover[0]).not.toContain(reference);
  expect(cover[1]).toContain('Ана-Марија');
  expect(cover[1]).toContain('Мост је срушила бујица.');
  const batch = (await pdf('/inbox/print/letters.pdf')).join('\n');
  for (const words of ['Ministry', 'Министарство здравља', 'проследили смо органу'].slice(1))
    expect(batch).toContain(words);
  const { html } = await desk.get('/inbox/print');
  expect(html).toContain('covering letter, with the letter');
  const ids = await rows<{ id: string }>(office.sql, 'SELECT id FROM reply WHERE letter_id = $1', [id]);
  const clerk = await office.officer(['clerk']);
  await clerk.submit('/inbox/print', '/inbox/print', { reply: ids.map((row) => row.id) });
  expect(await office.stateOf(id)).toBe('forwarded');
  const { html: pane } = await desk.get(`/inbox/letters/${reference}`);
  expect(pane).toMatch(/Forwarded \d\d\.\d\d\.\d{4}\. - \d\d:\d\d, by post\./);
});

test('the body returns the letter: it is worked on again, and the page offers the next body', async () => {
  const { id, page } = await letter();
  await forward(page, CHOICE);
  await office.sql.query(`UPDATE reply_dispatch SET due_at = now() - interval '1 second'`);
  for (let attempt = 0; (await office.stateOf(id)) !== 'forwarded' && attempt < 100; attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const empty = await desk.submit(page, `${page}/outcomes`, { outcome: 'returned', reason: ' ' });
  expect(empty.status).toBe(422);
  const told = await desk.submit(page, `${page}/outcomes`, { outcome: 'returned', reason: 'Није наше.' });
  expect(told.headers.get('location')).toBe(`${page}?done=returned`);
  expect(await office.stateOf(id)).toBe('in_work');
  const { html } = await desk.get(page);
  expect(html).toContain('id="forward-form"');
  expect(html).toContain('Није наше.');
});
