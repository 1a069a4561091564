import { inLanguages } from '../../script/texts.js';

/** The page on which a citizen asks by reference and surname. */
export const statusTexts = inLanguages(
  {
    title: 'Моје писмо',
    errorTitle: 'Грешка',
    description: 'Погледајте докле је стигло Ваше писмо: упишите ознаку и своје презиме.',
    lead: 'Упишите ознаку писма и своје презиме, па ћете видети докле се стигло.',
    form: 'Пронађите своје писмо',
    reference: 'Ознака писма',
    referenceHint: 'Осам знакова са потврде, на пример 7K3M-Q9TX.',
    surname: 'Презиме',
    surnameHint: 'Као у писму; ћирилицом или латиницом.',
    look: 'Погледајте',
    errors: {
      title: 'Исправите да бисмо пронашли писмо',
      reference: 'Напишите ознаку: осам слова и цифара, на пример 7K3M-Q9TX',
      surname: 'Напишите презиме',
      notFound: 'Нема писма са том ознаком и тим презименом: проверите једно и друго',
      stale: {
        title: 'Потребан је још један клик',
        text: 'Страница је предуго стајала отворена. Притисните још једном „Погледајте“.',
      },
      busy: {
        title: 'Сачекајте мало',
        text: 'За кратко време је било много покушаја. Покушајте поново за {minutes} мин.',
      },
    },
    together: {
      open: 'На Вашем писму се ради заједно са Вашим другим писмом',
      done: 'Рад на Вашем писму је завршен заједно са Вашим другим писмом',
    },
    linkTitle: 'Ваша приватна страница',
    linkText:
      'На њој можете да прочитате шта сте написали, додате допуну или повучете писмо. Из предострожности је отвара само приватна веза. Ако сте је изгубили, послаћемо је поново на електронску адресу из писма.',
    linkButton: 'Пошаљите ми приватну везу',
    noEmail:
      'На њој можете да прочитате шта сте написали, додате допуну или повучете писмо. У писму нема електронске адресе, па везу не можемо да пошаљемо: отворите је са странице коју сте видели после слања. Ако је више немате, пишите нам и наведите ознаку.',
    linkSentTitle: 'Приватна веза је послата',
    linkSentText:
      'Стиже за који минут на електронску адресу из писма. Ако је нема, погледајте међу нежељеном поштом.',
    again: 'Пронађите друго писмо',
  },
  {
    title: 'My letter',
    errorTitle: 'Error',
    description: 'See how far your letter has come: enter its reference and your surname.',
    lead: 'Enter the reference of the letter and your surname to see how far it has come.',
    form: 'Find your letter',
    reference: 'Reference of the letter',
    referenceHint: 'Eight characters from the receipt, for example 7K3M-Q9TX.',
    surname: 'Surname',
    surnameHint: 'As in the letter; in Cyrillic or Latin.',
    look: 'See the letter',
    errors: {
      title: 'Correct this so that we can find the letter',
      reference: 'Enter the reference: eight letters and digits, for example 7K3M-Q9TX',
      surname: 'Enter the surname',
      notFound: 'There is no letter with that reference and that surname: check both',
      stale: {
        title: 'It takes one more click',
        text: 'The page stood open for too long. Press “See the letter” once more.',
      },
      busy: {
        title: 'Please wait a little',
        text: 'There have been many tries in a short time. Please try again in {minutes} min.',
      },
    },
    together: {
      open: 'Your letter is being worked on together with your other letter',
      done: 'Work on your letter is finished, together with your other letter',
    },
    linkTitle: 'Your private page',
    linkText:
      'There you can read what you wrote, add to it or withdraw the letter. To be safe, only a private link opens it. If you have lost the link, we will send it again to the e-mail address in the letter.',
    linkButton: 'Send me the private link',
    noEmail:
      'There you can read what you wrote, add to it or withdraw the letter. There is no e-mail address in the letter, so we cannot send the link: open it from the page that you saw after sending. If you no longer have that page, write to us and quote the reference.',
    linkSentTitle: 'The private link has been sent',
    linkSentText:
      'It comes within minutes to the e-mail address in the letter. If it does not, look among unwanted mail.',
    again: 'Find another letter',
  },
);
