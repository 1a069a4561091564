import { inLanguages } from '../../script/texts.js';

/** The page of the day's post. */
export const printTexts = inLanguages(
  {
    title: 'За штампу',
    lead: 'Писма која иду поштом. Отворите ПДФ, одштампајте га, а кад писма предате пошти, означите их: тада су одговорена, односно прослеђена.',
    none: 'Ниједно писмо не чека штампу.',
    open: 'Отвори ПДФ са списком ({count})',
    posted: 'Предата пошти',
    pick: 'Изабери: {reference}, {purpose}',
    purpose: 'Шта је',
    purposes: { answer: 'одговор', cover: 'допис органу, са писмом', notice: 'обавештење о прослеђивању' },
    along: 'Одштампајте и приложите:',
    number: 'Број',
    recipient: 'Прималац',
    ordered: 'Чека од',
    done: {
      one: '{count} писмо је предато пошти.',
      few: '{count} писма су предата пошти.',
      many: '{count} писама је предато пошти.',
    },
    refused: 'Нека писма више нису чекала и остала су како јесу: {count}.',
    choose: 'Изаберите бар једно писмо.',
  },
  {
    title: 'To print',
    lead: 'Letters that go by post. Open the PDF, print it, and once the letters are handed to the post, mark them: then they are answered, or forwarded.',
    none: 'No letter waits to be printed.',
    open: 'Open the PDF with its list ({count})',
    posted: 'Handed to the post',
    pick: 'Choose: {reference}, {purpose}',
    purpose: 'What it is',
    purposes: {
      answer: 'answer',
      cover: 'covering letter, with the letter',
      notice: 'notice of the forwarding',
    },
    along: 'Print and enclose:',
    number: 'Number',
    recipient: 'Recipient',
    ordered: 'Waits since',
    done: {
      one: '{count} letter is handed to the post.',
      few: '{count} letters are handed to the post.',
      many: '{count} letters are handed to the post.',
    },
    refused: 'Some letters waited no longer and stay as they are: {count}.',
    choose: 'Choose at least one letter.',
  },
);
