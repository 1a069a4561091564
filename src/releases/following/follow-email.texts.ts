import { inLanguages } from '../../script/texts.js';

/** E-mails to those who follow press releases, or want to. */
export const followEmailTexts = inLanguages(
  {
    chosen: 'Изабрано',
    copy: 'Ако дугме не ради, копирајте ову везу у прегледач:',
    until: 'Веза важи {days} дана. Ако је не отворите, адресу бришемо.',
    confirm: {
      subject: 'Потврдите да желите да пратите саопштења',
      preview: 'Још један корак: потврдите своју адресу.',
      heading: 'Потврдите своју адресу',
      intro:
        'Неко је, вероватно Ви, затражио да на ову адресу стижу саопштења председника. Слаћемо их тек када потврдите.',
      button: 'Потврдите',
      note: 'Ову поруку шаље програм. Ако нисте Ви тражили, не морате ништа да чините и више се нећемо јављати.',
    },
    manage: {
      subject: 'Већ пратите саопштења',
      preview: 'На својој страници мењате шта и када Вам стиже.',
      heading: 'Већ пратите саопштења',
      intro:
        'Неко је, вероватно Ви, затражио да на ову адресу стижу саопштења. Она Вам већ стижу, па ништа нисмо променили. Шта и када Вам стиже мењате на својој страници.',
      button: 'Отворите своју страницу',
      note: 'Ову поруку шаље програм. Ако нисте Ви тражили, не морате ништа да чините.',
    },
    release: {
      read: 'Прочитајте саопштење',
      onlySerbian: 'Ово саопштење објављено је само на српском језику.',
      why: {
        immediate: 'Пратите саопштења председника: свако чим се објави.',
        daily: 'Пратите саопштења председника: једном дневно.',
        weekly: 'Пратите саопштења председника: једном недељно.',
      },
      manage: 'Промените избор или престаните да пратите',
      note: 'Саопштења шаље програм, само на адресе са којих је то потврђено.',
    },
    digest: {
      subjectMany: '{title} и још {more}',
      daily: 'Саопштења протеклог дана',
      weekly: 'Саопштења протекле недеље',
      waited: 'Саопштења која су чекала',
    },
  },
  {
    chosen: 'You chose',
    copy: 'If the button does not work, copy this link into your browser:',
    until: 'The link works for {days} days. If you do not open it, we delete the address.',
    confirm: {
      subject: 'Confirm that you want to follow the press releases',
      preview: 'One more step: confirm your address.',
      heading: 'Confirm your address',
      intro:
        'Somebody, probably you, asked for the President’s press releases to be sent to this address. We will send them only once you confirm.',
      button: 'Confirm',
      note: 'A program sends this message. If it was not you, you need not do anything, and we will not write again.',
    },
    manage: {
      subject: 'You follow the press releases already',
      preview: 'On your own page you change what comes, and when.',
      heading: 'You follow the press releases already',
      intro:
        'Somebody, probably you, asked for press releases to be sent to this address. They come to you already, so we have changed nothing. On your own page you change what comes, and when.',
      button: 'Open your page',
      note: 'A program sends this message. If it was not you, you need not do anything.',
    },
    release: {
      read: 'Read the press release',
      onlySerbian: 'This press release was published in Serbian only.',
      why: {
        immediate: 'You follow the President’s press releases: each as it is published.',
        daily: 'You follow the President’s press releases: once a day.',
        weekly: 'You follow the President’s press releases: once a week.',
      },
      manage: 'Change your choice or stop following',
      note: 'A program sends press releases, only to addresses from which this was confirmed.',
    },
    digest: {
      subjectMany: '{title} and {more} more',
      daily: 'Press releases of the last day',
      weekly: 'Press releases of the past week',
      waited: 'Press releases that waited',
    },
  },
);
