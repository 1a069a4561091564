import { inLanguages } from '../../script/texts.js';

/** The e-mail to an officer whom a note mentions, or on whose letter something was written. */
export const mentionTexts = inLanguages(
  {
    note: {
      subject: '{who} Вас помиње уз писмо {number}',
      heading: 'Белешка Вас помиње',
      intro: '{who} Вас помиње у белешци уз ово писмо.',
      open: 'Отворите писмо и прочитајте белешку:',
      note: 'Белешка и садржај писма нису у овој поруци.',
    },
    annotation: {
      subject: 'Прибелешка на Вашем писму {number}',
      heading: 'Писмо на којем радите враћа се са читања',
      intro: '{who} уписује прибелешку са листе за читање уз писмо на којем радите.',
      open: 'Отворите писмо и прочитајте прибелешку:',
      note: 'Прибелешка и садржај писма нису у овој поруци.',
    },
    somebody: 'Угашен налог',
    sample: 'Јована Ристић',
  },
  {
    note: {
      subject: '{who} mentions you on letter {number}',
      heading: 'A note mentions you',
      intro: '{who} mentions you in a note on this letter.',
      open: 'Open the letter and read the note:',
      note: 'Neither the note nor the letter is in this message.',
    },
    annotation: {
      subject: 'An annotation on your letter {number}',
      heading: 'A letter that you work on is back from reading',
      intro: '{who} files an annotation from the reading list to a letter that you work on.',
      open: 'Open the letter and read the annotation:',
      note: 'Neither the annotation nor the letter is in this message.',
    },
    somebody: 'A removed account',
    sample: 'Jovana Ristić',
  },
);
