import fc from 'fast-check';
import { passwordFault } from '../../src/staff/password.rules.js';

const ABOUT = ['Јована Ристић', 'jovana.ristic@kancelarija.rs'];

test.each([
  'aaaaaaaaaaaaaaaa',
  '123456789012',
  '098765432109',
  'qwertyuiop123',
  'QWERTZUIOP[]',
  '1q2w3e4r5t6y',
  'abcabcabcabcabc',
  'Lozinka2026!',
  'лозинкалозинка',
  'Predsednik-2026',
  'administrator1',
  'Jovana Ristić 1',
  'јованаристић',
  'Beograd 011 !!!',
])('anybody would try %j first', (password) => {
  expect(passwordFault(password, ABOUT)).toBe('password-obvious');
});

test.each([
  'четири речи за тест',
  'beograd na dve reke',
  'kT9#mq2!vXz7',
  '4829-1756-9034',
  'Jovana peva u horu',
  '🐴🔋📎🌧️🏔️🥖🎻🧭🪁🧵🪴🫖',
])('%j is good enough', (password) => {
  expect(passwordFault(password, ABOUT)).toBeUndefined();
});

test('length is counted in characters, not in bytes or halves of emoji', () => {
  expect(passwordFault('kT9#mq2!vXz')).toBe('password-short');
  expect(passwordFault('🐴🔋📎🌧🏔🥖')).toBe('password-short');
  expect(passwordFault('шума је зелена и тиха '.repeat(9))).toBeUndefined();
  expect(passwordFault('шума је зелена и тиха '.repeat(10))).toBe('password-long');
});

test('whatever is typed gets an answer, and a random password is accepted', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void passwordFault(text, [text])));
  const random = fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((bytes) => Buffer.from(bytes).toString('base64url'));
  fc.assert(
    fc.property(random, (password) => {
      fc.pre(new Set(password).size > 12);
      return passwordFault(password) === undefined;
    }),
  );
});
