import { inLanguages } from '../../script/texts.js';

export const liveTexts = inLanguages(
  {
    reads: '{who} чита',
    writes: '{who} пише одговор',
    fresh: {
      one: 'Прикажи {count} ново писмо',
      few: 'Прикажи {count} нова писма',
      many: 'Прикажи {count} нових писама',
    },
    arrived: {
      one: 'Стигло је {count} ново писмо.',
      few: 'Стигла су {count} нова писма.',
      many: 'Стигло је {count} нових писама.',
    },
    left: 'више није у овом приказу',
  },
  {
    reads: '{who} is reading',
    writes: '{who} is writing an answer',
    fresh: {
      one: 'Show {count} new letter',
      few: 'Show {count} new letters',
      many: 'Show {count} new letters',
    },
    arrived: { one: '{count} new letter.', few: '{count} new letters.', many: '{count} new letters.' },
    left: 'no longer in this view',
  },
);
