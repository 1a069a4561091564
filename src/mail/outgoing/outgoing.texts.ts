import { inLanguages } from '../../script/texts.js';

export const outgoingTexts = inLanguages(
  {
    title: 'Послате и дуговане поруке',
    lead: 'Поруке које програм шаље. Ништа из писама овде се не види.',
    kinds: 'Врсте порука',
    states: {
      pending: 'Чека слање',
      leased: 'Шаље се',
      in_doubt: 'Неизвесно',
      failed: 'Није послато',
      suppressed: 'Задржано',
      sent: 'Послато',
    },
    explained: {
      pending: 'Чекају ред или нови покушај.',
      in_doubt:
        'Веза са сервером је прекинута усред слања. Иста порука, са истим бројем, шаље се поново после два и по минута.',
      failed: 'Сервер је поруку одбио, или је исцрпљен број покушаја. Писмо на које се односи није оштећено.',
      suppressed:
        'Програм их по правилима о аутоматској пошти није послао. Писмо на које се односе није оштећено.',
      sent: 'Сервер их је примио.',
    },
    filter: 'Стање порука',
    none: 'Нема таквих порука.',
    kind: 'Врста',
    about: 'Односи се на',
    recipient: 'Прималац',
    created: 'Настала',
    when: { pending: 'Следећи покушај', sent: 'Послата' },
    tries: 'Покушаја',
    why: 'Разлог или одговор сервера',
    resent: 'поново послата: {count}',
    retry: 'Покушај поново',
    retryOf: 'Покушај поново да пошаљеш: {kind}, {recipient}',
    older: 'Старије',
    done: 'Порука ће бити послата поново.',
    notFailed: 'Та порука више није међу непослатима.',
  },
  {
    title: 'Sent and owed messages',
    lead: 'Messages that the program sends. Nothing from letters is shown here.',
    kinds: 'Kinds of messages',
    states: {
      pending: 'Waiting',
      leased: 'Being sent',
      in_doubt: 'In doubt',
      failed: 'Not sent',
      suppressed: 'Held back',
      sent: 'Sent',
    },
    explained: {
      pending: 'These wait for their turn or for another try.',
      in_doubt:
        'The connection to the mail server was lost midway. The same message, under the same number, is sent again after two and a half minutes.',
      failed:
        'The mail server refused the message, or it was tried too often. The letter that it is about is unharmed.',
      suppressed:
        'The program did not send these, by the rules on automated mail. The letters that they are about are unharmed.',
      sent: 'The mail server accepted these.',
    },
    filter: 'State of messages',
    none: 'There are no such messages.',
    kind: 'Kind',
    about: 'About',
    recipient: 'Recipient',
    created: 'Made',
    when: { pending: 'Next try', sent: 'Sent' },
    tries: 'Tries',
    why: 'Reason or the server’s answer',
    resent: 'sent again: {count}',
    retry: 'Try again',
    retryOf: 'Try again to send: {kind}, {recipient}',
    older: 'Older',
    done: 'The message will be sent again.',
    notFailed: 'That message is no longer among those that were not sent.',
  },
);
