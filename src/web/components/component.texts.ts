import { inLanguages } from '../../script/texts.js';

/** Words that components bring themselves. `%{count}` is filled in by the page's script. */
export const componentTexts = inLanguages(
  {
    error: 'Грешка',
    optional: '(није обавезно)',
    characters: {
      limit: 'Можете да напишете највише {count} знакова.',
      under: {
        one: 'Остао Вам је још %{count} знак.',
        few: 'Остала су Вам још %{count} знака.',
        other: 'Остало Вам је још %{count} знакова.',
      },
      at: 'Нема више места: написали сте највећи допуштени број знакова.',
      over: {
        one: 'Имате %{count} знак више него што је допуштено.',
        few: 'Имате %{count} знака више него што је допуштено.',
        other: 'Имате %{count} знакова више него што је допуштено.',
      },
    },
  },
  {
    error: 'Error',
    optional: '(optional)',
    characters: {
      limit: 'You can write up to {count} characters.',
      under: {
        one: 'You have %{count} character left.',
        few: 'You have %{count} characters left.',
        other: 'You have %{count} characters left.',
      },
      at: 'There is no room left: you have written the greatest number of characters allowed.',
      over: {
        one: 'You are %{count} character over the limit.',
        few: 'You are %{count} characters over the limit.',
        other: 'You are %{count} characters over the limit.',
      },
    },
  },
);
