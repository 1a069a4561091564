import { firstWords, paragraphs, writingOf } from '../../src/inbox/writing.js';

test('the script of the words decides their lang, not the form they came by', () => {
  expect(writingOf('Поштовани председниче', 'sr-Latn')).toBe('sr-Cyrl');
  expect(writingOf('Poštovani predsedniče', 'sr-Cyrl')).toBe('sr-Latn');
  expect(writingOf('Dear Mr President', 'en')).toBe('en');
  expect(writingOf('Пише Ana', 'en')).toBe('sr-Cyrl');
});

test('first words fold white space and never cut a character in two', () => {
  expect(firstWords('  Молим\n\n Вас ')).toBe('Молим Вас');
  expect(firstWords('😀'.repeat(200), 3)).toBe('😀😀😀…');
});

test('paragraphs are parted by empty lines and keep their line breaks', () => {
  expect(paragraphs('Један\r\nдва\r\n\r\n \r\nТри\n')).toEqual(['Један\nдва', 'Три']);
  expect(paragraphs(' \n ')).toEqual([]);
});
