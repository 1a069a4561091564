import { inLanguages } from '../../script/texts.js';

/**
 * The accessibility statement. It says what was tested and what was not: whoever changes a page so that a
 * sentence here stops being true changes the sentence too.
 */
export const accessibilityTexts = inLanguages(
  {
    title: 'Приступачност',
    lead: 'Пишемо за све: и за онога ко страницу слуша, и за онога ко је увећава, и за онога ко нема миша. Овде стоји шта на овим страницама ради, а шта још не.',
    met: {
      title: 'Шта ради',
      items: [
        'Све може да се уради само тастатуром, а место на коме сте увек је видно означено.',
        'Ништа не тражи JavaScript: образац, прилози и праћење писма раде и без њега.',
        'Странице се читају и на екрану широком 320 тачака и при увећању од 400 одсто, без померања у страну.',
        'Поља, упутства и грешке повезани су тако да их читач екрана изговара заједно; списак грешака води право до поља.',
        'Текст и дугмад имају довољан контраст, а ништа није речено само бојом.',
        'Писмо и језик сваке странице означени су, па читач екрана зна да ли чита ћирилицу, латиницу или енглески.',
        'Нема временског ограничења док пишете, и нема провере са слика.',
      ],
    },
    notMet: {
      title: 'Шта још не ради',
      lead: 'Тежимо степену AA препоруке WCAG 2.2. За ово знамо да га не испуњава или да још није проверено:',
      items: [
        'Странице још нису прошле независну проверу, нити пробу са људима који свакодневно користе читач екрана.',
        'Прилози које Вам шаље канцеларија могу да буду скенирани, па читач екрана у њима не налази текст. Тражите их у другом облику.',
        'Текст није доступан на Брајевом писму, на знаковном језику нити у лако разумљивом облику.',
        'Саопштења преузета из ранијих година могу да имају слике без описа.',
      ],
    },
    checked: {
      title: 'Како проверавамо',
      text: 'При свакој измени програм сам проверава странице алатом axe, у све три верзије, на ширини телефона и рачунара, тастатуром и без JavaScript-а. Таква провера налази само део препрека, па нам јавите ону на коју сте наишли.',
    },
    complain: {
      title: 'Ако нешто не ради',
      lead: 'Јавите нам шта сте покушали и чиме се служите. Одговарамо као на свако писмо, а исто можете да добијете и у другом облику, поштом или телефоном.',
      body: 'Ако нисте задовољни одговором, можете да се обратите Поверенику за заштиту равноправности или Заштитнику грађана.',
    },
  },
  {
    title: 'Accessibility',
    lead: 'We write for everybody: for those who listen to a page, those who enlarge it, and those who use no mouse. Here is what works on these pages, and what does not yet.',
    met: {
      title: 'What works',
      items: [
        'Everything can be done by keyboard alone, and the place where you are is always clearly marked.',
        'Nothing needs JavaScript: the form, its attachments and following your letter work without it.',
        'Pages can be read on a screen 320 pixels wide and at 400 per cent zoom, without scrolling sideways.',
        'Fields, hints and errors are tied together so that a screen reader says them together; the list of errors leads straight to each field.',
        'Text and buttons have enough contrast, and nothing is said by colour alone.',
        'The script and language of every page are marked, so a screen reader knows whether it reads Cyrillic, Latin or English.',
        'There is no time limit while you write, and no puzzle of pictures.',
      ],
    },
    notMet: {
      title: 'What does not work yet',
      lead: 'We aim at level AA of WCAG 2.2. These parts are known to miss it, or have not been checked:',
      items: [
        'The pages have not yet been audited independently, nor tried with people who use a screen reader every day.',
        'Attachments that the office sends you may be scanned, so a screen reader finds no text in them. Please ask for another form.',
        'There are no versions in Braille, in sign language or in easy language.',
        'Press releases taken over from earlier years may have pictures without a description.',
      ],
    },
    checked: {
      title: 'How we check',
      text: 'At every change the program itself checks the pages with the tool axe, in all three versions, at the width of a telephone and of a computer, by keyboard and without JavaScript. Such a check finds only some barriers, so please tell us about the one that you met.',
    },
    complain: {
      title: 'If something does not work',
      lead: 'Tell us what you tried and what you use. We answer as we answer every letter, and you can have the same in another form, by post or by telephone.',
      body: 'If you are not content with the answer, you can turn to the Commissioner for the Protection of Equality or to the Protector of Citizens.',
    },
  },
);
