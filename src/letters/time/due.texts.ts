import { inLanguages } from '../../script/texts.js';

export const dueTexts = inLanguages(
  {
    subject: 'Рокови за одговор: касни {late}, истиче {soon}',
    heading: 'Рокови за одговор',
    late: 'Рок је прошао ({count})',
    soon: 'Рок истиче ускоро ({count})',
    dueOn: 'рок {day}',
    all: 'Сва таква писма',
    note: 'Ову поруку шаље програм, највише једном у сату, и само када има новог.',
  },
  {
    subject: 'Due dates: {late} late, {soon} soon',
    heading: 'Due dates of replies',
    late: 'Past their due date ({count})',
    soon: 'Due soon ({count})',
    dueOn: 'due {day}',
    all: 'All such letters',
    note: 'A program sends this message, at most once an hour, and only when there is something new.',
  },
);
