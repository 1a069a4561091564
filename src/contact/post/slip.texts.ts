import { inLanguages } from '../../script/texts.js';

/** The slip that goes back to whoever wrote on paper and left no e-mail address. Nothing of the writer's words. */
export const slipTexts = inLanguages(
  {
    title: 'Потврда о пријему',
    intro: 'Ваше писмо је стигло до нас {day} и заведено је у уписник. Сачувајте ову потврду.',
    reference: 'Ознака писма',
    register: 'Број у уписнику',
    arrived: 'Стигло',
    reading: 'Службеник ће прочитати писмо и одредити ко припрема одговор.',
    aim: 'Настојимо да одговор стигне до {day}',
    forwarding: 'Ако о ствари одлучује други орган, писмо ћемо проследити њему и о томе Вас обавестити.',
    details:
      'Да бисмо могли да одговоримо, потребни су нам име, презиме, град или општина и адреса. Допуните их на страници свог писма, или нам пишите поново и наведите ознаку.',
    status: 'Докле се стигло видите на страници {address}: упишите ознаку и своје презиме.',
    own: 'Или снимите квадрат телефоном: води на Вашу страницу, на којој можете и да допуните или повучете писмо. Ко има ту везу, може да прочита писмо.',
  },
  {
    title: 'Acknowledgement of receipt',
    intro: 'Your letter reached us on {day} and has been registered. Please keep this slip.',
    reference: 'Reference of the letter',
    register: 'Number in the register',
    arrived: 'Arrived',
    reading: 'An officer will read the letter and decide who prepares the answer.',
    aim: 'We aim to answer by {day}',
    forwarding: 'If another body decides on the matter, we will pass the letter on to it and tell you so.',
    details:
      'To answer we need your name, surname, city or municipality and address. Fill them in on the page of your letter, or write to us again and give the reference.',
    status: 'You see how far it has come at {address}: enter the reference and your surname.',
    own: 'Or take a picture of the square with a telephone: it leads to your own page, where you can also add to the letter or withdraw it. Whoever has that link can read the letter.',
  },
);
