import { placeKey } from '../search/search.js';

const PART = /"([^"]*)"?|„([^“”"]*)[“”"]?|(\S+)/gu;

/** The words and phrases of a rule as search keys; each must be in the letter. What is no word is left out. */
export const ruleParts = (words: string): string[] =>
  [...words.matchAll(PART)]
    .map(([, straight, curved, word]) => placeKey(straight ?? curved ?? word ?? ''))
    .filter((part) => part !== '');
