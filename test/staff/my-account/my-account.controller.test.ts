import type { Browser } from '../browser.js';
import { PASSWORD, type StaffApp, startStaffApp } from '../staff-app.js';

const HERE = '/staff/account';
const NEXT = 'jutarnja kafa na keju';
let office: StaffApp;
let browser: Browser;
beforeAll(async () => {
  office = await startStaffApp();
});
afterAll(() => office.stop());
beforeEach(async () => {
  await office.sql.query('TRUNCATE account CASCADE');
  await office.account('ana@office.test', ['triage']);
  browser = await office.signedIn('ana@office.test');
});

test('a new password ends every other session and gives this browser a new one', async () => {
  const phone = await office.signedIn('ana@office.test');
  const before = browser.cookies.get('pismo_session');
  const fields = { currentPassword: PASSWORD, password: NEXT };
  expect((await browser.submit(HERE, `${HERE}/password`, fields)).headers.get('location')).toBe(
    `${HERE}?done=password`,
  );
  expect(browser.cookies.get('pismo_session')).not.toBe(before);
  expect((await browser.get(HERE)).status).toBe(200);
  expect((await phone.get(HERE)).status).toBe(303);
  expect((await office.browser().signIn('ana@office.test', PASSWORD)).status).toBe(422);
  expect((await office.browser().signIn('ana@office.test', NEXT)).status).toBe(303);
});

test('it needs the current one, and a good new one', async () => {
  const wrong = await browser.submit(HERE, `${HERE}/password`, { currentPassword: 'no', password: NEXT });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('href="#currentPassword">The current password is not right.');
  const weak = await browser.submit(HERE, `${HERE}/password`, {
    currentPassword: PASSWORD,
    password: 'lozinka12345',
  });
  expect(weak.html).toContain('href="#password">Anybody would try that password first.');
  expect((await office.browser().signIn('ana@office.test', PASSWORD)).status).toBe(303);
});

test('the current one cannot be guessed without end', async () => {
  await office.account('vera@office.test', ['clerk']);
  const vera = await office.signedIn('vera@office.test');
  const answers: number[] = [];
  for (let guess = 0; guess < 11; guess++)
    answers.push(
      (await vera.submit(HERE, `${HERE}/password`, { currentPassword: 'no', password: NEXT })).status,
    );
  expect(answers).toEqual([...Array<number>(10).fill(422), 429]);
});

test('language and script of the interface are the account’s own', async () => {
  await browser.submit(HERE, `${HERE}/language`, { language: 'sr-Latn' });
  expect((await browser.get(`${HERE}?done=language`)).html).toMatch(
    /<html lang="sr-Latn">.*Jezik i pismo su sačuvani\./s,
  );
});

test('an absence is planned with a stand-in, kept as typed when refused, and ended again', async () => {
  const vera = await office.account('vera@office.test', ['drafter']);
  const days = { absentFrom: '2099-08-03', absentUntil: '2099-08-01', standIn: vera.id, absence: 'planned' };
  const refused = await browser.submit(HERE, `${HERE}/absence`, days);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('href="#absentUntil">The last day cannot be before the first');
  expect(refused.html).toContain('value="2099-08-01"');
  await browser.submit(HERE, `${HERE}/absence`, { ...days, absentUntil: '2099-08-21' });
  const ana = await office.staff.byEmail('ana@office.test');
  expect(ana).toMatchObject({ absentFrom: '2099-08-03', absentUntil: '2099-08-21', standIn: vera.id });
  await browser.submit(HERE, `${HERE}/absence`, { ...days, absence: 'ended' });
  expect(await office.staff.byId(ana.id)).toMatchObject({ absentFrom: null, standIn: null });
});
