import { inLanguages } from '../script/texts.js';

/** Words of the letterhead and colophon of every public page. */
export const publicPageTexts = inLanguages(
  {
    skip: 'Пређи на садржај',
    languages: 'Писмо и језик',
    menu: 'Главни мени',
    home: 'Почетна',
    contact: 'Пишите председнику',
    releases: 'Саопштења',
    myLetter: 'Моје писмо',
    footer: 'Подножје',
    personalData: 'Подаци о личности',
    accessibility: 'Приступачност',
    feed: 'Саопштења преко RSS-а',
  },
  {
    skip: 'Skip to the content',
    languages: 'Script and language',
    menu: 'Main menu',
    home: 'Home',
    contact: 'Write to the President',
    releases: 'Press releases',
    myLetter: 'My letter',
    footer: 'Footer',
    personalData: 'Personal data',
    accessibility: 'Accessibility',
    feed: 'Press releases by RSS',
  },
);

/** Each version's name in its own script and language, never translated. */
export const VERSION_NAMES = { 'sr-Cyrl': 'Ћирилица', 'sr-Latn': 'Latinica', en: 'English' } as const;
