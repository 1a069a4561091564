import { day } from '../calendar/dates.js';
import type { LetterView } from '../letters/letter.view.js';
import type { Language } from '../script/texts.js';
import { toCyrillic, toLatin } from '../script/transliterate.js';

/** Fields of standard lines that the letter fills. Anything else in double braces must begin with a question mark. */
export const LINE_FIELDS = [
  'name',
  'surname',
  'municipality',
  'registerNumber',
  'reference',
  'receivedOn',
  'today',
] as const;
type LineField = (typeof LINE_FIELDS)[number];

const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** A field that becomes a link to the release of this address, with its title: `{{release novi-most}}`. */
const RELEASE_FIELD = /^release\s+([a-z](?:-?[a-z0-9])*)$/;

/** Slugs of the releases that a standard line cites by a field, each once. */
export const releasesIn = (body: string): string[] => [
  ...new Set([...body.matchAll(FIELD)].flatMap(([, name]) => RELEASE_FIELD.exec(name!)?.[1] ?? [])),
];

/** A standard line with its releases as links; what is none, or was withdrawn, becomes a question. */
export const fillReleases = (body: string, citations: ReadonlyMap<string, string>): string =>
  body.replace(FIELD, (whole, name: string) => {
    const slug = RELEASE_FIELD.exec(name)?.[1];
    return slug === undefined ? whole : (citations.get(slug) ?? `{{? ${name}}}`);
  });

/** Field names of a standard line that nothing fills and that are no questions either. */
export function unknownFields(body: string): string[] {
  return [...body.matchAll(FIELD)]
    .map(([, name]) => name!)
    .filter(
      (name) =>
        !name.startsWith('?') && !RELEASE_FIELD.test(name) && !LINE_FIELDS.includes(name as LineField),
    );
}

/** Field names that no letter fills, questions included. */
export const notFillable = (body: string): string[] =>
  [...body.matchAll(FIELD)]
    .map(([, name]) => name!)
    .filter((name) => !LINE_FIELDS.includes(name as LineField));

/** What is still in double braces: questions that the drafter has to answer in the text. */
export const openFields = (body: string): string[] =>
  [...body.matchAll(FIELD)].map(([, name]) => name!.replace(/^\?\s*/, ''));

/** A standard line with what the letter knows; what it lacks becomes a question. */
export function fillLine(body: string, letter: LetterView, language: Language, now = new Date()): string {
  const values: Record<LineField, string | null> = {
    name: inScript(letter.name, language),
    surname: inScript(letter.surname, language),
    municipality: inScript(letter.municipality, language),
    registerNumber: letter.registerNumber,
    reference: letter.reference,
    receivedOn: day(letter.receivedAt),
    today: day(now),
  };
  return body.replace(FIELD, (whole, name: string) => {
    if (!Object.hasOwn(values, name)) return whole;
    const value = values[name as LineField]?.trim();
    return value ? value : `{{? ${name}}}`;
  });
}

/** A name in the script of the reply; one with foreign letters stays as written. */
export function inScript(text: string, language: Language): string {
  if (language === 'sr-Cyrl') return toCyrillic(text);
  return toLatin(text);
}
