import fc from 'fast-check';
import { readMunicipalities } from '../../src/places/municipality.js';
import { toCyrillic, toLatin } from '../../src/script/transliterate.js';

const CYRILLIC = [...'абвгдђежзијклљмнњопрстћуфхцчџш'];

/** Lower-case words whose Latin form can be read in one way only: no н or л before ј, no д before ж. */
const unambiguousWord = fc
  .string({ unit: fc.constantFrom(...CYRILLIC), minLength: 2, maxLength: 12 })
  .filter((word) => !/[нл]ј|дж|ињек|ањон|коњу|тањуг|вањези|наџ|оџ|поџ/.test(word));
const inSomeCase = (word: string) =>
  fc.constantFrom(word, word[0]!.toUpperCase() + word.slice(1), word.toUpperCase());

describe('Cyrillic to Latin', () => {
  it.each([
    ['ЉУБАВ', 'LJUBAV'],
    ['Љубав', 'Ljubav'],
    ['љубав', 'ljubav'],
    ['Његош', 'Njegoš'],
    ['КОЊ', 'KONJ'],
    ['ЏЕП и Џеп', 'DŽEP i Džep'],
    ['Његова Њ. К. В.', 'Njegova Nj. K. V.'],
    ['Ђорђевић, Ћуприја, Чачак, Шабац, Жабљак', 'Đorđević, Ćuprija, Čačak, Šabac, Žabljak'],
    ['Председник Републике Србије', 'Predsednik Republike Srbije'],
  ])('%s is %s', (cyrillic, latin) => expect(toLatin(cyrillic)).toBe(latin));

  it('writes a capital digraph as two capitals only beside another capital', () => {
    const digraph = fc.constantFrom('Љ', 'Њ', 'Џ');
    const letter = fc.constantFrom(
      ...CYRILLIC,
      ...CYRILLIC.map((small) => small.toUpperCase()),
      ' ',
      '.',
      '',
    );
    fc.assert(
      fc.property(letter, digraph, letter, (before, char, after) => {
        const amongCapitals = /\p{Lu}/u.test(before + after);
        const latin = { Љ: 'Lj', Њ: 'Nj', Џ: 'Dž' }[char]!;
        expect(toLatin(before + char + after)).toContain(amongCapitals ? latin.toUpperCase() : latin);
      }),
    );
  });

  it('leaves no Serbian Cyrillic, and changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constantFrom(...CYRILLIC), fc.string({ unit: 'grapheme' })) }),
        (text) => {
          const latin = toLatin(text);
          expect(latin).not.toMatch(new RegExp(`[${CYRILLIC.join('')}${CYRILLIC.join('').toUpperCase()}]`));
          expect(toLatin(latin)).toBe(latin);
        },
      ),
    );
  });

  it('keeps everything that is not Serbian Cyrillic as it is, letter by letter', () => {
    const others = [
      'https://predsednik.example/lat?q=1',
      'pisma@predsednik.example',
      '0123',
      '👍🏽',
      'Müller',
      'XXI',
      'щ',
    ];
    fc.assert(
      fc.property(fc.array(fc.tuple(unambiguousWord, fc.constantFrom(...others))), (pairs) => {
        const expected = pairs.map(([word, other]) => `${toLatin(word)} ${other}`).join(' ');
        expect(toLatin(pairs.map((pair) => pair.join(' ')).join(' '))).toBe(expected);
      }),
    );
  });

  it('has Latin letters come back as the Cyrillic they were, whatever their case', () => {
    fc.assert(
      fc.property(unambiguousWord.chain(inSomeCase), (word) => {
        // Capitals such as ВИ make Roman numerals of themselves, which stay.
        fc.pre(!/^[ИВХЛЦДМ]+$/.test(word));
        expect(toCyrillic(toLatin(word))).toBe(word);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('Latin to Cyrillic, as a suggestion', () => {
  it.each([
    ['Đorđević iz Ćuprije', 'Ђорђевић из Ћуприје'],
    ['LJUBAV, Ljubav, ljubav', 'ЉУБАВ, Љубав, љубав'],
    ['ǈubav ǊEGOŠ ǆep', 'Љубав ЊЕГОШ џеп'],
    ['Čačak'.normalize('NFD'), 'Чачак'],
    ['injekcija, Injektor, INJEKCIJE, reinjekcija', 'инјекција, Инјектор, ИНЈЕКЦИЈЕ, реинјекција'],
    ['konjugacija i konjunktura', 'конјугација и конјунктура'],
    ['Tanjug, Tanjugova vest', 'Танјуг, Танјугова вест'],
    ['vanjezički, anjon', 'ванјезички, анјон'],
    ['nadživeti, nadžnjeti, nadžupan', 'надживети, наджњети, наджупан'],
    ['Odžaci, odžak', 'Оџаци, оџак'],
    ['odživeti, odžvakati, podžanr, podžupan', 'одживети, оджвакати, поджанр, поджупан'],
    ['konj, banjski, tanjir, džep', 'коњ, бањски, тањир, џеп'],
  ])('%s is %s', (latin, cyrillic) => expect(toCyrillic(latin)).toBe(cyrillic));

  it.each([
    'pisma@predsednik.example',
    'https://www.predsednik.rs/lat',
    'www.srbija.gov.rs',
    'predsednik.rs,',
    '(molba.pdf)',
    'Washington',
    'Müller',
    'XXI',
    'MMXXVI',
    'taxi',
  ])('leaves %s as it is', (text) => {
    expect(toCyrillic(`Vidi ${text} danas`)).toBe(`Види ${text} данас`);
  });

  it('tells numerals from words', () => {
    expect(toCyrillic('Petar I i Petar II. I drugi.')).toBe('Петар I и Петар II. И други.');
    expect(toCyrillic('OTAC I SIN, MI I VI')).toBe('ОТАЦ И СИН, МИ И VI');
    expect(toCyrillic('V. Petrović, V razred, C. Ilić')).toBe('В. Петровић, V разред, Ц. Илић');
  });

  it('gives the names of all places but those with a numeral or a doubt', () => {
    const names = readMunicipalities().map(({ name }) => name);
    expect(names.filter(({ sr, en }) => toCyrillic(en) !== sr)).toEqual([]);
  });

  it('suggests nothing more for its own suggestion', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(fc.constantFrom(...'abcčćdđžnjlšIVXAN .@'), fc.string({ unit: 'grapheme' })),
        }),
        (text) => {
          const suggestion = toCyrillic(text);
          expect(toCyrillic(suggestion)).toBe(suggestion);
        },
      ),
    );
  });
});
