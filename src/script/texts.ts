import { toLatin } from './transliterate.js';

/** The three versions of everything that the office shows or sends. */
export type Language = 'sr-Cyrl' | 'sr-Latn' | 'en';

export const LANGUAGES: readonly Language[] = ['sr-Cyrl', 'sr-Latn', 'en'];

/** Texts as written by hand: strings, lists and groups of them. */
export type TextTree = string | readonly TextTree[] | { readonly [key: string]: TextTree };

/** The same shape with every literal widened to string, so that both hands write the same keys. */
type Shape<T> = T extends string
  ? string
  : T extends readonly (infer U)[]
    ? readonly Shape<U>[]
    : { [K in keyof T]: Shape<T[K]> };

/**
 * One text tree in all three versions. Latin is derived from Cyrillic; `{placeholders}` are left alone, so their
 * names are ASCII: any other throws at start, since `fill` would leave a hole in the page.
 */
export function inLanguages<T extends TextTree>(cyrillic: T, english: Shape<T>): Record<Language, Shape<T>> {
  return {
    'sr-Cyrl': cyrillic as unknown as Shape<T>,
    'sr-Latn': deriveLatin(cyrillic) as unknown as Shape<T>,
    en: english,
  };
}

/** A profile's text (Cyrillic and English by hand) in one language. */
export function textIn(language: Language, text: { sr: string; en: string }): string {
  if (language === 'en') return text.en;
  return language === 'sr-Cyrl' ? text.sr : toLatin(text.sr);
}

/**
 * Puts values in place of `{name}`. Values are inserted as they are, never transliterated: a citizen's words
 * stay as written. A placeholder without a value throws, since a page with a hole in it is a defect.
 */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The text "${text}" needs a value for {${name}}.`);
    return String(value);
  });
}

function deriveLatin(tree: TextTree): TextTree {
  if (typeof tree === 'string') {
    const misnamed = tree.match(/\{[^{}]*[^\w{}][^{}]*\}/);
    if (misnamed)
      throw new Error(`The text "${tree}" has the placeholder ${misnamed[0]}: name it in ASCII letters.`);
    return toLatin(tree);
  }
  if (Array.isArray(tree)) return tree.map(deriveLatin);
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, deriveLatin(value as TextTree)]),
  );
}
