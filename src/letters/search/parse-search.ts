import { searchKey } from '../../script/search-key.js';

/** Operators by their names in English and Serbian, as search keys. */
const OPERATORS = {
  from: 'from',
  od: 'from',
  municipality: 'municipality',
  opstina: 'municipality',
  mesto: 'municipality',
  category: 'category',
  kategorija: 'category',
  state: 'state',
  stanje: 'state',
  unit: 'unit',
  odeljenje: 'unit',
  channel: 'channel',
  kanal: 'channel',
  before: 'before',
  pre: 'before',
  after: 'after',
  posle: 'after',
  about: 'about',
  saopstenje: 'about',
  mark: 'mark',
  oznaka: 'mark',
  has: 'has',
  ima: 'has',
} as const;

export type Operator = (typeof OPERATORS)[keyof typeof OPERATORS];

/** The operator of this name, in either language and script; undefined for any other word. */
export function operatorOf(name: string): Operator | undefined {
  const key = searchKey(name);
  return Object.hasOwn(OPERATORS, key) ? OPERATORS[key as keyof typeof OPERATORS] : undefined;
}

/** Operators one of whose names begins so, each once. */
export const operatorsBeginning = (key: string): Operator[] => [
  ...new Set(
    Object.entries(OPERATORS)
      .filter(([name]) => name.startsWith(key))
      .map(([, operator]) => operator),
  ),
];

/** One part of what was typed. */
export type SearchPart = {
  /** The part as typed, with its minus and its quotation marks. */
  source: string;
  not: boolean;
} & ({ kind: 'word' | 'phrase'; text: string } | { kind: 'operator'; operator: Operator; value: string });

/** A word may hold signs ("12/5"); an operator's value may be in quotes ("stanje:"u radu""). */
const PART = /(-?)(?:(\p{L}+):("[^"]*"?|„[^“”"]*[“”"]?|\S*)|("[^"]*"?|„[^“”"]*[“”"]?)|(\S+))/gu;

/** What a search asks for. Nothing typed is an error: an unknown operator is two words, an empty one is nothing. */
export function parseSearch(query: string): SearchPart[] {
  const parts: SearchPart[] = [];
  for (const [source, minus, name, value, phrase, word] of query.matchAll(PART)) {
    const typed = { source, not: minus === '-' };
    if (name !== undefined) {
      const operator = operatorOf(name);
      const text = unquoted(value!);
      if (operator === undefined) parts.push({ kind: 'word', text: source.slice(minus!.length), ...typed });
      else if (text !== '') parts.push({ kind: 'operator', operator, value: text, ...typed });
    } else if (phrase !== undefined) {
      const text = unquoted(phrase);
      if (text !== '') parts.push({ kind: 'phrase', text, ...typed });
    } else if (/[\p{L}\p{N}]/u.test(word!)) parts.push({ kind: 'word', text: word!, ...typed });
  }
  return parts;
}

const unquoted = (text: string) => text.replace(/^["„]|["“”]$/g, '').trim();

/** Moments in which a written day, month or year begins and ends: "12.03.2026", "2026-03-12", "2026-03", "2026". */
export function readDay(written: string): { year: number; month: number; day: number } | undefined {
  const found =
    /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})\.?$/.exec(written) ??
    /^(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?)?$/.exec(written);
  if (!found) return undefined;
  const { year, month = '1', day = '1' } = found.groups!;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // The 31st of February is no day.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  return { year: Number(year), month: Number(month), day: Number(day) };
}
