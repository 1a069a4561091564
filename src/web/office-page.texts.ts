import { inLanguages } from '../script/texts.js';

/** Words of the bar above the officers' pages. */
export const officePageTexts = inLanguages(
  {
    skip: 'Пређи на садржај',
    parts: 'Делови канцеларије',
    inbox: 'Писма',
    post: 'Унос поште',
    newsroom: 'Саопштења',
    accounts: 'Налози',
    rules: 'Правила',
    reconciliation: 'Усаглашавање',
    queues: 'Редови послова',
    search: 'Претрага писама',
    searchHint: 'Име, место, број, речи…',
    account: '{initials}, налог: {name}',
    myAccount: 'Мој налог',
    signOut: 'Одјава',
    live: { on: 'Уживо', off: 'Нема везе' },
  },
  {
    skip: 'Skip to the content',
    parts: 'Parts of the office',
    inbox: 'Letters',
    post: 'Enter post',
    newsroom: 'Press releases',
    accounts: 'Accounts',
    rules: 'Rules',
    reconciliation: 'Reconciliation',
    queues: 'Job queues',
    search: 'Search letters',
    searchHint: 'Name, place, number, words…',
    account: '{initials}, account: {name}',
    myAccount: 'My account',
    signOut: 'Sign out',
    live: { on: 'Live', off: 'No connection' },
  },
);
