import { inLanguages } from '../../script/texts.js';

/** What a rule says of a letter, until an officer confirms or corrects it. */
export const suggestionTexts = inLanguages(
  {
    of: 'Предлог правила „{rule}“.',
    set: 'Разврстало правило „{rule}“.',
    urgent: 'хитно',
    accept: 'Прихвати',
    confirm: 'Потврди',
  },
  {
    of: 'Suggested by the rule “{rule}”.',
    set: 'Sorted by the rule “{rule}”.',
    urgent: 'urgent',
    accept: 'Accept',
    confirm: 'Confirm',
  },
);
