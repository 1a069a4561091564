import { tokenIn } from '../../staff/browser.js';
import { type AtDesk, Office } from '../office.js';

let office: Office;
let admin: AtDesk;
let triage: AtDesk;
beforeAll(async () => {
  office = await Office.open();
  admin = await office.officer(['admin']);
  triage = await office.officer(['triage'], { name: 'Stefan Nikolić' });
}, 60_000);
afterAll(() => office?.stop());

const FORM = {
  ...{ name: 'Мостови', words: 'мост', place: '', release: '', channel: '', language: '' },
  ...{ category: 'roads', unit: '', urgency: '', mode: 'suggest' },
};
/** Posts a form of the rules' pages as the page would. */
const post = async (path: string, fields: Record<string, string>, desk = admin) => {
  const { html } = await desk.get('/staff/account');
  return desk.post(path, { _csrf: tokenIn(html), ...fields });
};
const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)![1]!;
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1];

test('a rule is written, tested, switched on, accepted with one press, and asks for a new test when changed', async () => {
  const old = await office.letter({ message: 'Тајне речи о мосту.' });
  await office.indexed();
  await triage.act(old.reference, 'triage', { category: 'housing', unit: 'legal', urgency: 'normal' });
  expect((await admin.get('/inbox/rules')).html).toContain('There are no rules yet.');
  const saved = await post('/inbox/rules/new', FORM);
  const page = /\/inbox\/rules\/[0-9a-f-]{36}/.exec(saved.headers.get('location')!)![0];
  const untested = await admin.get(page);
  expect(untested.html).toContain('has not been tested yet');
  expect(untested.html).not.toContain(`action="${page}/switch"`);
  const early = await post(`${page}/switch`, { to: 'on', version: '1' });
  expect(early.headers.get('location')).toBe(`${page}?done=untested`);

  const tested = await admin.get((await post(`${page}/test`, {})).headers.get('location')!);
  expect(tested.html).toContain('The rule has been tested.');
  expect(tested.html).toMatch(/Officers decided otherwise<\/th><td class="num">1</);
  expect(tested.html).toContain('It says: Roads and utilities, Petitions. Officers decided:');
  expect(tested.html).toContain(`<b>${old.reference}</b>`);
  for (const secret of ['Тајне речи', 'Радмила', `href="/inbox/letters/${old.reference}"`])
    expect(tested.html).not.toContain(secret);
  await post(`${page}/switch`, { to: 'on', version: versionIn(tested.html)! });
  expect((await admin.get('/inbox/rules')).html).toMatch(/<span class="ok">on</);

  const letter = await office.letter();
  await office.indexed();
  const { html } = await triage.get(`/inbox/letters/${letter.reference}`);
  expect(html).toContain('Suggested by the rule “Mostovi”. <b>Roads and utilities, Petitions</b>');
  expect(html).toMatch(/<option value="roads" selected/);
  expect(html).toContain('aria-keyshortcuts="y"');
  const form = /<form [^>]*data-advance[^>]*>(?:(?!<\/form>).)*aria-keyshortcuts="y"/.exec(html)![0];
  const fields = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name!,
    value!,
  ]);
  expect(
    (await triage.post(`/inbox/letters/${letter.reference}/triage`, Object.fromEntries(fields))).status,
  ).toBe(303);
  const after = await triage.get(`/inbox/letters/${letter.reference}`);
  expect(after.html).toContain('Stefan Nikolić triages the letter: Roads and utilities, Petitions.');
  expect(after.html).not.toContain('Suggested by the rule');

  const { html: shown } = await admin.get(page);
  const changed = await post(page, { ...FORM, category: 'housing', seen: seenIn(shown) });
  const stale = await admin.get(changed.headers.get('location')!);
  expect(stale.html).toContain('was changed after this test');
  expect(stale.html).not.toContain(`action="${page}/switch"`);
  const late = await post(page, { ...FORM, name: 'Моја реч остаје', seen: seenIn(shown) });
  expect([late.status, late.html.includes('Somebody else changed the rule')]).toEqual([409, true]);
  expect(late.html).toContain('value="Моја реч остаје"');
});

test('what a rule has set says so, waits for an officer, and one press confirms it', async () => {
  const page = (
    await post('/inbox/rules/new', {
      ...{
        ...FORM,
        name: 'Позивнице',
        words: 'позивница',
        category: 'invitation',
        mode: 'set',
        urgency: 'urgent',
      },
    })
  ).headers
    .get('location')!
    .split('?')[0]!;
  await post(`${page}/test`, {});
  await post(`${page}/switch`, { to: 'on', version: '1' });
  const letter = await office.letter({ message: 'Шаљемо позивницу за отварање.', subject: null });
  await office.indexed();
  const { html } = await triage.get(`/inbox/letters/${letter.reference}`);
  expect(html).toContain(
    'Sorted by the rule “Pozivnice”. <b>Invitation, Protocol and invitations, urgent</b>',
  );
  expect(html).toContain('The rule “Pozivnice” sorts the letter: Invitation, Protocol and invitations.');
  expect(await office.stateOf(letter.id)).toBe('received');
  const on = await post(`${page}/removal`, {});
  expect(on.headers.get('location')).toBe(`${page}?done=stillOn`);
  await post(`${page}/switch`, { to: 'off', version: '0' });
  expect((await post(`${page}/removal`, {})).headers.get('location')).toBe('/inbox/rules?done=removed');
  expect((await admin.get(page)).status).toBe(404);
});

test.each([
  [{ name: '' }, 'Give a name.', 'name'],
  [{ words: '' }, 'Give at least one condition', 'words'],
  [{ words: '😀 ‮ ?' }, 'Give at least one word.', 'words'],
  [{ release: 'no-such-release' }, 'There is no such release.', 'release'],
  [{ release: '/releases/no-such-release/' }, 'There is no such release.', 'release'],
  [{ category: '' }, 'Choose a category from the list.', 'category'],
  [{ channel: 'pigeon' }, 'Choose from the list.', 'channel'],
  [{ mode: 'force' }, 'Choose from the list.', 'mode'],
])('%j is asked again with what was entered', async (wrong, message, field) => {
  const { status, html } = await post('/inbox/rules/new', { ...FORM, name: 'Лоше правило', ...wrong });
  expect(status).toBe(422);
  expect(html).toContain(message);
  expect(html).toContain(`href="#${field}"`);
  expect(html).toMatch(new RegExp(`id="${field}"`));
  expect((await admin.get('/inbox/rules')).html).not.toContain('Лоше правило');
});

test('only administrators, only with the session’s token, only what is there', async () => {
  for (const path of ['/inbox/rules', '/inbox/rules/new']) expect((await triage.get(path)).status).toBe(403);
  expect((await post('/inbox/rules/new', FORM, triage)).status).toBe(403);
  expect((await admin.post('/inbox/rules/new', FORM)).status).toBe(403);
  for (const id of ['0198f2d0-0000-7000-8000-000000000001', 'x', "' OR 1=1"]) {
    expect((await admin.get(`/inbox/rules/${encodeURIComponent(id)}`)).status).toBe(404);
    expect((await post(`/inbox/rules/${encodeURIComponent(id)}/test`, {})).status).toBe(404);
  }
});
