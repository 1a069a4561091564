import fc from 'fast-check';
import { fill, inLanguages, LANGUAGES, textIn } from '../../src/script/texts.js';

describe('texts in three versions', () => {
  const texts = inLanguages(
    { title: 'Писмо {number}', steps: ['Љубав', { note: 'ЊЕГОШ' }], empty: '' },
    { title: 'Letter {number}', steps: ['Love', { note: 'NJEGOŠ' }], empty: '' },
  );

  it('derive Latin from Cyrillic at every depth, and take Cyrillic and English as written', () => {
    expect(texts['sr-Cyrl']).toEqual({
      title: 'Писмо {number}',
      steps: ['Љубав', { note: 'ЊЕГОШ' }],
      empty: '',
    });
    expect(texts['sr-Latn']).toEqual({
      title: 'Pismo {number}',
      steps: ['Ljubav', { note: 'NJEGOŠ' }],
      empty: '',
    });
    expect(texts.en.title).toBe('Letter {number}');
    expect(Object.keys(texts).sort()).toEqual([...LANGUAGES].sort());
  });

  it('refuse a placeholder that transliteration would rename', () => {
    expect(() => inLanguages({ title: 'Писмо {број}' }, { title: 'Letter {number}' })).toThrow(/\{број\}/);
    expect(() => inLanguages('Писмо { number }', 'Letter')).toThrow(/\{ number \}/);
  });

  it('give one version of the profile’s texts', () => {
    const name = { sr: 'Његова канцеларија', en: 'His office' };
    expect(LANGUAGES.map((language) => textIn(language, name))).toEqual([
      'Његова канцеларија',
      'Njegova kancelarija',
      'His office',
    ]);
  });
});

describe('filling a text', () => {
  it('puts a citizen’s words in exactly as they are, in a Latin text too', () => {
    const { 'sr-Latn': latin } = inLanguages('Поштовани, {name}!', 'Dear {name},');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(fill(latin, { name })).toBe(`Poštovani, ${name}!`);
      }),
    );
    for (const name of ['Љиљана', '{name}', '$&', '$1', '<b>'])
      expect(fill(latin, { name })).toBe(`Poštovani, ${name}!`);
  });

  it('fills every place, with numbers too', () => {
    expect(fill('{a}, {b} и {a}', { a: 1, b: 'два' })).toBe('1, два и 1');
    expect(fill('без места', {})).toBe('без места');
  });

  it('throws rather than leave a hole', () => {
    expect(() => fill('Писмо {number}', {})).toThrow('needs a value for {number}');
    expect(fill('Писмо {number}', { number: 0 })).toBe('Писмо 0');
  });
});
