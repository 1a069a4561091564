import type { Account } from '../../src/staff/account.entity.js';
import { SessionService } from '../../src/staff/session.service.js';
import type { Browser } from './browser.js';
import { PASSWORD, type StaffApp, startStaffApp } from './staff-app.js';

let office: StaffApp;
let ana: Account;
let browser: Browser;
beforeAll(async () => {
  office = await startStaffApp();
  ana = await office.account('ana@office.test', ['triage']);
  await office.account('vera@office.test', ['clerk']);
});
afterAll(() => office.stop());
beforeEach(async () => {
  await office.sql.query('DELETE FROM account_session');
  browser = await office.signedIn('ana@office.test');
});

const isIn = async (one: Browser) => (await one.get('/staff/account')).status === 200;
const age = (column: string, interval: string) =>
  office.sql.query(`UPDATE account_session SET ${column} = ${column} - $1::interval`, [interval]);
const session = async () =>
  (
    await office.sql.query(`SELECT *, extract(epoch FROM now() - last_seen_at)::float AS idle,
      extract(epoch FROM expires_at - now())::float / 3600 AS hours FROM account_session`)
  )[0];

test('an id planted before sign-in is worth nothing after it', async () => {
  const victim = office.browser();
  const planted = browser.cookies.get('pismo_session')!;
  victim.cookies.set('pismo_session', planted);
  await victim.signIn('ana@office.test', PASSWORD);
  expect(victim.cookies.get('pismo_session')).not.toBe(planted);
  expect(await isIn(victim)).toBe(true);
  expect(await isIn(browser)).toBe(false);
});

test('the database does not hold what the cookie holds', async () => {
  const { id_hash: kept } = await session();
  expect(kept).toHaveLength(32);
  const other = office.browser();
  for (const stolen of [kept.toString('base64url'), kept.toString('hex')]) {
    other.cookies.set('pismo_session', stolen);
    expect(await isIn(other)).toBe(false);
  }
});

test('sign-out ends the session itself, not only the cookie', async () => {
  const kept = browser.cookies.get('pismo_session')!;
  const { status, headers } = await browser.submit('/staff/account', '/staff/sign-out', {});
  expect([status, headers.get('location')]).toEqual([303, '/staff/sign-in?done=out&language=en']);
  expect(browser.cookies.has('pismo_session')).toBe(false);
  browser.cookies.set('pismo_session', kept);
  expect(await isIn(browser)).toBe(false);
});

test('it ends after 12 hours without a request, and each request slides that on', async () => {
  expect((await session()).hours).toBeCloseTo(12, 1);
  await age('last_seen_at', '11 hours');
  await age('expires_at', '11 hours');
  expect(await isIn(browser)).toBe(true);
  expect((await session()).hours).toBeCloseTo(12, 1);
  await age('expires_at', '13 hours');
  expect(await isIn(browser)).toBe(false);
});

test('it ends after 7 days whatever happens', async () => {
  await age('created_at', '6 days 22 hours');
  await age('last_seen_at', '1 hour');
  expect(await isIn(browser)).toBe(true);
  expect((await session()).hours).toBeCloseTo(2, 1);
});

test('when it was last seen is written once a minute at most', async () => {
  await age('last_seen_at', '50 seconds');
  await isIn(browser);
  expect((await session()).idle).toBeGreaterThan(45);
  await age('last_seen_at', '20 seconds');
  await isIn(browser);
  expect((await session()).idle).toBeLessThan(10);
});

test('disabling ends it at once, and enabling does not bring it back', async () => {
  await office.staff.disable(ana.id);
  expect(await isIn(browser)).toBe(false);
  expect((await office.browser().signIn('ana@office.test', PASSWORD)).status).toBe(422);
  await office.staff.enable(ana.id);
  expect(await isIn(browser)).toBe(false);
  expect((await office.browser().signIn('ana@office.test', PASSWORD)).status).toBe(303);
});

test('a disabled account is out even if a session was left behind', async () => {
  await office.sql.query('UPDATE account SET disabled_at = now() WHERE id = $1', [ana.id]);
  expect(await isIn(browser)).toBe(false);
  await office.sql.query('UPDATE account SET disabled_at = NULL WHERE id = $1', [ana.id]);
});

test('a root hook outside the guards can ask whose a cookie is', async () => {
  const sessions = office.get(SessionService);
  const cookie = `theme=dark; pismo_session=${browser.cookies.get('pismo_session')}; x=1`;
  expect(await sessions.accountFromCookie(cookie)).toMatchObject({
    id: ana.id,
    roles: ['triage'],
    language: 'en',
  });
  for (const other of [
    undefined,
    '',
    'pismo_session=',
    'pismo_session=x',
    cookie.replace('_session', '_Session'),
  ])
    expect(await sessions.accountFromCookie(other)).toBeUndefined();
});

test('its owner sees the sessions and ends one; another’s stays', async () => {
  const vera = await office.signedIn('vera@office.test');
  const veras = await office.get(SessionService).own((await office.staff.byEmail('vera@office.test')).id);
  await browser.submit('/staff/account', '/staff/account/ended-sessions', { session: veras[0]!.id });
  expect(await isIn(vera)).toBe(true);

  const phone = office.browser();
  await phone.post(
    '/staff/sign-in',
    { email: 'ana@office.test', password: PASSWORD },
    { 'user-agent': 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0' },
  );
  const page = await browser.get('/staff/account');
  expect(page.html).toContain('Firefox · Android');
  expect(page.html).toContain('This session');
  const [other] = [...page.html.matchAll(/name="session" value="([0-9a-f]{64})"/g)].map(([, id]) => id);
  await browser.submit('/staff/account', '/staff/account/ended-sessions', { session: other! });
  expect([await isIn(phone), await isIn(browser)]).toEqual([false, true]);
});

test('sessions past their end are swept away at the next sign-in', async () => {
  await age('expires_at', '13 hours');
  await office.signedIn('vera@office.test');
  expect((await office.sql.query('SELECT count(*)::int AS n FROM account_session'))[0].n).toBe(1);
});
