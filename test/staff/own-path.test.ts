import fc from 'fast-check';
import { ownPath } from '../../src/staff/own-path.js';

test('paths of ours pass, with their query', () => {
  for (const path of ['/inbox', '/inbox?q=%D0%B0&state=closed', '/staff/accounts/1'])
    expect(ownPath(path)).toBe(path);
});

test('whatever passes stays on the site that it is used on', () => {
  const parts = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '@',
    ':',
    '\t',
    '\n',
    '//',
    'https:',
    'evil.test',
    '?',
    '#',
    '%2f',
    'a',
  );
  const wild = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.array(parts).map((some) => some.join('')),
  );
  fc.assert(
    fc.property(wild, (text) => {
      for (const candidate of [text, `/${text}`]) {
        const path = ownPath(candidate);
        if (path === undefined) continue;
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(path).toMatch(/^[\x21-\x7e]+$/);
        expect(new URL(path, 'https://pismo.test').origin).toBe('https://pismo.test');
      }
    }),
    { numRuns: 2000 },
  );
});

test('anything but a text is nothing', () => {
  for (const value of [undefined, null, 1, ['/inbox'], { path: '/' }, ''])
    expect(ownPath(value)).toBeUndefined();
});
