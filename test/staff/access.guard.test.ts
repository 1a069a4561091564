import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { CurrentAccount, type SignedIn } from '../../src/staff/account.js';
import { StaffModule } from '../../src/staff/staff.module.js';
import { Access } from '../../src/web/access.js';
import { HealthModule } from '../../src/web/health.module.js';
import { WebModule } from '../../src/web/web.module.js';
import { startApp } from '../support/app.js';
import { tokenIn } from './browser.js';
import { type StaffApp, startStaffApp } from './staff-app.js';

/** A room as others write it: a level on the class, another on a method. */
@Controller('room')
@Access(['press', 'admin'])
class RoomController {
  @Get()
  who(@CurrentAccount() { name }: SignedIn) {
    return { name };
  }

  @Post()
  change(@Body() body: unknown) {
    return { body };
  }

  @Get('open')
  @Access('public')
  open() {
    return { open: true };
  }
}

@Module({ controllers: [RoomController] })
class RoomModule {}

@Controller('forgotten')
class ForgottenController {
  @Get()
  @Access('public')
  declared() {}

  @Post('anything')
  undeclared() {}

  helper() {}
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

let office: StaffApp;
beforeAll(async () => {
  office = await startStaffApp({ rooms: [RoomModule] });
  await office.account('press@office.test', ['press', 'clerk']);
  await office.account('clerk@office.test', ['clerk']);
});
afterAll(() => office.stop());

test('a route without an access level stops the program, naming controller and method', async () => {
  const rooms = [HealthModule, WebModule, StaffModule, ForgottenModule];
  const starting = startApp({ rooms });
  await expect(starting).rejects.toThrow(/declared for ForgottenController\.undeclared:/);
});

test('public is for everybody, roles for those who have one of them', async () => {
  expect((await office.browser().get('/room/open')).status).toBe(200);
  const press = await office.signedIn('press@office.test');
  expect((await press.get('/room')).html).toBe('{"name":"Ana Anić"}');
  const clerk = await office.signedIn('clerk@office.test');
  expect((await clerk.get('/room')).status).toBe(403);
  expect((await clerk.get('/staff/accounts')).status).toBe(403);
});

test('a role taken away is missed at the next request', async () => {
  const { id, ...details } = await office.account('short@office.test', ['press']);
  const browser = await office.signedIn('short@office.test');
  expect((await browser.get('/room')).status).toBe(200);
  await office.staff.changeDetails(id, { ...details, roles: ['clerk'] });
  expect((await browser.get('/room')).status).toBe(403);
});

test('without a session a page leads to sign-in, and a change is refused', async () => {
  const stranger = office.browser();
  const turnedAway = await stranger.get('/room?a=b');
  expect([turnedAway.status, turnedAway.headers.get('location')]).toEqual([
    303,
    '/staff/sign-in?next=%2Froom%3Fa%3Db',
  ]);
  expect((await stranger.post('/room', { a: 'b' })).status).toBe(401);
});

test('a change needs the session’s own token', async () => {
  const press = await office.signedIn('press@office.test');
  const token = tokenIn((await press.get('/staff/account')).html);
  const others = tokenIn((await (await office.signedIn('press@office.test')).get('/staff/account')).html);
  expect((await press.post('/room', { a: 'b' })).status).toBe(403);
  expect((await press.post('/room', { _csrf: '' })).status).toBe(403);
  expect((await press.post('/room', { _csrf: others })).status).toBe(403);
  expect((await press.post('/room', { _csrf: [token, token] })).status).toBe(403);
  expect((await press.post('/room', { _csrf: token })).status).toBe(201);
  expect((await press.post('/room', {}, { 'x-csrf-token': token })).status).toBe(201);
});

test('the token does not help a page of another site', async () => {
  const press = await office.signedIn('press@office.test');
  const _csrf = tokenIn((await press.get('/staff/account')).html);
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: office.url },
    { origin: 'https://evil.test' },
    { origin: 'null' },
  ];
  for (const headers of foreign) {
    const refused = await press.post('/room', { _csrf }, headers);
    expect(refused.status).toBe(403);
  }
  expect((await press.post('/room', { _csrf }, { origin: office.url })).status).toBe(201);
});

test('pages of the office are kept by no cache', async () => {
  const press = await office.signedIn('press@office.test');
  for (const path of ['/room', '/staff/account', '/staff/sign-in'])
    expect((await press.get(path)).headers.get('cache-control')).toBe('no-store');
});
