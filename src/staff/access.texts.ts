import { inLanguages } from '../script/texts.js';

/** What the guard says when it refuses. */
export const accessTexts = inLanguages(
  {
    signedOut: 'Пријава је истекла и ништа није промењено. Пријавите се поново, па поновите радњу.',
    foreignForm:
      'Образац је застарео или је дошао са друге странице. Ништа није промењено: освежите страницу и поновите радњу.',
  },
  {
    signedOut: 'Your session has ended and nothing was changed. Sign in again, then repeat the action.',
    foreignForm:
      'The form is out of date or came from another page. Nothing was changed: reload the page and repeat the action.',
  },
);
