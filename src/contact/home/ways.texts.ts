import { inLanguages } from '../../script/texts.js';

/** The three ways to write, as the front page and the page with the form tell them. */
export const waysTexts = inLanguages(
  {
    form: 'Преко обрасца',
    formText: 'Најбрже: ознаку добијате одмах, а можете и да приложите документа.',
    email: 'Електронском поштом',
    emailText: 'Наведите име, презиме, место, адресу и, ако желите, телефон.',
    post: 'Поштом',
    postText: 'Може и руком писано. Уписује се оног дана кад стигне.',
  },
  {
    form: 'By the form',
    formText: 'The quickest: you get the reference at once and may attach documents.',
    email: 'By e-mail',
    emailText: 'Give your name, surname, town, address and, if you wish, a telephone number.',
    post: 'By post',
    postText: 'Handwriting is welcome. The letter is registered on the day it arrives.',
  },
);
