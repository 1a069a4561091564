import fc from 'fast-check';
import { markWords, sentenceWith, wordsOf } from '../../src/releases/found-words.js';

test('whatever is marked, the text stays whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat()), (text, picks) => {
      const words = wordsOf(text);
      const found = new Set(picks.map((pick) => words[pick % Math.max(words.length, 1)] ?? ''));
      const parts = markWords(text, found);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const { text: part, isFound } of parts) if (isFound) expect(found.has(part)).toBe(true);
    }),
  );
});

test('only whole words are marked', () => {
  expect(markWords('пут, путник', new Set(['пут']))).toEqual([
    { text: 'пут', isFound: true },
    { text: ', путник', isFound: false },
  ]);
});

test('a long sentence is cut between words around what was found', () => {
  const long = `${'реч '.repeat(100)}кључ ${'друга '.repeat(100)}крај.`;
  const excerpt = sentenceWith(`Прва. ${long}`, new Set(['кључ']))!;
  expect(excerpt.length).toBeLessThan(240);
  expect(excerpt).toMatch(/^… реч .*кључ друга.* …$/);
  expect(sentenceWith(long, new Set(['нема']))).toBeUndefined();
  expect(sentenceWith('Једна. Друга реч! Трећа.', new Set(['реч']))).toBe('Друга реч!');
});

test('a word longer than the excerpt is still shown', () => {
  const word = 'а'.repeat(400);
  expect(sentenceWith(`почетак ${word} крај`, new Set([word]))).toContain(word);
});
