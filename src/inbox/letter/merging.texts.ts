import { inLanguages } from '../../script/texts.js';

/** Merging duplicates: its form, and what both letters say of each other. */
export const mergingTexts = inLanguages(
  {
    merge: 'Споји',
    separate: 'Одвоји',
    merging: {
      heading: 'Спајање дупликата',
      lead: 'Ово писмо се затвара, а ради се на другом. Може да се поново одвоји.',
      into: 'Писмо на којем се ради',
      intoHint: 'шифра или број из уписника, на пример 2026-000123',
      samePerson: 'Иста особа, иако се подаци разликују',
      samePersonHint: 'Грађанин тада на својој страници не види ништа о другом писму.',
      save: 'Споји писма',
    },
    separation: {
      heading: 'Одвајање',
      reason: 'Зашто писма нису дупликати',
      hint: 'писмо се поново отвара и стоји само',
      save: 'Одвоји и отвори поново',
    },
    isMerged: 'Ово писмо је дупликат.',
    workedOn: 'Ради се на писму',
    hidden: 'Ради се на писму које ваш налог не види.',
    keeps: { one: 'Са овим писмом је спојено још једно.', more: 'Са овим писмом су спојена и друга.' },
    keepsHint: 'Одговара се само на ово; њихове допуне стижу овде.',
    state: 'стање: {state}',
  },
  {
    merge: 'Merge',
    separate: 'Separate',
    merging: {
      heading: 'Merge a duplicate',
      lead: 'This letter is closed and the other one is worked on. They can be separated again.',
      into: 'Letter that is worked on',
      intoHint: 'reference or register number, for example 2026-000123',
      samePerson: 'The same person, although the details differ',
      samePersonHint: 'The citizen then sees nothing of the other letter on the private page.',
      save: 'Merge the letters',
    },
    separation: {
      heading: 'Separation',
      reason: 'Why the letters are no duplicates',
      hint: 'the letter is opened again and stands for itself',
      save: 'Separate and open again',
    },
    isMerged: 'This letter is a duplicate.',
    workedOn: 'Work goes on in letter',
    hidden: 'Work goes on in a letter that your account does not see.',
    keeps: {
      one: 'Another letter is merged into this one.',
      more: 'Other letters are merged into this one.',
    },
    keepsHint: 'Only this one is answered; supplements to them arrive here.',
    state: 'state: {state}',
  },
);
