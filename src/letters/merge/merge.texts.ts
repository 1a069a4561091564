import { inLanguages } from '../../script/texts.js';

/** The reason that a merged letter is closed with; it is kept in the letter, so in the office's own language. */
export const mergeTexts = inLanguages(
  { duplicateOf: 'дупликат писма {number}' },
  { duplicateOf: 'duplicate of {number}' },
);
