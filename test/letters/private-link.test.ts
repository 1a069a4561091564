import fc from 'fast-check';
import { isPrivateToken, letterIdOf, privateToken } from '../../src/letters/private-link.js';

const SECRET = 'a secret of the office';

test('a token names its letter and is valid for its purpose and generation only', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(1000), (id, generation) => {
      const token = privateToken(SECRET, id, 'letter', generation);
      expect(token).toMatch(/^[A-Za-z0-9_-]{64}$/);
      expect(letterIdOf(token)).toBe(id);
      expect(isPrivateToken(SECRET, token, 'letter', generation)).toBe(true);
      expect(isPrivateToken(SECRET, token, 'receipt', generation)).toBe(false);
      expect(isPrivateToken(SECRET, token, 'letter', generation + 1)).toBe(false);
      expect(isPrivateToken('another secret', token, 'letter', generation)).toBe(false);
    }),
  );
});

test('a token with any character changed is refused', () => {
  const token = privateToken(SECRET, '0193c7a0-0000-7000-8000-000000000001', 'letter', 0);
  for (let index = 0; index < token.length; index++) {
    const other = token[index] === 'A' ? 'B' : 'A';
    expect(isPrivateToken(SECRET, token.slice(0, index) + other + token.slice(index + 1), 'letter', 0)).toBe(
      false,
    );
  }
});

test.each(['', 'short', '!'.repeat(64), `${'A'.repeat(64)}A`, `${'A'.repeat(63)}=`, '../../etc/passwd'])(
  'garbage %j names no letter',
  (token) => {
    expect(letterIdOf(token)).toBeUndefined();
    expect(isPrivateToken(SECRET, token, 'letter', 0)).toBe(false);
  },
);
