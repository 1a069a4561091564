import fc from 'fast-check';
import { Gazetteer } from '../../src/places/gazetteer.js';
import { readMunicipalities } from '../../src/places/municipality.js';
import { LANGUAGES } from '../../src/script/texts.js';

const gazetteer = new Gazetteer(readMunicipalities());
const found = (text: string) => gazetteer.find(text)?.code;

describe('finding the place that a citizen means', () => {
  it.each([
    ['Чачак', 'Čačak', 'cacak', 'ЧАЧАК', ' čačak ', 'opština Čačak', 'Град Чачак', '71242'],
    ['Ђаковица', 'Đakovica', 'djakovica', 'DJAKOVICA', '90085'],
    ['Оџаци', 'Odžaci', 'ODZACI', '80306'],
    ['Петровац на Млави', 'petrovac  na mlavi', 'Petrovac-na-Mlavi', '70912'],
    [
      'Нови Београд',
      'novi beograd',
      'Novi Beograd (Beograd)',
      'Београд – Нови Београд',
      'ГО Нови Београд',
      '70181',
    ],
  ])('%s by any way of writing it', (...spellings) => {
    const code = spellings.at(-1)!;
    for (const spelling of spellings) expect(`${spelling}: ${found(spelling)}`).toBe(`${spelling}: ${code}`);
  });

  it('needs the city when two places share a name', () => {
    expect(gazetteer.find('Палилула')).toBeUndefined();
    expect(gazetteer.find('opština Palilula')).toBeUndefined();
    expect(gazetteer.find('Палилула (Београд)')?.parentCity?.sr).toBe('Београд');
    for (const spelling of [
      'Palilula (Niš)',
      'palilula, nis',
      'Niš-Palilula',
      'Ниш Палилула',
      'ОПШТИНА ПАЛИЛУЛА, НИШ',
    ])
      expect(found(spelling)).toBe('71323');
  });

  it('finds the two cities without a code, by their English name too', () => {
    for (const spelling of ['Београд', 'beograd', 'Grad Beograd', 'Belgrade', 'City of Niš', 'НИШ'])
      expect(gazetteer.find(spelling)).toMatchObject({ code: null, kind: 'city' });
  });

  it.each([
    '',
    '  ',
    '(',
    'Beč',
    'Грац',
    '99999',
    '7124',
    'Čačak, Beograd',
    'opština',
    'constructor',
    '__proto__',
  ])('leaves "%s" to be kept as written', (text) => expect(gazetteer.find(text)).toBeUndefined());

  it('finds every place by its code and by its label in every version', () => {
    for (const language of LANGUAGES)
      for (const municipality of gazetteer.all(language)) {
        expect(gazetteer.find(gazetteer.label(municipality, language))).toBe(municipality);
        if (municipality.code) expect(gazetteer.find(municipality.code)).toBe(municipality);
      }
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void gazetteer.find(text)));
  });
});

describe('labels', () => {
  it('show the city only where two places share a name', () => {
    const palilula = gazetteer.find('71323')!;
    expect(LANGUAGES.map((language) => gazetteer.label(palilula, language))).toEqual([
      'Палилула (Ниш)',
      'Palilula (Niš)',
      'Palilula (Niš)',
    ]);
    expect(gazetteer.label(gazetteer.find('Земун')!, 'sr-Cyrl')).toBe('Земун');
    expect(gazetteer.label(gazetteer.find('Земун')!, 'en')).toBe('Zemun');
  });

  it('are all different', () => {
    for (const language of LANGUAGES) {
      const labels = gazetteer.all(language).map((municipality) => gazetteer.label(municipality, language));
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

describe('the list in alphabetical order', () => {
  const names = (language: (typeof LANGUAGES)[number]) =>
    gazetteer.all(language).map((municipality) => gazetteer.label(municipality, language));

  it('follows each script: Љ after Л, Lj after L, Č and Ć after C, Đ and Dž after D', () => {
    const cyrillic = names('sr-Cyrl');
    expect(cyrillic[0]).toBe('Ада');
    expect(cyrillic.at(-1)).toBe('Штрпце');
    expect(cyrillic.indexOf('Љиг')).toBeGreaterThan(cyrillic.indexOf('Лучани'));
    expect(cyrillic.indexOf('Ђаковица')).toBeGreaterThan(cyrillic.indexOf('Дољевац'));
    const latin = names('sr-Latn');
    expect(latin.indexOf('Ljig')).toBeGreaterThan(latin.indexOf('Lučani'));
    expect(latin.indexOf('Čoka')).toBeGreaterThan(latin.indexOf('Crveni krst'));
    expect(latin.at(-1)).toBe('Žitorađa');
    expect(names('en')).toEqual(latin);
  });
});

describe('suggestions while typing', () => {
  const suggested = (typed: string, limit?: number) =>
    gazetteer
      .suggest(typed, 'sr-Cyrl', limit)
      .map((municipality) => gazetteer.label(municipality, 'sr-Cyrl'));

  it('begin with names that begin so, then words that do, then the rest', () => {
    expect(suggested('бан')).toEqual(['Врањска Бања', 'Врњачка Бања', 'Нишка Бања', 'Лебане', 'Сокобања']);
    expect(suggested('beograd')).toEqual(['Београд', 'Нови Београд', 'Палилула (Београд)']);
    expect(suggested('ниш').slice(0, 3)).toEqual(['Ниш', 'Нишка Бања', 'Палилула (Ниш)']);
  });

  it('work in any script and without accents', () => {
    for (const typed of ['ваљ', 'valj', 'VALJ', ' ваљ ']) expect(suggested(typed)).toEqual(['Ваљево']);
    for (const typed of ['đa', 'dja', 'ђа']) expect(suggested(typed)[0]).toBe('Ђаковица');
    expect(suggested('Belgrade')[0]).toBe('Београд');
  });

  it('are no more than asked for, and none for nothing typed', () => {
    expect(suggested('а', 5)).toHaveLength(5);
    expect(suggested('а')).toHaveLength(8);
    expect(suggested(' ')).toEqual([]);
    expect(suggested('xyz')).toEqual([]);
  });
});
