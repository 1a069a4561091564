import { PasswordHasher } from '../../src/staff/password-hasher.js';
import { PASSWORD, type StaffApp, startStaffApp } from './staff-app.js';

describe('signing in', () => {
  let office: StaffApp;
  beforeAll(async () => {
    office = await startStaffApp();
    await office.account('ana@office.test', ['triage']);
    await office.account('admin@office.test', ['admin']);
  });
  afterAll(() => office.stop());

  test('a page asked for without a session leads to sign-in and then back to it', async () => {
    const browser = office.browser();
    const turnedAway = await browser.get('/staff/account?done=language');
    expect(turnedAway.status).toBe(303);
    const signIn = turnedAway.headers.get('location')!;
    expect(signIn).toBe('/staff/sign-in?next=%2Fstaff%2Faccount%3Fdone%3Dlanguage');
    expect((await browser.get(signIn)).html).toContain('name="next" value="/staff/account?done=language"');
    const inside = await browser.signIn('ana@office.test', PASSWORD, {
      next: '/staff/account?done=language',
    });
    expect(inside.headers.get('location')).toBe('/staff/account?done=language');
    expect((await browser.get('/staff/account')).status).toBe(200);
  });

  test.each([
    '//evil.test/x',
    'https://evil.test/',
    '/\\evil.test',
    '/\t/evil.test',
    '/.//evil.test',
    'javascript:alert(1)',
  ])('the way back never leads to another site: %j', async (next) => {
    const browser = office.browser();
    expect((await browser.get(`/staff/sign-in?next=${encodeURIComponent(next)}`)).html).not.toContain('evil');
    const { headers } = await browser.signIn('ana@office.test', PASSWORD, { next });
    expect(headers.get('location')).toBe('/inbox');
  });

  test('the e-mail address is known in any case, and an administrator alone lands on the accounts', async () => {
    const { headers } = await office.browser().signIn(' ADMIN@office.test ', PASSWORD);
    expect(headers.get('location')).toBe('/staff/accounts');
  });

  test('the cookie is out of reach of scripts and other sites, and not Secure on plain HTTP', async () => {
    const { headers } = await office.browser().signIn('ana@office.test', PASSWORD);
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^pismo_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  test('a wrong password and an unknown address get the same answer for the same work', async () => {
    const verify = jest.spyOn(PasswordHasher.prototype, 'matches');
    const answers = [];
    for (const email of ['ana@office.test', 'nobody@office.test']) {
      const { status, html } = await office.browser().signIn(email, 'not the password');
      answers.push({ status, html: html.replaceAll(email, '') });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]!.status).toBe(422);
    expect(verify).toHaveBeenCalledTimes(2);
    verify.mockRestore();
  });

  test('an account without a password cannot be entered with an empty one', async () => {
    await office.staff.createAccount({
      email: 'new@office.test',
      name: 'N',
      roles: ['clerk'],
      unit: null,
      language: 'en',
    });
    expect((await office.browser().signIn('new@office.test', '')).status).toBe(422);
  });

  test('a stranger’s page cannot sign anybody in', async () => {
    const browser = office.browser();
    const fields = { email: 'ana@office.test', password: PASSWORD };
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.test' },
      { origin: 'null' },
    ];
    for (const headers of foreign)
      expect((await browser.post('/staff/sign-in', fields, headers)).status).toBe(403);
    expect(browser.cookies.size).toBe(0);
    const own = { origin: office.url, 'sec-fetch-site': 'same-origin' };
    expect((await browser.post('/staff/sign-in', fields, own)).status).toBe(303);
  });

  test('fields that the form does not have are refused', async () => {
    const { status } = await office.browser().signIn('ana@office.test', PASSWORD, { roles: 'admin' });
    expect(status).toBe(400);
    const twice = await office
      .browser()
      .post('/staff/sign-in', { email: ['a@b.rs', 'c@d.rs'], password: 'x' });
    expect(twice.status).toBe(400);
  });

  test('the page is Cyrillic unless asked for in another language', async () => {
    const browser = office.browser();
    expect((await browser.get('/staff/sign-in')).html).toMatch(/<html lang="sr-Cyrl">.*Пријава/s);
    expect((await browser.get('/staff/sign-in?language=sr-Latn')).html).toMatch(
      /<html lang="sr-Latn">.*Prijava/s,
    );
    expect((await browser.get('/staff/sign-in?language=en')).html).toMatch(/<html lang="en">.*Sign in/s);
  });
});

describe('guessing', () => {
  let office: StaffApp;
  beforeAll(async () => {
    office = await startStaffApp({ env: { TRUSTED_PROXIES: '127.0.0.1' } });
    await office.account('ana@office.test', ['triage']);
  });
  afterAll(() => office.stop());

  const attempt = (password: string, from: string, email = 'ana@office.test') =>
    office.browser().post('/staff/sign-in', { email, password, language: 'en' }, { 'x-forwarded-for': from });

  test('ten failures from one network stop that network, and nobody else', async () => {
    for (let failure = 0; failure < 10; failure++)
      expect((await attempt('wrong', `198.51.100.${failure}`)).status).toBe(422);
    const stopped = await attempt(PASSWORD, '198.51.100.77');
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(stopped.html).toContain('Try again in 15 min');
    expect((await attempt(PASSWORD, '203.0.113.5')).status).toBe(303);
  });

  test('attempts at the same moment count as many', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt('wrong', '192.0.2.1')));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
  });

  test('a right password takes earlier failures back', async () => {
    for (let round = 0; round < 3; round++) {
      for (let failure = 0; failure < 6; failure++)
        expect((await attempt('wrong', '2001:db8::1')).status).toBe(422);
      expect((await attempt(PASSWORD, '2001:db8::2')).status).toBe(303);
    }
  });

  test('one network cannot go through many addresses', async () => {
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, n) => attempt('wrong', '198.18.0.1', `guess${n}@office.test`)),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
  });
});

test('over HTTPS the cookie is Secure', async () => {
  const office = await startStaffApp({ env: { LOG_LEVEL: 'error', PUBLIC_URL: 'https://pismo.test' } });
  await office.account('ana@office.test', ['triage']);
  const { headers } = await office.browser().signIn('ana@office.test', PASSWORD);
  expect(headers.getSetCookie()[0]).toMatch(/; Secure/);
  await office.stop();
});
