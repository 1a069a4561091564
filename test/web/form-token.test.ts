import { issueFormToken, readFormToken } from '../../src/web/form-token.js';

const HOUR = 3_600_000;

test('a token names its copy of the form and its age', () => {
  const token = issueFormToken('secret', 'contact', 1_000_000_000_000);
  expect(readFormToken('secret', 'contact', token, 1_000_000_000_000 + 12 * HOUR)).toEqual({
    state: 'valid',
    id: expect.stringMatching(/^[\w-]{16}$/),
    issuedAt: new Date(1_000_000_000_000),
  });
  expect(readFormToken('secret', 'contact', token, 1_000_000_000_001 + 12 * HOUR)).toMatchObject({
    state: 'stale',
  });
});

test('two copies of a form have different ids', () => {
  const ids = [1, 2].map(() => readFormToken('s', 'contact', issueFormToken('s', 'contact')));
  expect(ids[0]).not.toMatchObject({ id: (ids[1] as { id: string }).id });
});

test.each([
  ['another secret', readFormToken('other', 'contact', issueFormToken('secret', 'contact'))],
  ['another form', readFormToken('secret', 'letter', issueFormToken('secret', 'contact'))],
  ['a changed body', readFormToken('secret', 'contact', `B${issueFormToken('secret', 'contact').slice(1)}`)],
  ['no signature', readFormToken('secret', 'contact', issueFormToken('secret', 'contact').split('.')[0])],
  ['nothing', readFormToken('secret', 'contact', undefined)],
  ['a list', readFormToken('secret', 'contact', ['a', 'b'])],
])('%s is not ours', (_, reading) => expect(reading).toEqual({ state: 'unknown' }));
