import { inLanguages } from '../../script/texts.js';

/** The pages behind one-time links. */
export const accountLinksTexts = inLanguages(
  {
    signIn: 'Пријава',
    setUp: {
      title: 'Први администратор',
      lead: 'Отворите налог којим ћете отварати налоге осталима. Ова веза важи једном.',
      submit: 'Отвори налог',
      dead: 'Ова веза више не важи',
      mend: 'Искоришћена је, замењена новијом или је прошло 24 сата. Нова се добија на серверу, командом:',
    },
    setPassword: {
      title: 'Нова лозинка',
      lead: 'Налог: {email}',
      submit: 'Сачувај лозинку',
      dead: 'Ова веза више не важи',
      mend: 'Искоришћена је, замењена новијом или је истекла. Нову даје администратор канцеларије.',
    },
  },
  {
    signIn: 'Sign in',
    setUp: {
      title: 'The first administrator',
      lead: 'Open the account that will open everybody else’s. This link works once.',
      submit: 'Open the account',
      dead: 'This link no longer works',
      mend: 'It was used, replaced by a newer one, or is older than 24 hours. The server gives a new one with this command:',
    },
    setPassword: {
      title: 'A new password',
      lead: 'Account: {email}',
      submit: 'Save the password',
      dead: 'This link no longer works',
      mend: 'It was used, replaced by a newer one, or has expired. An administrator of the office gives a new one.',
    },
  },
);
