import { inLanguages } from '../../script/texts.js';

/**
 * The covering letter, always in Cyrillic as letters between state bodies are, and the notice to the writer. Names of
 * bodies stand after a colon, so that no case of theirs is guessed.
 */
export const coverTexts = {
  subject: 'Прослеђивање писма број {number}',
  salutation: 'Поштовани',
  body: `достављамо вам, као надлежном органу, писмо које је {day} примила наша канцеларија ({channel}) и завела под бројем **{number}**.

Орган коме се писмо доставља: **{name}**.

Разлог: {why}

{told}

Молимо вас да о писму поступите у оквиру своје надлежности и да одговорите непосредно ономе ко је писао, а нас да известите шта је учињено, с позивом на број {number}. Ако нисте надлежни, молимо вас да нам писмо вратите.

{enclosed}`,
  channels: { web: 'преко сајта', email: 'е-поштом', post: 'поштом' },
  told: {
    email: 'О прослеђивању е-поштом обавештавамо и онога ко је писао.',
    post: 'О прослеђивању поштом обавештавамо и онога ко је писао.',
    none: 'Писмо не садржи адресу, па онога ко је писао о прослеђивању не обавештавамо.',
  },
  enclosed: {
    alone: 'У прилогу је писмо. Других прилога нема.',
    one: 'У прилогу су писмо и {count} прилог који је уз њега стигао.',
    few: 'У прилогу су писмо и {count} прилога која су уз њега стигла.',
    many: 'У прилогу су писмо и {count} прилога која су уз њега стигла.',
  },
  fileName: 'писмо-{number}.pdf',
};

export const noticeTexts = inLanguages(
  {
    subject: 'Ваше писмо број {number} прослеђено је надлежном органу',
    salutation: 'Поштовани',
    body: `Ваше писмо, које смо завели под бројем **{number}**, {when} проследили смо органу који о њему одлучује.

Орган: **{name}**

{address}

Разлог: {why}

{ground}

Тај орган ће Вам одговорити непосредно. Ако га питате докле се стигло, позовите се на наш број {number}.

{more}`,
    on: '{day}',
    today: 'данас',
    sentByEmail: 'Писмо је послато на адресу {address}.',
    sentByPost: 'Писмо је послато поштом, на адресу: {address}.',
    more: {
      email:
        'Имате ли нешто да додате, учините то на својој страници: она је наведена испод. Ту стоји и шта је са писмом.',
      post: 'Имате ли нешто да додате, пишите нам и наведите исти број.',
    },
  },
  {
    subject: 'Your letter number {number} has been passed on to the competent body',
    salutation: 'Dear Sir or Madam',
    body: `{when} we passed your letter, registered under number **{number}**, on to the body that decides on its matter.

Body: **{name}**

{address}

Reason: {why}

{ground}

That body will answer you directly. If you ask it how far your matter has come, please quote our number {number}.

{more}`,
    on: 'On {day}',
    today: 'Today',
    sentByEmail: 'The letter was sent to {address}.',
    sentByPost: 'The letter was sent by post to: {address}.',
    more: {
      email:
        'If there is something you would like to add, please do so on your own page, named below. It also shows how the letter stands.',
      post: 'If there is something you would like to add, please write to us and quote the same number.',
    },
  },
);
