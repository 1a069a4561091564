import { OWASP_COST, PasswordHasher } from '../../src/staff/password-hasher.js';

const cheap = new PasswordHasher({ memoryCost: 64, timeCost: 1, parallelism: 1 });

test('the program hashes with argon2id at OWASP’s cost', async () => {
  expect(await new PasswordHasher().hash('x')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(OWASP_COST).toEqual({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
});

test('the same letters composed in another way are the same password', async () => {
  const kept = await cheap.hash('ćevapi na žaru'.normalize('NFC'));
  expect(await cheap.matches(kept, 'ćevapi na žaru'.normalize('NFD'))).toBe(true);
  expect(await cheap.matches(kept, 'cevapi na zaru')).toBe(false);
});

test('without a hash nothing matches', async () => {
  expect(await cheap.matches(null, '')).toBe(false);
  expect(await cheap.matches(undefined, 'x')).toBe(false);
});
