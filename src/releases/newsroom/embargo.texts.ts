import { inLanguages } from '../../script/texts.js';

/** What stands above a copy that is given out before its time. */
export const embargoTexts = inLanguages(
  {
    until: 'Под ембаргом до {when}. Не објављујте и не прослеђујте пре тога.',
    untilPublished: 'Под ембаргом док се не објави. Не објављујте и не прослеђујте пре тога.',
    draft: 'Ово је само преглед: читаоци га још не виде.',
  },
  {
    until: 'Under embargo until {when}. Do not publish or pass it on before then.',
    untilPublished: 'Under embargo until it is published. Do not publish or pass it on before then.',
    draft: 'This is a preview only: readers do not see it yet.',
  },
);
