import { newReference, readReference } from '../../src/letters/reference.js';

test('a reference is eight characters of Crockford base 32, spread over the whole alphabet', () => {
  const drawn = Array.from({ length: 2_000 }, newReference);
  for (const reference of drawn) expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(drawn).size).toBe(2_000);
  expect(new Set(drawn.join('').replaceAll('-', '')).size).toBe(32);
});

test.each([
  ['7K3M-Q9TX', '7K3M-Q9TX'],
  [' 7k3m q9tx ', '7K3M-Q9TX'],
  ['7k3mq9tx', '7K3M-Q9TX'],
  ['O123-IL0o', '0123-1100'],
  ['7K3M–Q9TX', '7K3M-Q9TX'],
])('%j is read as %s', (typed, reference) => {
  expect(readReference(typed)).toBe(reference);
});

test.each(['', '7K3M-Q9T', '7K3M-Q9TXX', '7K3M-Q9TU', '7К3М-Q9TX', "'; DROP--"])(
  '%j is no reference',
  (typed) => {
    expect(readReference(typed)).toBeUndefined();
  },
);
