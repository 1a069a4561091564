import { inLanguages } from '../../script/texts.js';

/** Warnings of replies that cite a release which is no longer as it was. */
export const citationTexts = inLanguages(
  {
    own: 'Овај одговор наводи саопштење које више није исто.',
    sent: 'Одговор послат {when} наводи саопштење које више није исто.',
    corrected: 'исправљено {when}',
    withdrawn: 'повучено {when}',
    reviewed: 'Проверено, одговор и даље важи',
    ownHint: 'Ако више не важи, измените текст.',
    sentHint: 'Ако више не важи, пишите грађанину поново.',
  },
  {
    own: 'This reply cites a release that is no longer the same.',
    sent: 'The reply sent on {when} cites a release that is no longer the same.',
    corrected: 'corrected on {when}',
    withdrawn: 'withdrawn on {when}',
    reviewed: 'Checked, the reply still holds',
    ownHint: 'If it no longer holds, change the text.',
    sentHint: 'If it no longer holds, write to the citizen again.',
  },
);
