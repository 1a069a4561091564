import { inLanguages } from '../../script/texts.js';

export const myAccountTexts = inLanguages(
  {
    title: 'Мој налог',
    done: {
      language: 'Језик и писмо су сачувани.',
      password: 'Лозинка је промењена. Све остале пријаве су окончане.',
      session: 'Пријава је окончана.',
    },
    save: 'Сачувај',
    who: 'Подаци о налогу',
    passwordTitle: 'Промена лозинке',
    currentPassword: 'Садашња лозинка',
    newPassword: 'Нова лозинка',
    changePassword: 'Промени лозинку',
    sessionsTitle: 'Пријаве',
    sessionsLead:
      'Прегледачи у којима сте пријављени. Ако неку не препознајете, окончајте је и промените лозинку.',
    browser: 'Прегледач',
    unknownBrowser: 'Непознат прегледач',
    since: 'Од',
    lastSeen: 'Последњи пут',
    thisOne: 'Ова пријава',
    end: 'Окончај',
    endOf: 'Окончај пријаву: {browser}, {since}',
    action: 'Радња',
  },
  {
    title: 'My account',
    done: {
      language: 'Language and script are saved.',
      password: 'The password is changed. All other sessions have ended.',
      session: 'The session has ended.',
    },
    save: 'Save',
    who: 'About the account',
    passwordTitle: 'Change the password',
    currentPassword: 'Current password',
    newPassword: 'New password',
    changePassword: 'Change the password',
    sessionsTitle: 'Sessions',
    sessionsLead:
      'Browsers in which you are signed in. If you do not recognise one, end it and change your password.',
    browser: 'Browser',
    unknownBrowser: 'Unknown browser',
    since: 'Since',
    lastSeen: 'Last seen',
    thisOne: 'This session',
    end: 'End',
    endOf: 'End the session: {browser}, {since}',
    action: 'Action',
  },
);
