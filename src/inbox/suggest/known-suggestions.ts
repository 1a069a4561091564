import { officeParts } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { LETTER_STATES, STATES } from '../../letters/letter.states.js';
import { CHANNELS } from '../../letters/new-letter.js';
import { operatorWords, withOperator } from '../../letters/search/operator-words.js';
import { type Operator, operatorsBeginning } from '../../letters/search/parse-search.js';
import { channelNames } from '../../letters/search/search.js';
import { searchKey } from '../../script/search-key.js';
import { type Language, textIn } from '../../script/texts.js';
import { suggestTexts } from './suggest.texts.js';
import type { Suggestion } from './suggestion.js';

/** Operators whose values the office itself names. */
export const NAMED: readonly Operator[] = ['category', 'state', 'unit', 'mark', 'channel'];

/** Operators that one of their names, in either language, begins so. */
export const operatorsLike = (key: string, language: Language): Suggestion[] =>
  operatorsBeginning(key).map((operator) => {
    const word = `${operatorWords[language][operator]}:`;
    const small = suggestTexts[language].operators[operator];
    return { group: 'operators', label: word, small, insert: word };
  });

/** Values of an operator that the office itself names, one of whose words begins so. */
export const valuesLike = (
  operator: Operator,
  { language, profile, key, word }: { language: Language; profile: OfficeProfile; key: string; word: string },
): Suggestion[] =>
  namesOf(operator, language, profile)
    .filter((name) => begins(searchKey(name), key))
    .map((name) => ({ group: 'values', label: name, small: `${word}:`, insert: withOperator(word, name) }));

function namesOf(operator: Operator, language: Language, profile: OfficeProfile): string[] {
  const named = (known: readonly { name: { sr: string; en: string } }[]) => [
    ...new Set(known.map(({ name }) => textIn(language, name))),
  ];
  switch (operator) {
    case 'category':
      return named(profile.categories);
    case 'unit':
      return named(profile.units);
    case 'mark':
      return named(profile.sensitiveMarks);
    case 'state':
      return named(STATES.map((state) => ({ name: LETTER_STATES[state].officer })));
    case 'channel':
      return CHANNELS.map((channel) => textIn(language, channelNames[channel]));
    case 'has':
      return [suggestTexts[language].attachment];
    default:
      return [];
  }
}

/** Whether any word of a name begins so. */
const begins = (name: string, key: string) => name.startsWith(key) || name.includes(` ${key}`);

/** Today, this month and the last years, as a search writes them. */
export function daysLike(typed: string, now = new Date()): string[] {
  const { year, month, day } = officeParts(now);
  const two = (number: number) => String(number).padStart(2, '0');
  return [
    `${two(day)}.${two(month)}.${year}.`,
    `${year}-${two(month)}`,
    ...[0, 1, 2, 3].map((ago) => String(year - ago)),
  ].filter((one) => one.startsWith(typed));
}
