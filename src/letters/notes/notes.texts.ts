import { inLanguages } from '../../script/texts.js';

/** The e-mail to an officer whom a note mentions. */
export const mentionTexts = inLanguages(
  {
    subject: '{who} Вас помиње уз писмо {number}',
    heading: 'Белешка Вас помиње',
    intro: '{who} Вас помиње у белешци уз ово писмо.',
    open: 'Отворите писмо и прочитајте белешку:',
    note: 'Белешка и садржај писма нису у овој поруци.',
    somebody: 'Угашен налог',
    sample: 'Јована Ристић',
  },
  {
    subject: '{who} mentions you on letter {number}',
    heading: 'A note mentions you',
    intro: '{who} mentions you in a note on this letter.',
    open: 'Open the letter and read the note:',
    note: 'Neither the note nor the letter is in this message.',
    somebody: 'A removed account',
    sample: 'Jovana Ristić',
  },
);
