import { fill, inLanguages, type Language } from '../../script/texts.js';

/** Words of the lists: newest, year, month, search. */
export const archiveTexts = inLanguages(
  {
    title: 'Саопштења',
    description: 'Саопштења канцеларије, од најновијег, по годинама и месецима.',
    searchForm: 'Претрага саопштења',
    searchLabel: 'Тражите у саопштењима',
    searchButton: 'Тражи',
    when: 'Година и месец',
    years: 'Године',
    months: 'Месеци {year}. године',
    newest: 'Најновија саопштења',
    wholeYear: 'Сва саопштења из {year}.',
    wholeMonth: 'Сва саопштења за {month} {year}.',
    olderOfMonth: 'Старија саопштења за {month} {year}.',
    none: 'Још нема саопштења.',
    year: '{year}.',
    month: '{month} {year}.',
    otherMonths: 'Суседни месеци',
    olderMonth: 'Претходни месец',
    newerMonth: 'Следећи месец',
    monthNames: [
      'јануар',
      'фебруар',
      'март',
      'април',
      'мај',
      'јун',
      'јул',
      'август',
      'септембар',
      'октобар',
      'новембар',
      'децембар',
    ],
    numbers: ['ниједно', 'једно', 'два', 'три', 'четири', 'пет', 'шест', 'седам', 'осам', 'девет', 'десет'],
    countOne: '{count} саопштење',
    countMany: '{count} саопштења',
    foundTitle: 'Нађена саопштења',
    foundFor: 'За речи „{q}“, од најновијег',
    nothingTitle: 'Ништа није нађено',
    nothing:
      'Ниједно саопштење не садржи речи „{q}“. Покушајте са мање речи; свеједно је да ли пишете ћирилицом или латиницом.',
    insteadStart: 'Можете и да ',
    insteadBrowse: 'прегледате саопштења по месецима',
    insteadOr: ' или да о томе ',
    insteadWrite: 'пишете председнику',
    insteadEnd: '.',
    more: 'Даље',
    older: 'Старија саопштења',
    missingTitle: 'Тог саопштења нема',
    missingLead:
      'Адреса је можда погрешно преписана, или је саопштење повучено. Потражите га по речима или по датуму.',
    emptyMonth: 'За {month} {year}. нема саопштења',
    emptyYear: 'За {year}. годину нема саопштења',
    emptyLead: 'Изаберите други месец, или потражите саопштење по речима.',
  },
  {
    title: 'Press releases',
    description: 'Press releases of the office, newest first, by year and month.',
    searchForm: 'Search press releases',
    searchLabel: 'Search the press releases',
    searchButton: 'Search',
    when: 'Year and month',
    years: 'Years',
    months: 'Months of {year}',
    newest: 'Newest press releases',
    wholeYear: 'All press releases of {year}',
    wholeMonth: 'All press releases of {month} {year}',
    olderOfMonth: 'Older press releases of {month} {year}',
    none: 'There are no press releases yet.',
    year: '{year}',
    month: '{month} {year}',
    otherMonths: 'Other months',
    olderMonth: 'Previous month',
    newerMonth: 'Next month',
    monthNames: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    numbers: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    countOne: '{count} press release',
    countMany: '{count} press releases',
    foundTitle: 'Press releases found',
    foundFor: 'For “{q}”, newest first',
    nothingTitle: 'Nothing found',
    nothing:
      'No press release contains “{q}”. Try fewer words; Serbian words may be in Cyrillic or in Latin script.',
    insteadStart: 'You can also ',
    insteadBrowse: 'browse the press releases by month',
    insteadOr: ' or ',
    insteadWrite: 'write to the President',
    insteadEnd: ' about it.',
    more: 'Further',
    older: 'Older press releases',
    missingTitle: 'There is no such press release',
    missingLead:
      'The address may have been copied wrongly, or the release withdrawn. Look for it by words or by date.',
    emptyMonth: 'No press releases in {month} {year}',
    emptyYear: 'No press releases in {year}',
    emptyLead: 'Choose another month, or search by words.',
  },
);

/** "седам саопштења", "21 саопштење": numbers up to ten in words, and Serbian's singular for 1, 21, 31 but not 11. */
export function countText(language: Language, count: number): string {
  const texts = archiveTexts[language];
  const isOne = language === 'en' ? count === 1 : count % 10 === 1 && count % 100 !== 11;
  return fill(isOne ? texts.countOne : texts.countMany, { count: texts.numbers[count] ?? count });
}

/** "новембар 2026.", or with a capital where it begins a title. */
export function monthText(language: Language, year: number, month: number, { capital = false } = {}): string {
  const text = fill(archiveTexts[language].month, { month: monthName(language, month), year });
  return capital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

export const monthName = (language: Language, month: number): string =>
  archiveTexts[language].monthNames[month - 1] ?? '';
