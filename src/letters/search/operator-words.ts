import { inLanguages } from '../../script/texts.js';
import type { Operator } from './parse-search.js';

/** How each operator is offered in the office's languages; what is typed may be any of the names it goes by. */
export const operatorWords: Record<'sr-Cyrl' | 'sr-Latn' | 'en', Record<Operator, string>> = inLanguages(
  {
    from: 'од',
    municipality: 'општина',
    category: 'категорија',
    state: 'стање',
    unit: 'одељење',
    channel: 'канал',
    before: 'пре',
    after: 'после',
    about: 'саопштење',
    mark: 'ознака',
    has: 'има',
  },
  {
    from: 'from',
    municipality: 'municipality',
    category: 'category',
    state: 'state',
    unit: 'unit',
    channel: 'channel',
    before: 'before',
    after: 'after',
    about: 'about',
    mark: 'mark',
    has: 'has',
  },
);

/** An operator with its value, as it is typed: in quotation marks when it holds spaces. */
export const withOperator = (word: string, value: string) =>
  /\s/.test(value) ? `${word}:"${value.replaceAll('"', '')}"` : `${word}:${value}`;
