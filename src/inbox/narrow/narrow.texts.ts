import { inLanguages } from '../../script/texts.js';

/** What a search can be narrowed to, with counts. */
export const narrowTexts = inLanguages(
  {
    title: 'Сузи претрагу',
    count: 'Преброј поготке',
    fields: {
      state: 'Стање',
      category: 'Категорија',
      unit: 'Одељење',
      channel: 'Канал',
      municipality: 'Место',
      year: 'Година',
    },
    more: 'Погодака је преко {count}. Бројеви важе за најновијих {count}.',
    nothing: 'Погоци се ни по чему не разликују: нема чиме да се сузе.',
    tooLong: 'Пребројавање предуго траје. Додајте још неку реч.',
    back: 'Назад на поготке',
  },
  {
    title: 'Narrow the search',
    count: 'Count the hits',
    fields: {
      state: 'State',
      category: 'Category',
      unit: 'Unit',
      channel: 'Channel',
      municipality: 'Place',
      year: 'Year',
    },
    more: 'There are more than {count} hits. The counts are of the newest {count}.',
    nothing: 'The hits do not differ in anything that could narrow them.',
    tooLong: 'Counting takes too long. Add another word.',
    back: 'Back to the hits',
  },
);
