import { inLanguages } from '../script/texts.js';

/** Words that several pages of accounts share, and every reason to refuse. */
export const staffTexts = inLanguages(
  {
    name: 'Име и презиме',
    email: 'Имејл-адреса',
    password: 'Лозинка',
    passwordHint:
      'Најмање 12 знакова. Неколико речи које само Ви повезујете памти се лакше од знакова и бројева.',
    language: 'Језик и писмо',
    unit: 'Организациона јединица',
    noUnit: 'Без јединице',
    rolesLegend: 'Овлашћења',
    roles: {
      clerk: 'Писарница: пријем и упис',
      triage: 'Тријажа',
      drafter: 'Састављање одговора',
      approver: 'Одобравање одговора',
      press: 'Саопштења',
      auditor: 'Увид и провера',
      admin: 'Администрација',
    },
    thereIsAProblem: 'Није сачувано',
    refusals: {
      'password-short': 'Лозинка мора имати најмање {least} знакова.',
      'password-long': 'Лозинка може имати највише {most} знакова.',
      'password-obvious':
        'Ту лозинку би свако прво покушао. Изаберите речи које се не везују за Вас ни за канцеларију.',
      'password-wrong': 'Садашња лозинка није тачна.',
      'name-missing': 'Упишите име и презиме.',
      'name-long': 'Име и презиме могу имати највише {most} знакова.',
      'email-invalid': 'Упишите исправну имејл-адресу, на пример ime.prezime@primer.rs.',
      'email-taken': 'Налог са адресом {email} већ постоји.',
      'roles-missing': 'Изаберите бар једно овлашћење.',
      'unit-unknown': 'Јединица „{unit}“ не постоји. Изаберите једну од: {units}.',
      'language-unknown': 'Језик није познат. Изаберите један од: {languages}.',
      'last-administrator':
        'Ово је последњи налог са администрацијом који може да се пријави. Прво доделите администрацију неком другом.',
      'no-such-account': 'Нема налога са адресом {email}.',
      'account-disabled': 'Налог {email} је искључен. Прво га укључите.',
      'link-dead': 'Ова веза више не важи.',
    },
  },
  {
    name: 'Name and surname',
    email: 'E-mail address',
    password: 'Password',
    passwordHint:
      'At least 12 characters. A few words that only you would put together are easier to remember than signs and digits.',
    language: 'Language and script',
    unit: 'Unit',
    noUnit: 'No unit',
    rolesLegend: 'Roles',
    roles: {
      clerk: 'Registry: receiving and entering',
      triage: 'Triage',
      drafter: 'Drafting replies',
      approver: 'Approving replies',
      press: 'Press releases',
      auditor: 'Audit',
      admin: 'Administration',
    },
    thereIsAProblem: 'Not saved',
    refusals: {
      'password-short': 'The password needs at least {least} characters.',
      'password-long': 'The password may have at most {most} characters.',
      'password-obvious':
        'Anybody would try that password first. Choose words that are not tied to you or to the office.',
      'password-wrong': 'The current password is not right.',
      'name-missing': 'Enter the name and surname.',
      'name-long': 'The name may have at most {most} characters.',
      'email-invalid': 'Enter a proper e-mail address, for example name.surname@example.org.',
      'email-taken': 'There is already an account with the address {email}.',
      'roles-missing': 'Choose at least one role.',
      'unit-unknown': 'There is no unit “{unit}”. Choose one of: {units}.',
      'language-unknown': 'That language is not known. Choose one of: {languages}.',
      'last-administrator':
        'This is the last administrator who can sign in. Give administration to somebody else first.',
      'no-such-account': 'There is no account with the address {email}.',
      'account-disabled': 'The account {email} is disabled. Enable it first.',
      'link-dead': 'This link no longer works.',
    },
  },
);
