import { faultReference, loggable } from '../../../src/web/errors/fault-log.js';

test("what a failed query quotes of a citizen's row is not logged", () => {
  const error = Object.assign(new Error('invalid input: "Радмила Стојадиновић"'), {
    name: 'QueryFailedError',
    parameters: ['Радмила'],
    driverError: Object.assign(new Error('x'), {
      code: '23505',
      table: 'letter',
      constraint: 'letter_pkey',
      detail: 'Key (name)=(Радмила) exists.',
    }),
  });
  expect(loggable(error)).toContain('PostgreSQL 23505 letter letter_pkey');
  expect(loggable(error)).toContain('fault-log.test');
  expect(loggable(error)).not.toContain('Радмила');
});

test('a mistake of ours is logged with its words and place', () => {
  expect(loggable(new TypeError('row is undefined'))).toMatch(/^TypeError: row is undefined\n\s+at /);
});

test('a reference can be read out', () => {
  expect(faultReference()).toMatch(/^E-[0-9A-HJKMNP-TV-Z]{8}$/);
});
