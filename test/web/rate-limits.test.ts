import { networkOf, RateLimit } from '../../src/web/rate-limits.js';

test.each([
  ['203.0.113.7', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:1:2:aaaa::1', '20010db800010002/64'],
])('%s belongs to %s', (ip, network) => expect(networkOf(ip)).toBe(network));

test('an address waits only after as many as it may', async () => {
  const limit = new RateLimit('a', { perAddress: 2, perNetwork: 10, seconds: 60 });
  await limit.count('203.0.113.1');
  expect(await limit.wait('203.0.113.1')).toBe(0);
  await limit.count('203.0.113.1');
  expect(await limit.wait('203.0.113.1')).toBeGreaterThan(50);
  expect(await limit.wait('203.0.113.2')).toBe(0);
});

test('a network waits after as many as its addresses may together', async () => {
  const limit = new RateLimit('b', { perAddress: 2, perNetwork: 3, seconds: 60 });
  for (const host of [1, 2, 3]) await limit.count(`203.0.113.${host}`);
  expect(await limit.wait('203.0.113.4')).toBeGreaterThan(0);
  expect(await limit.wait('203.0.114.4')).toBe(0);
});

test('switched off, nobody waits', async () => {
  const limit = new RateLimit('c', { perAddress: 1, perNetwork: 1, seconds: 60 }, false);
  for (let i = 0; i < 3; i++) await limit.count('203.0.113.1');
  expect(await limit.wait('203.0.113.1')).toBe(0);
});
