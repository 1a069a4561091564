import { StaffRefused } from '../../src/staff/staff-refused.js';
import { PasswordsService } from '../../src/staff/passwords.service.js';
import { PASSWORD, type StaffApp, startStaffApp } from './staff-app.js';

const HERE = 'https://pismo.test';
let office: StaffApp;
beforeAll(async () => {
  office = await startStaffApp();
});
afterAll(() => office.stop());
beforeEach(() => office.sql.query('TRUNCATE account, account_session, account_link CASCADE'));

const pathOf = (link: string | null) => {
  expect(link).toMatch(/^https:\/\/pismo\.test\/staff\/set-(up|password)\/[\w-]{43}$/);
  return link!.slice(HERE.length);
};
const expire = () => office.sql.query(`UPDATE account_link SET expires_at = now() - interval '1 second'`);
const PERSON = { name: 'Jovana Ristić', email: 'jovana@office.test', password: PASSWORD, language: 'en' };

describe('the first administrator', () => {
  test('comes through a link that works once, and looking does not use it up', async () => {
    const path = pathOf(await office.staff.firstAdministratorLink(HERE));
    const browser = office.browser();
    for (let look = 0; look < 3; look++) expect((await browser.get(path)).status).toBe(200);
    expect(await office.staff.all()).toEqual([]);

    expect((await browser.post(path, PERSON)).headers.get('location')).toMatch('/staff/sign-in');
    expect(await office.staff.all()).toMatchObject([{ name: PERSON.name, roles: ['admin', 'triage'] }]);
    expect((await browser.get(path)).status).toBe(404);
    expect((await browser.post(path, { ...PERSON, email: 'second@office.test' })).status).toBe(404);
    expect(await office.staff.all()).toHaveLength(1);
    await office.signedIn(PERSON.email);
  });

  test('of two who use the link at the same moment one gets in', async () => {
    const path = pathOf(await office.staff.firstAdministratorLink(HERE));
    const answers = await Promise.all(
      ['one', 'two'].map((name) => office.browser().post(path, { ...PERSON, email: `${name}@office.test` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await office.staff.all()).toHaveLength(1);
  });

  test('is asked for only while there is none, and a new link replaces the old', async () => {
    const old = pathOf(await office.staff.firstAdministratorLink(HERE));
    const newer = pathOf(await office.staff.firstAdministratorLink(HERE));
    expect((await office.browser().get(old)).status).toBe(404);
    expect((await office.browser().get(newer)).status).toBe(200);
    await office.account('admin@office.test', ['admin']);
    expect(await office.staff.firstAdministratorLink(HERE)).toBeNull();
    // An administrator who came another way leaves no open door behind.
    expect((await office.browser().get(newer)).status).toBe(404);
  });

  test('is asked for again when all who had the role are disabled', async () => {
    await office.account('clerk@office.test', ['clerk']);
    expect(await office.staff.firstAdministratorLink(HERE)).not.toBeNull();
  });

  test('finds a link older than 24 hours closed', async () => {
    const path = pathOf(await office.staff.firstAdministratorLink(HERE));
    const [{ hours }] = await office.sql.query(
      'SELECT extract(epoch FROM expires_at - now()) / 3600 AS hours FROM account_link',
    );
    expect(Number(hours)).toBeCloseTo(24, 1);
    await expire();
    expect((await office.browser().get(path)).status).toBe(404);
    expect((await office.browser().post(path, PERSON)).status).toBe(404);
  });

  test('mends a bad form and keeps the link', async () => {
    const path = pathOf(await office.staff.firstAdministratorLink(HERE));
    const bad = await office.browser().post(path, { ...PERSON, name: ' ', email: 'no', password: 'short' });
    expect(bad.status).toBe(422);
    for (const field of ['name', 'email', 'password'])
      expect(bad.html).toMatch(new RegExp(`<a href="#${field}">[^<]+</a>`));
    expect(bad.html).not.toContain('value="short"');
    expect((await office.browser().post(path, PERSON)).status).toBe(303);
  });

  test('is not made by a page of another site', async () => {
    const path = pathOf(await office.staff.firstAdministratorLink(HERE));
    expect((await office.browser().post(path, PERSON, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await office.staff.all()).toEqual([]);
  });
});

describe('a link for a password', () => {
  test('sets it once and ends every session', async () => {
    const ana = await office.account('ana@office.test', ['clerk']);
    const before = await office.signedIn(ana.email);
    const path = pathOf(await office.get(PasswordsService).linkFor(ana, HERE));
    expect((await before.get('/staff/account')).status).toBe(200);

    const browser = office.browser();
    expect((await browser.get(path)).html).toContain('ana@office.test');
    expect((await browser.post(path, { password: 'Ana Anić 2026!' })).status).toBe(422);
    expect((await browser.post(path, { password: 'sasvim nova tajna' })).status).toBe(303);
    expect((await browser.post(path, { password: 'još jedna tajna reč' })).status).toBe(404);
    expect((await before.get('/staff/account')).status).toBe(303);
    expect((await browser.signIn(ana.email, PASSWORD)).status).toBe(422);
    expect((await browser.signIn(ana.email, 'sasvim nova tajna')).status).toBe(303);
  });

  test('closes when it is old, replaced, or its account is disabled', async () => {
    const ana = await office.account('ana@office.test', ['clerk']);
    const passwords = office.get(PasswordsService);
    const replaced = pathOf(await passwords.linkFor(ana, HERE));
    const disabled = pathOf(await passwords.reset(ana, HERE));
    expect((await office.browser().get(replaced)).status).toBe(404);
    await office.staff.disable(ana.id);
    await office.staff.enable(ana.id);
    expect((await office.browser().get(disabled)).status).toBe(404);
    const old = pathOf(await passwords.linkFor(ana, HERE));
    await expire();
    expect((await office.browser().get(old)).status).toBe(404);
    await office.staff.disable(ana.id);
    await expect(passwords.linkFor(await office.staff.byId(ana.id), HERE)).rejects.toThrow(StaffRefused);
  });

  test('of one purpose does not open the page of the other', async () => {
    const ana = await office.account('ana@office.test', ['clerk']);
    const path = pathOf(await office.get(PasswordsService).linkFor(ana, HERE));
    const crossed = path.replace('set-password', 'set-up');
    expect((await office.browser().get(crossed)).status).toBe(404);
    expect((await office.browser().post(crossed, PERSON)).status).toBe(404);
  });

  test('resetting signs out at once', async () => {
    const ana = await office.account('ana@office.test', ['clerk']);
    const browser = await office.signedIn(ana.email);
    await office.get(PasswordsService).reset(ana, HERE);
    expect((await browser.get('/staff/account')).status).toBe(303);
  });
});
