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
  },
  {
    heading: 'On paper',
    arrived: 'The envelope arrived on {day}',
    senderNumber: 'Number on the letter',
    senderDate: 'Date on the letter',
    enclosures: 'Enclosures in the envelope',
    slip: 'Slip to print (PDF)',
  },
);
