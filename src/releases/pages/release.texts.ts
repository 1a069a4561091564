import { inLanguages } from '../../script/texts.js';

/** Words around one release. */
export const releaseTexts = inLanguages(
  {
    onlySerbian: 'Ово саопштење објављено је само на српском језику.',
    readCyrillic: 'Прочитајте га ћирилицом',
    share: 'Поделите',
    shareLabel: 'Поделите саопштење',
    shareEmail: 'Електронском поштом',
    shareViber: 'Вибер',
    shareFacebook: 'Фејсбук',
    shareX: 'Икс',
    follow: 'Пратите',
    followLabel: 'Пратите саопштења',
    followEmail: 'Електронском поштом',
    inviteTitle: 'Пишите председнику о овоме',
    invite:
      'Имате предлог, искуство или питање у вези са овим саопштењем? Писмо ће стићи заједно са насловом.',
    inviteButton: 'Напишите писмо',
    others: 'Суседна саопштења',
    older: 'Претходно, {day}',
    newer: 'Следеће, {day}',
    feed: 'Саопштења',
  },
  {
    onlySerbian: 'This press release was published in Serbian only.',
    readCyrillic: 'Read it in Cyrillic',
    share: 'Share',
    shareLabel: 'Share this press release',
    shareEmail: 'By e-mail',
    shareViber: 'Viber',
    shareFacebook: 'Facebook',
    shareX: 'X',
    follow: 'Follow',
    followLabel: 'Follow the press releases',
    followEmail: 'By e-mail',
    inviteTitle: 'Write to the President about this',
    invite:
      'Do you have a proposal, an experience or a question about this press release? Your letter will arrive together with its title.',
    inviteButton: 'Write a letter',
    others: 'Neighbouring press releases',
    older: 'Previous, {day}',
    newer: 'Next, {day}',
    feed: 'Press releases',
  },
);
