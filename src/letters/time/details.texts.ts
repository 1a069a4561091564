import { inLanguages } from '../../script/texts.js';

/** The reason that a letter is closed with when its writer never completed it; kept in the office's own language. */
export const detailsTexts = inLanguages(
  { neverCame: 'подаци за одговор нису стигли ни после подсетника' },
  { neverCame: 'the contact details did not arrive, even after a reminder' },
);
