import { inLanguages } from '../../script/texts.js';

/** What dangers are called, on pages and in the e-mail to those on duty. */
export const riskTexts = inLanguages(
  {
    kinds: { threat: 'Претња', life: 'Опасност по живот', child: 'Опасност по дете' },
    subject: '{kind}: писмо {number} чека да га неко преузме',
    intro: 'Писмо је означено као опасност и стоји на врху свих редова док га неко не преузме.',
    open: 'Отворите писмо и преузмите га:',
    note: 'Ову поруку добијају дежурни, чим се опасност означи. Садржај писма није у њој.',
  },
  {
    kinds: { threat: 'Threat', life: 'Danger to life', child: 'Danger to a child' },
    subject: '{kind}: letter {number} waits for somebody to take it',
    intro: 'A letter is marked as a danger and stands on top of every queue until somebody takes it.',
    open: 'Open the letter and take it:',
    note: 'Those on duty get this message as soon as a danger is marked. It holds nothing of the letter.',
  },
);
