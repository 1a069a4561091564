import type { LetterView } from '../letters/letter.view.js';
import type { Language } from '../script/texts.js';
import { toLatin } from '../script/transliterate.js';
import { inScript } from './line-fields.js';

/**
 * Salutations to choose from. Neither gender nor the vocative is derived: each form that the name may have is offered,
 * and an officer who knows better writes another one.
 */
export function salutations(
  { name, surname }: Pick<LetterView, 'name' | 'surname'>,
  language: Language,
): string[] {
  if (language === 'en') {
    const family = toLatin(surname);
    return [`Dear Ms ${family}`, `Dear Mr ${family}`, `Dear ${toLatin(name)} ${family}`, 'Dear Sir or Madam'];
  }
  const cyrillicSurname = inScript(surname, 'sr-Cyrl');
  const first = inScript(name, 'sr-Cyrl');
  const choices = [
    `Поштована госпођо ${cyrillicSurname}`,
    `Поштовани господине ${cyrillicSurname}`,
    ...vocatives(cyrillicSurname).map((form) => `Поштовани господине ${form}`),
    `Поштована госпођо ${first} ${cyrillicSurname}`,
    ...vocatives(first).flatMap((form) => [`Поштована ${form}`, `Поштовани ${form}`]),
    'Поштовани',
  ];
  const unique = [...new Set(choices)];
  return language === 'sr-Cyrl' ? unique : unique.map(toLatin);
}

/** Forms that a Serbian name may have when its bearer is addressed. */
function vocatives(name: string): string[] {
  if (/[аА]$/.test(name)) return [`${name.slice(0, -1)}о`, `${name.slice(0, -1)}е`, name];
  if (/(ски|шки|чки)$/.test(name)) return [name];
  if (/(ћ|ш|ж|ч|ђ|џ|љ|њ|ј)$/.test(name)) return [`${name}у`];
  if (/[бвгдзклмнпрстфхц]$/.test(name)) return [`${name}е`, `${name}у`];
  return [name];
}
