import fc from 'fast-check';
import { readOfficeProfile } from '../../../src/config/office-profile.js';
import { parseSearch, readDay } from '../../../src/letters/search/parse-search.js';
import { readSearch } from '../../../src/letters/search/search.js';

const profile = readOfficeProfile();
const read = (query: string) => readSearch(query, profile);
const parts = (query: string) => parseSearch(query).map(({ source: _, ...part }) => part);

test('words, phrases, operators, and what must be absent', () => {
  expect(parts('мост "доње поље" from:Ана -бујица -category:roads')).toEqual([
    { kind: 'word', text: 'мост', not: false },
    { kind: 'phrase', text: 'доње поље', not: false },
    { kind: 'operator', operator: 'from', value: 'Ана', not: false },
    { kind: 'word', text: 'бујица', not: true },
    { kind: 'operator', operator: 'category', value: 'roads', not: true },
  ]);
  expect(parts('стање:"у раду" општина:„Нови Сад“ пре:01.02.2026')).toEqual([
    { kind: 'operator', operator: 'state', value: 'у раду', not: false },
    { kind: 'operator', operator: 'municipality', value: 'Нови Сад', not: false },
    { kind: 'operator', operator: 'before', value: '01.02.2026', not: false },
  ]);
});

test('every part keeps how it was typed, so that the rest can be put together without it', () => {
  const query = 'мост "доње поље" from:Ана -бујица -category:„у раду“ http://a.rs';
  expect(
    parseSearch(query)
      .map(({ source }) => source)
      .join(' '),
  ).toBe(query);
});

test('a hyphen inside a word excludes nothing', () => {
  expect(read('Ђорђевић-Петровић').words).toEqual([
    { key: 'djordjevic', not: false },
    { key: 'petrovic', not: false },
  ]);
});

test('an unknown operator is words, an empty one and lone signs are nothing, an open quote ends with the line', () => {
  expect(parts('http://primer.rs')).toEqual([{ kind: 'word', text: 'http://primer.rs', not: false }]);
  expect(parts('from: - -- "" : „“')).toEqual([]);
  expect(parts('"жалба на')).toEqual([{ kind: 'phrase', text: 'жалба на', not: false }]);
});

test.each([
  ['категорија:пензије', 'category', ['pensions', 'family-pension', 'disability-pension']],
  ['category:Pensions', 'category', ['pensions', 'family-pension', 'disability-pension']],
  ['kategorija:medicines', 'category', ['medicines']],
  ['state:in_work', 'state', ['in_work']],
  ['стање:"у раду"', 'state', ['in_work']],
  ['stanje:zatvoreno', 'state', ['closed']],
  ['канал:пошта', 'channel', ['post']],
  ['одељење:legal', 'unit', ['legal']],
  ['ознака:малолетно', 'mark', ['minor']],
  ['about:most-u-polju', 'release', ['most-u-polju']],
])('%s is understood', (query, field, values) => {
  expect(read(query)).toMatchObject({ filters: [{ field, values, not: false }], ignored: [], words: [] });
});

test('a value that the office does not know filters nothing and is told', () => {
  expect(read('category:moon state:наопако before:31.02.2026 has:soul')).toMatchObject({
    filters: [],
    ignored: ['category:moon', 'state:наопако', 'before:31.02.2026', 'has:soul'],
  });
});

test('a day, a month and a year begin at midnight in Belgrade', () => {
  expect(read('before:2026-03-12 after:2026-07').filters.map(({ values }) => values[0])).toEqual([
    new Date('2026-03-11T23:00:00Z'),
    new Date('2026-06-30T22:00:00Z'),
  ]);
  expect(readDay('1.1.2026.')).toEqual({ year: 2026, month: 1, day: 1 });
});

test('nothing that can be typed fails', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('from:', '-', '"', '„', ':', 'стање:', ' ', 'before:', '12.03.', 'а', '“', '%', '\\'),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(fc.property(typed, (query) => void read(query)));
  expect(read('а'.repeat(10_000)).words).toHaveLength(1);
});
