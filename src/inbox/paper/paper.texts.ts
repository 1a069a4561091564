import { inLanguages } from '../../script/texts.js';

/** What a letter's page says of the paper that it came on. */
export const paperTexts = inLanguages(
  {
    heading: 'На папиру',
    arrived: 'Коверта је стигла {day}',
    senderNumber: 'Број на писму',
    senderDate: 'Датум на писму',
    enclosures: 'Прилога у коверти',
    slip: 'Потврда за штампу (PDF)',
    recognised: {
      heading: 'Препознат текст скена: {name}',
      sure: 'сигурност {share} %',
      warning: 'Текст је прочитала машина и у њему има грешака, поготово у рукопису. Меродаван је скен.',
      waits: 'Машина тек треба да прочита скен „{name}“.',
      nothing: 'Машина у скену „{name}“ није препознала текст.',
      unread: 'Скен „{name}“: {why}.',
      again: 'Прочитај поново',
      reasons: {
        encrypted: 'закључан PDF, текст није прочитан',
        broken: 'неисправан PDF, текст није прочитан',
        pages: 'више од 500 страна, текст није прочитан',
        time: 'читање је трајало предуго, текст није потпун',
        memory: 'читање је тражило превише меморије, текст није потпун',
        picture: 'слика не може да се отвори, текст није прочитан',
        cut: 'прочитано је само првих 20 страна',
        failed: 'читање није успело ни после више покушаја',
      },
    },
  },
  {
    heading: 'On paper',
    arrived: 'The envelope arrived on {day}',
    senderNumber: 'Number on the letter',
    senderDate: 'Date on the letter',
    enclosures: 'Enclosures in the envelope',
    slip: 'Slip to print (PDF)',
    recognised: {
      heading: 'Recognised text of the scan: {name}',
      sure: '{share} % sure',
      warning:
        'A machine has read this text, and there are mistakes in it, above all in handwriting. The scan is what counts.',
      waits: 'The machine is still to read the scan “{name}”.',
      nothing: 'The machine has recognised no text in the scan “{name}”.',
      unread: 'The scan “{name}”: {why}.',
      again: 'Read again',
      reasons: {
        encrypted: 'a locked PDF, its text is not read',
        broken: 'a damaged PDF, its text is not read',
        pages: 'more than 500 pages, its text is not read',
        time: 'reading took too long, the text is not whole',
        memory: 'reading took too much memory, the text is not whole',
        picture: 'the picture cannot be opened, its text is not read',
        cut: 'only the first 20 pages are read',
        failed: 'reading failed, also after several tries',
      },
    },
  },
);
