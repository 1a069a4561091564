import fc from 'fast-check';
import { freeSlug, isSlug, slugOf } from '../../src/releases/slug.js';

test.each([
  ['Млади математичари из Ђурђева', 'mladi-matematicari-iz-djurdjeva'],
  ['Mladi matematičari iz Đurđeva', 'mladi-matematicari-iz-djurdjeva'],
  ['200 година поште', 'saopstenje-200-godina-poste'],
  ['Feed.atom', 'feed-atom'],
  ['— …', 'saopstenje'],
])('%s is named %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('a slug is never a year, a feed or anything that needs escaping', () => {
  for (const text of [
    '2026',
    '2026-mart',
    'feed.atom',
    'feed.',
    'a/b',
    'Писмо',
    'A',
    'a--b',
    'a-',
    '-a',
    'a b',
    '',
    'x'.repeat(101),
  ])
    expect([text, isSlug(text)]).toEqual([text, false]);
  for (const text of ['a', 'feed', 'mart-2026', 'pictures'])
    expect([text, isSlug(text)]).toEqual([text, true]);
});

test('whatever the title, its slug is one, and a numbered slug too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (title) => {
      const slug = slugOf(title);
      expect(isSlug(slug)).toBe(true);
      expect(isSlug(freeSlug(slug, new Set([slug, `${slug}-2`])))).toBe(true);
    }),
  );
});

test('a taken slug is numbered', () => {
  expect(freeSlug('most', new Set())).toBe('most');
  expect(freeSlug('most', new Set(['most', 'most-2', 'most-4']))).toBe('most-3');
});
