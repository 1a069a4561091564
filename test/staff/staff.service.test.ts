import type { Role } from '../../src/web/access.js';
import { type StaffApp, startStaffApp } from './staff-app.js';

let office: StaffApp;
beforeAll(async () => {
  office = await startStaffApp();
});
afterAll(() => office.stop());
beforeEach(() => office.sql.query('TRUNCATE account CASCADE'));

const PERSON = { name: 'Ana', roles: ['clerk'] as Role[], unit: null, language: 'en' as const };

test('an address is one account, in whatever case, also when two arrive at the same moment', async () => {
  const both = await Promise.allSettled(
    ['ana@office.test', 'ANA@office.test'].map((email) => office.staff.createAccount({ ...PERSON, email })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(office.staff.createAccount({ ...PERSON, email: 'Ana@Office.test' })).rejects.toThrow(
    'email-taken',
  );
  expect((await office.staff.byEmail('aNa@office.test')).name).toBe('Ana');
});

test('everything wrong is said at once', async () => {
  const wrong = {
    name: '  ',
    email: 'a@b, c@d',
    roles: [],
    unit: 'moon',
    language: 'en' as const,
    password: 'short',
  };
  await expect(office.staff.createAccount(wrong)).rejects.toMatchObject({
    refusals: [
      { code: 'name-missing', field: 'name' },
      { code: 'roles-missing', field: 'roles' },
      { code: 'unit-unknown', field: 'unit' },
      { code: 'email-invalid', field: 'email' },
      { code: 'password-short', field: 'password' },
    ],
  });
  expect(await office.staff.all()).toEqual([]);
});

test('the last administrator can neither be disabled nor lose the role', async () => {
  const admin = await office.account('admin@office.test', ['admin', 'clerk']);
  // One who has not set a password yet cannot sign in, so does not count.
  await office.staff.createAccount({ ...PERSON, email: 'second@office.test', roles: ['admin'] });
  const { id, name } = admin;
  await expect(office.staff.disable(id)).rejects.toThrow('last-administrator');
  const demoted = { name, roles: ['clerk'] as Role[], unit: null, language: 'en' as const };
  await expect(office.staff.changeDetails(id, demoted)).rejects.toThrow('last-administrator');
  expect(await office.staff.byId(id)).toMatchObject({ disabledAt: null, roles: ['admin', 'clerk'] });

  await office.account('third@office.test', ['admin']);
  await office.staff.changeDetails(id, demoted);
  expect((await office.staff.byId(id)).roles).toEqual(['clerk']);
});

test('of two administrators who disable each other at the same moment one stays', async () => {
  for (let round = 0; round < 5; round++) {
    await office.sql.query('TRUNCATE account CASCADE');
    const [one, two] = [
      await office.account('one@office.test', ['admin']),
      await office.account('two@office.test', ['admin']),
    ];
    const results = await Promise.allSettled([office.staff.disable(one.id), office.staff.disable(two.id)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await office.staff.activeAccounts()).toHaveLength(1);
  }
});

test('accounts are found for letters even after they are disabled, and are not offered for new work', async () => {
  const ana = await office.staff.createAccount({ ...PERSON, email: 'ana@office.test', unit: 'social' });
  await office.account('vera@office.test', ['clerk'], 'Вера Верић');
  await office.staff.disable(ana.id);
  expect((await office.staff.accountsByIds([ana.id])).map(({ name, unit }) => [name, unit])).toEqual([
    ['Ana', 'social'],
  ]);
  expect((await office.staff.activeAccounts()).map(({ name }) => name)).toEqual(['Вера Верић']);
  expect(await office.staff.accountsByIds([])).toEqual([]);
});

test('the database itself refuses roles that do not exist', async () => {
  const insert = (roles: string) =>
    office.sql.query(`INSERT INTO account (name, email, roles) VALUES ('x', 'x@y.rs', '${roles}')`);
  await expect(insert('{clerk,king}')).rejects.toThrow('account_known_roles');
  await expect(insert('{}')).rejects.toThrow('account_known_roles');
});
