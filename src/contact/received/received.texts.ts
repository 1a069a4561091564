import { inLanguages } from '../../script/texts.js';

/** What the receipt says; the stamp's words serve the writer's own page too. */
export const receivedTexts = inLanguages(
  {
    title: 'Писмо је примљено',
    lead: 'Хвала што сте писали. Сачувајте ознаку: уз њу и своје презиме увек можете да видите докле се стигло.',
    reference: 'Ознака писма',
    registerEntry: 'Број у уписнику',
    registerFollows: 'следи',
    receivedAt: 'Примљено',
    open: 'Отворите своје писмо',
    print: 'Одштампајте потврду',
    printHint: 'Потврду можете да одштампате из менија прегледача или да ознаку препишете на папир.',
    onPaper: 'Докле се стигло видите на страници {address}: упишите ознаку и своје презиме.',
    numberFollows: 'Број у уписнику додељујемо за који тренутак; видећете га на страници свог писма.',
    next: 'Шта следи',
    byEmail: {
      title: 'Потврда електронском поштом',
      text: 'Стиже за који минут на адресу коју сте навели, са приватном везом ка Вашем писму. Ако је нема, погледајте међу нежељеном поштом.',
    },
    byPage: {
      title: 'Сачувајте ову страницу',
      text: 'Нисте навели електронску адресу, па потврду не шаљемо: ова страница је Ваша потврда, а веза „Отворите своје писмо“ води на Вашу приватну страницу. Сачувајте је у обележивачима или одштампајте. Ко има везу, може да прочита писмо.',
    },
    reading: { title: 'Читање', text: 'Службеник чита писмо и одређује ко припрема одговор.' },
    reply: {
      title: 'Одговор',
      before: 'Настојимо да стигне до',
      after: 'Ако писмо проследимо другом органу, јављамо Вам коме и када.',
    },
    more: 'Ако желите нешто да додате',
    moreText:
      'Не пишите ново писмо: допуну додајте на страници свог писма, па ће их исти службеник читати заједно. Ту писмо можете и да повучете.',
  },
  {
    title: 'Your letter has been received',
    lead: 'Thank you for writing. Keep the reference: with it and your surname you can always see how far your letter has come.',
    reference: 'Reference of the letter',
    registerEntry: 'Number in the register',
    registerFollows: 'follows',
    receivedAt: 'Received',
    open: 'Open your letter',
    print: 'Print the receipt',
    printHint: 'You can print the receipt from the browser’s menu, or copy the reference on paper.',
    onPaper: 'See how far your letter has come at {address}: enter the reference and your surname.',
    numberFollows:
      'The number in the register is given in a moment; you will see it on the page of your letter.',
    next: 'What happens next',
    byEmail: {
      title: 'Acknowledgement by e-mail',
      text: 'It comes within minutes to the address you gave, with a private link to your letter. If it does not, look among unwanted mail.',
    },
    byPage: {
      title: 'Keep this page',
      text: 'You gave no e-mail address, so we send no acknowledgement: this page is your receipt, and the link “Open your letter” leads to your private page. Keep it among your bookmarks or print it. Whoever has the link can read the letter.',
    },
    reading: { title: 'Reading', text: 'An officer reads the letter and decides who prepares the reply.' },
    reply: {
      title: 'Reply',
      before: 'We aim for it to reach you by',
      after: 'If we forward the letter to another body, we tell you to whom and when.',
    },
    more: 'If you want to add something',
    moreText:
      'Do not write a new letter: add to this one on the page of your letter, so that the same officer reads them together. There you can also withdraw it.',
  },
);
