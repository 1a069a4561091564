import { inLanguages } from '../../script/texts.js';

/** What the front page says. `{days}` is the profile's aim for an answer. */
export const homeTexts = inLanguages(
  {
    title: 'Пишите председнику',
    description: 'Како да пишете председнику Републике, како настаје одговор, и најновија саопштења.',
    lead: 'Свако може да се обрати председнику Републике. Писмо одмах добија своју ознаку, чита га службеник, а одговор стиже на адресу коју наведете.',
    write: 'Напишите писмо',
    see: 'Погледајте своје писмо',
    newest: 'Најновија саопштења',
    noReleases: 'Још нема објављених саопштења.',
    allReleases: 'Сва саопштења',
    ways: 'Три начина да пишете',
    openForm: 'Отворите образац',
    answers: 'Како настаје одговор',
    steps: [
      {
        title: 'Писмо се уписује',
        text: 'Добија ознаку за Вас и редни број у уписнику, без обзира на то којим је путем стигло.',
      },
      {
        title: 'Службеник га чита',
        text: 'Одређује о чему је реч, колико је хитно и ко треба да припреми одговор.',
      },
      {
        title: 'Одговарамо или прослеђујемо',
        text: 'Ако о Вашој ствари одлучује други орган, писмо шаљемо њему и о томе Вас обавештавамо.',
      },
      {
        title: 'Одговор стиже до Вас',
        text: 'Настојимо да то буде у року од {days} дана. Докле се стигло видите у сваком тренутку, без налога и лозинке.',
      },
    ],
  },
  {
    title: 'Write to the President',
    description:
      'How to write to the President of the Republic, how a reply is made, and the newest press releases.',
    lead: 'Anyone may write to the President of the Republic. Your letter gets a reference at once, an officer reads it, and the reply comes to the address you give.',
    write: 'Write a letter',
    see: 'See your letter',
    newest: 'Newest press releases',
    noReleases: 'No press releases have been published yet.',
    allReleases: 'All press releases',
    ways: 'Three ways to write',
    openForm: 'Open the form',
    answers: 'How a reply is made',
    steps: [
      {
        title: 'The letter is registered',
        text: 'It gets a reference for you and a number in the register, whichever way it came.',
      },
      {
        title: 'An officer reads it',
        text: 'The officer decides what it is about, how urgent it is and who should prepare the reply.',
      },
      {
        title: 'We reply or forward',
        text: 'If another body decides on your matter, we send the letter there and tell you so.',
      },
      {
        title: 'The reply reaches you',
        text: 'We aim to do this within {days} days. You can see where your letter is at any time, without an account or password.',
      },
    ],
  },
);
