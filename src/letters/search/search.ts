import { endOfDay } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { searchKey } from '../../script/search-key.js';
import { LETTER_STATES, OPEN_STATES, STATES } from '../letter.states.js';
import { CHANNELS } from '../new-letter.js';
import { parseSearch, readDay, type Operator } from './parse-search.js';

/** One condition of a search on the letter's own columns; several values mean any of them. */
export interface SearchFilter {
  field: 'state' | 'category' | 'unit' | 'channel' | 'release' | 'mark' | 'before' | 'after' | 'attachment';
  values: (string | Date)[];
  not: boolean;
}

/** What a search asks for, with the office's own words understood. */
export interface Search {
  /** As typed. */
  query: string;
  /** Everything that is no operator, as typed: a reference or a register number is told from it. */
  plain: string;
  /** Search keys of words, each without signs; `not` ones must be absent. */
  words: { key: string; not: boolean }[];
  phrases: { key: string; not: boolean }[];
  /** Beginnings of names, or an e-mail address's part. */
  from: { key: string; not: boolean }[];
  places: { key: string; not: boolean }[];
  filters: SearchFilter[];
  /** Operators whose value the office does not know, as typed; they filter nothing. */
  ignored: string[];
}

/** What of the office's profile a search may name. */
export type KnownWords = Pick<
  OfficeProfile,
  'categories' | 'categoryWithParts' | 'sensitiveMarks' | 'units' | 'timeZone'
>;

/** Understands what was typed: categories, units and states by their codes or their names in any script. */
export function readSearch(query: string, profile: KnownWords): Search {
  const search: Search = {
    query,
    plain: '',
    ...{ words: [], phrases: [], from: [], places: [], filters: [], ignored: [] },
  };
  const plain: string[] = [];
  for (const part of parseSearch(query)) {
    const { not } = part;
    if (part.kind === 'operator') {
      const { operator, value } = part;
      if (operator === 'from') search.from.push({ key: searchKey(value), not });
      else if (operator === 'municipality') search.places.push({ key: placeKey(value), not });
      else {
        const filter = filterOf(operator, value, profile);
        if (filter === undefined) search.ignored.push(`${operator}:${value}`);
        else search.filters.push({ ...filter, not });
      }
      continue;
    }
    if (!not) plain.push(part.text);
    if (part.kind === 'phrase') search.phrases.push({ key: wordsKey(part.text), not });
    // A hyphenated name is two words, in whatever order they stand.
    else if (part.text.includes('@')) search.words.push({ key: part.text.toLowerCase(), not });
    else for (const key of wordsKey(part.text).split(' ')) if (key) search.words.push({ key, not });
  }
  search.plain = plain.join(' ');
  return search;
}

type OwnColumn = Exclude<Operator, 'from' | 'municipality'>;

function filterOf(
  operator: OwnColumn,
  value: string,
  profile: KnownWords,
): Omit<SearchFilter, 'not'> | undefined {
  const key = searchKey(value);
  const named = (
    field: SearchFilter['field'],
    options: { code: string; name: { sr: string; en: string } }[],
  ) => {
    const values = options
      .filter(({ code, name }) => [code, searchKey(name.sr), searchKey(name.en)].includes(key))
      .map(({ code }) => code);
    const begin = options.filter(({ name }) =>
      [name.sr, name.en].some((text) => searchKey(text).startsWith(key)),
    );
    const all: string[] = values.length > 0 ? values : begin.map(({ code }) => code);
    return all.length > 0 ? { field, values: all } : undefined;
  };
  switch (operator) {
    case 'category': {
      const found = named('category', profile.categories);
      const values = (found?.values ?? []).flatMap((code) => profile.categoryWithParts(code));
      return found && { ...found, values: [...new Set(values)] };
    }
    case 'mark':
      return named('mark', profile.sensitiveMarks);
    case 'unit':
      return named('unit', profile.units);
    case 'state':
      if (['open', 'otvoreno', 'otvorena'].includes(key)) return { field: 'state', values: [...OPEN_STATES] };
      return named(
        'state',
        STATES.map((code) => ({ code, name: LETTER_STATES[code].officer })),
      );
    case 'channel':
      return named(
        'channel',
        CHANNELS.map((code) => ({ code, name: channelNames[code] })),
      );
    case 'about':
      return { field: 'release', values: [value] };
    case 'has':
      return ['attachment', 'attachments', 'prilog', 'priloge'].includes(key)
        ? { field: 'attachment', values: [] }
        : undefined;
    case 'before':
    case 'after': {
      const day = readDay(value);
      if (day === undefined) return undefined;
      const start = new Date(endOfDay(day.year, day.month, day.day - 1, profile.timeZone).getTime() + 1);
      return { field: operator, values: [start] };
    }
  }
}

/** Channels as a search names them. */
export const channelNames = {
  web: { sr: 'сајт', en: 'site' },
  email: { sr: 'е-пошта', en: 'e-mail' },
  post: { sr: 'пошта', en: 'post' },
} as const;

const wordsKey = (text: string) =>
  searchKey(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A place as the index keeps it: its search key with words one space apart. */
export const placeKey = wordsKey;
