import type { Account } from '../../../src/staff/account.entity.js';
import type { Browser } from '../browser.js';
import { PASSWORD, type StaffApp, startStaffApp } from '../staff-app.js';

let office: StaffApp;
let admin: Account;
let browser: Browser;
beforeAll(async () => {
  office = await startStaffApp();
  admin = await office.account('admin@office.test', ['admin'], 'Jovana Ristić');
  browser = await office.signedIn('admin@office.test');
});
afterAll(() => office.stop());

const LIST = '/staff/accounts';
const change = (id: string, fields: Record<string, string | string[]>, part = '') =>
  browser.submit(LIST, `${LIST}/${id}${part}`, fields);

test('a new account gets a link for its password, shown once', async () => {
  const vera = { name: 'Вера Марковић', email: 'vera@office.test', roles: ['press', 'drafter'] };
  const added = await browser.submit(LIST, LIST, { ...vera, unit: 'protocol', language: 'sr-Latn' });
  expect(added.status).toBe(201);
  const [link] = /http[^<]+\/staff\/set-password\/[\w-]{43}/.exec(added.html)!;
  const { id } = await office.staff.byEmail(vera.email);
  expect(await office.staff.byId(id)).toMatchObject({
    name: vera.name,
    roles: ['drafter', 'press'],
    unit: 'protocol',
    language: 'sr-Latn',
  });
  expect((await browser.get(`${LIST}/${id}`)).html).not.toContain('set-password');
  expect((await browser.get(LIST)).html).toContain('Waits for a password');
  await office.browser().post(new URL(link).pathname, { password: PASSWORD });
  expect((await office.signedIn(vera.email)).cookies.size).toBe(1);
});

test('a form that is refused comes back with every word, and nothing is added', async () => {
  const before = (await office.staff.all()).length;
  const wrong = {
    name: 'Mara "M" <b>',
    email: 'ADMIN@office.test',
    unit: 'legal',
    language: 'en',
    roles: 'clerk',
  };
  const back = await browser.submit(LIST, LIST, wrong);
  expect(back.status).toBe(422);
  expect(back.html).toContain('There is already an account with the address ADMIN@office.test.');
  expect(back.html).toContain('value="Mara &quot;M&quot; &lt;b>"');
  expect(back.html).toMatch(/value="legal"[^>]* selected/);
  expect(back.html).toMatch(/value="clerk"[^>]* checked/);
  expect(await office.staff.all()).toHaveLength(before);
});

test('names are shown as text', async () => {
  const { id } = await office.account('eve@office.test', ['clerk'], `<script>alert('x')</script>&amp;`);
  for (const page of [LIST, `${LIST}/${id}`]) {
    const { html } = await browser.get(page);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain(`&lt;script>alert('x')&lt;/script>&amp;amp;`);
  }
  const eve = await office.signedIn('eve@office.test');
  expect((await eve.get('/staff/account')).html).not.toContain('<script>alert');
});

test('roles, unit and language change; roles that do not exist are not given', async () => {
  const { id } = await office.account('mila@office.test', ['clerk']);
  const fields = { name: 'Mila Milić', unit: 'social', language: 'sr-Cyrl', roles: ['approver', 'king'] };
  expect((await change(id, fields)).headers.get('location')).toBe(`${LIST}/${id}?saved=yes`);
  expect(await office.staff.byId(id)).toMatchObject({
    name: 'Mila Milić',
    unit: 'social',
    roles: ['approver'],
  });
  expect((await change(id, { ...fields, roles: [] })).status).toBe(422);
  expect((await change(id, { ...fields, unit: 'moon' })).status).toBe(422);
  expect(await office.staff.byId(id)).toMatchObject({ unit: 'social', roles: ['approver'] });
});

test('disabling and enabling, but never the last administrator', async () => {
  const { id } = await office.account('nada@office.test', ['clerk']);
  await change(id, {}, '/disabling');
  expect((await office.staff.byId(id)).disabledAt).not.toBeNull();
  expect((await change(id, {}, '/password-link')).status).toBe(422);
  await change(id, {}, '/enabling');
  expect((await office.staff.byId(id)).disabledAt).toBeNull();

  const refused = await change(admin.id, {}, '/disabling');
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('This is the last administrator who can sign in.');
});

test('accounts that are not there, and addresses that cannot be one, look alike', async () => {
  for (const id of ['01890a5d-ac96-774b-bcce-b302099a8057', '1', '%27', 'x'.repeat(150)])
    expect((await browser.get(`${LIST}/${id}`)).status).toBe(404);
});

test('only administrators come here', async () => {
  const clerk = await office.account('clerk@office.test', [
    'clerk',
    'triage',
    'auditor',
    'approver',
    'press',
    'drafter',
  ]);
  const one = await office.signedIn(clerk.email);
  expect((await one.get(LIST)).status).toBe(403);
  for (const path of [
    LIST,
    `${LIST}/${admin.id}`,
    `${LIST}/${admin.id}/disabling`,
    `${LIST}/${clerk.id}/password-link`,
  ])
    expect((await one.submit('/staff/account', path, { name: 'x', roles: 'admin' })).status).toBe(403);
  expect((await office.staff.byId(admin.id)).disabledAt).toBeNull();
});
