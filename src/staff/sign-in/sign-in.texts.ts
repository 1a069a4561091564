import { inLanguages } from '../../script/texts.js';

export const signInTexts = inLanguages(
  {
    title: 'Пријава',
    submit: 'Пријави ме',
    wrong: 'Адреса или лозинка није тачна. Проверите писмо тастатуре и велика слова, па покушајте поново.',
    wait: 'Превише неуспелих покушаја са ове мреже. Покушајте поново за {minutes} мин. Налог није закључан: са друге мреже пријава и даље ради.',
    foreign: 'Пријава је дошла са друге странице. Упишите податке овде.',
    passwordSet: 'Лозинка је сачувана. Пријавите се њоме.',
    signedOut: 'Одјава је завршена.',
    help: 'Заборављена лозинка: администратор канцеларије може да Вам да везу за нову.',
  },
  {
    title: 'Sign in',
    submit: 'Sign in',
    wrong:
      'The address or the password is not right. Check the keyboard’s script and capital letters, then try again.',
    wait: 'Too many failed attempts from this network. Try again in {minutes} min. The account is not locked: from another network it still works.',
    foreign: 'The sign-in came from another page. Enter your details here.',
    passwordSet: 'The password is saved. Sign in with it.',
    signedOut: 'You are signed out.',
    help: 'Forgotten password: an administrator of the office can give you a link for a new one.',
  },
);
