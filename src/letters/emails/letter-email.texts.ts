import { inLanguages } from '../../script/texts.js';

/** Automated e-mails about a letter. Nothing of the writer's words stands in them (mail.md). */
export const letterEmailTexts = inLanguages(
  {
    greeting: 'Поштовани,',
    reference: 'Ознака писма',
    register: 'Број у уписнику',
    received: 'Примљено',
    open: 'Отворите своје писмо',
    copy: 'Ако дугме не ради, копирајте ову везу у прегледач:',
    keepPrivate: 'Веза је само за Вас: ко је има, може да прочита писмо. Не прослеђујте је.',
    acknowledgement: {
      subject: 'Писмо је примљено: {reference}',
      preview: 'Ознака {reference}. Шта следи и како да видите докле се стигло.',
      heading: 'Писмо је примљено',
      intro: 'Ваше писмо је стигло до нас и уписано је. Сачувајте ову потврду.',
      next: 'Шта следи',
      reading: 'Службеник ће прочитати писмо и одредити ко припрема одговор.',
      aim: 'Настојимо да одговор стигне до {day}',
      forwarding: 'Ако о ствари одлучује други орган, писмо ћемо проследити њему и о томе Вас обавестити.',
      page: 'На својој страници видите докле се стигло, додајете допуну или повлачите писмо:',
      note: 'Ову потврду шаље програм. Ако нисте Ви писали, не морате ништа да чините.',
    },
    link: {
      subject: 'Веза до Вашег писма: {reference}',
      preview: 'Ознака {reference}. Веза до странице Вашег писма.',
      heading: 'Веза до Вашег писма',
      intro: 'Неко је, уз ознаку и презиме, затражио да Вам поново пошаљемо везу до странице Вашег писма.',
      page: 'На тој страници видите докле се стигло, додајете допуну или повлачите писмо:',
      note: 'Ову поруку шаље програм. Ако је нисте Ви тражили, не морате ништа да чините.',
    },
    details: {
      subject: 'Потребни су још неки подаци: {reference}',
      preview: 'Ознака {reference}. Допуните податке да бисмо могли да одговоримо.',
      heading: 'Потребни су још неки подаци',
      intro:
        'Ваше писмо је стигло до нас и уписано је. Да бисмо могли да одговоримо, потребни су нам име, презиме, град или општина, адреса, и адреса електронске поште или број телефона.',
      page: 'Податке који недостају упишите на страници свог писма:',
      note: 'Ову поруку шаље програм. Ако нисте Ви писали, не морате ништа да чините.',
    },
    reminder: {
      subject: 'Подсетник, потребни су још неки подаци: {reference}',
      preview: 'Ознака {reference}. Без ових података не можемо да одговоримо.',
      heading: 'Још чекамо Ваше податке',
      intro:
        'На Ваше писмо не можемо да одговоримо без имена, презимена, града или општине, адресе, и адресе електронске поште или броја телефона. Податке чекамо до {day} Ако не стигну, рад на писму ћемо завршити; можете га наставити кад год нам поново пишете.',
      page: 'Податке који недостају упишите на страници свог писма:',
      note: 'Ову поруку шаље програм и неће је поновити. Ако нисте Ви писали, не морате ништа да чините.',
    },
  },
  {
    greeting: 'Good day,',
    reference: 'Reference',
    register: 'Number in the register',
    received: 'Received',
    open: 'Open your letter',
    copy: 'If the button does not work, copy this link into your browser:',
    keepPrivate: 'This link is for you alone: whoever has it can read the letter. Do not pass it on.',
    acknowledgement: {
      subject: 'Your letter has been received: {reference}',
      preview: 'Reference {reference}. What happens next, and how to see how far it has come.',
      heading: 'Your letter has been received',
      intro: 'Your letter has reached us and has been registered. Please keep this acknowledgement.',
      next: 'What happens next',
      reading: 'An officer will read the letter and decide who prepares the answer.',
      aim: 'We aim to answer by {day}',
      forwarding: 'If another body decides on the matter, we will pass the letter on to it and tell you so.',
      page: 'On your own page you can see how far the letter has come, add to it or withdraw it:',
      note: 'This acknowledgement is sent by a program. If it was not you who wrote, you need not do anything.',
    },
    link: {
      subject: 'The link to your letter: {reference}',
      preview: 'Reference {reference}. The link to the page of your letter.',
      heading: 'The link to your letter',
      intro:
        'Somebody who gave the reference and the surname asked us to send you the link to your letter again.',
      page: 'On that page you can see how far the letter has come, add to it or withdraw it:',
      note: 'This message is sent by a program. If it was not you who asked for it, you need not do anything.',
    },
    details: {
      subject: 'Some more details are needed: {reference}',
      preview: 'Reference {reference}. Complete your details so that we can answer.',
      heading: 'Some more details are needed',
      intro:
        'Your letter has reached us and has been registered. To answer it we need your name, surname, city or municipality, address, and an e-mail address or a telephone number.',
      page: 'Please fill in what is missing on the page of your letter:',
      note: 'This message is sent by a program. If it was not you who wrote, you need not do anything.',
    },
    reminder: {
      subject: 'A reminder, some more details are needed: {reference}',
      preview: 'Reference {reference}. Without these details we cannot answer.',
      heading: 'We are still waiting for your details',
      intro:
        'We cannot answer your letter without your name, surname, city or municipality, address, and an e-mail address or a telephone number. We wait for them until {day} If they do not arrive, we will end our work on the letter; you can take it up again whenever you write to us.',
      page: 'Please fill in what is missing on the page of your letter:',
      note: 'This message is sent by a program, which will not repeat it. If it was not you who wrote, you need not do anything.',
    },
  },
);
