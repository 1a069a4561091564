import { toLatin } from '../script/transliterate.js';

const LONGEST = 100;
/** The page on which one begins to follow stands at this address. */
const TAKEN = 'follow';
/** A made slug leaves room for a number behind it. */
const MADE = 92;

/**
 * Whether a text may name a release in an address: small ASCII letters, digits and single hyphens, beginning
 * with a letter. So a slug never looks like a year (`/releases/2026`) nor like a feed (`/releases/feed.atom`).
 */
export const isSlug = (text: string): boolean =>
  text.length <= LONGEST && /^[a-z](-?[a-z0-9])*$/.test(text) && text !== TAKEN;

/** A slug made from a title in either script, cut after whole words; always valid. */
export function slugOf(title: string): string {
  const words: string[] = [
    ...toLatin(title)
      .toLowerCase()
      .replaceAll('đ', 'dj')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .matchAll(/[a-z0-9]+/g),
  ].map(([word]) => word);
  // A title such as "200 година поште" would begin with a digit, which is where the years live.
  if (words[0] === undefined || /^\d/.test(words[0]) || words.join('-') === TAKEN)
    words.unshift('saopstenje');
  return words
    .reduce((slug, word) => (`${slug}-${word}`.length <= MADE ? `${slug}-${word}` : slug))
    .slice(0, MADE);
}

/** The first of `slug`, `slug-2`, `slug-3`, … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
}
