import { MOST_DIFFERENCES, type TestedLetter } from '../../../src/letters/rules/rule.js';
import { compareWithOfficers } from '../../../src/letters/rules/rule-test.js';
import { ruleParts } from '../../../src/letters/rules/rule-words.js';

const letter = (different: Partial<TestedLetter> = {}): TestedLetter => ({
  ...{
    reference: '0000-0000',
    category: 'health',
    unit: 'social',
    urgency: 'normal',
    isDecided: true,
    place: 1,
  },
  ...different,
});
const says = { category: 'health', unit: 'social', urgency: null };

test('agreement, differences and what is undecided are told apart, for each sample', () => {
  const letters = [
    letter(),
    letter({ place: 2, urgency: 'urgent' }),
    letter({ place: 3, isDecided: false, category: null, unit: null }),
    letter({ place: 1_000, category: 'roads', reference: 'AAAA-AAAA' }),
    letter({ place: 1_001, unit: 'legal', reference: 'BBBB-BBBB' }),
    letter({ place: 9_999, unit: 'legal', reference: 'CCCC-CCCC' }),
  ];
  const { samples, decisions, differences } = compareWithOfficers(says, letters, [1_000, 10_000]);
  expect(samples).toEqual([
    { newest: 1_000, seen: 1_000, matched: 4, agreed: 2, differed: 1, undecided: 1 },
    { newest: 10_000, seen: 10_000, matched: 6, agreed: 2, differed: 3, undecided: 1 },
  ]);
  expect(decisions).toEqual([
    { category: 'health', unit: 'legal', urgency: 'normal', count: 2 },
    { category: 'roads', unit: 'social', urgency: 'normal', count: 1 },
  ]);
  expect(differences.map(({ reference }) => reference)).toEqual(['AAAA-AAAA', 'BBBB-BBBB', 'CCCC-CCCC']);
});

test('a rule that speaks of urgency is compared in that too, and the list of differences has an end', () => {
  const urgent = { ...says, urgency: 'urgent' as const };
  const letters = Array.from({ length: 300 }, (_, index) => letter({ place: index + 1 }));
  const { samples, differences } = compareWithOfficers(urgent, letters, [300, 300]);
  expect(samples[0]).toMatchObject({ agreed: 0, differed: 300 });
  expect(differences).toHaveLength(MOST_DIFFERENCES);
});

test.each([
  ['Пензија  решење', ['penzija', 'resenje']],
  ['„решење о пензији“ фонд', ['resenje o penziji', 'fond']],
  ['"old age pension" -x or:', ['old age pension', 'x', 'or']],
  ['"незатворен израз', ['nezatvoren izraz']],
  ['е-пошта', ['e posta']],
  [' ?! — "" ', []],
])('words and phrases of %j', (typed, parts) => {
  expect(ruleParts(typed)).toEqual(parts);
});
