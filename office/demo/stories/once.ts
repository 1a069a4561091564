import type { Story } from '../story.js';

/** Events that happened once, in no particular town. */
export const ONCE: readonly Story[] = [
  {
    section: 'education',
    picture: 'building',
    sr: {
      titles: ['Пријем за ђаке генерације из свих округа'],
      lead: 'Стотину и двадесет ученика представило је школе из којих долази. Првима су се обратили они који у школу путују најдаље.',
      body: [
        'Пријем је одржан у згради на Андрићевом венцу, у присуству наставника и родитеља. Ученици су седели по окрузима, азбучним редом, па су се најпре упознали суседи.',
        'Највише се говорило о томе шта би их задржало да студирају и раде у земљи. Записано је двадесет и шест предлога, а на сваки ће бити *одговорено писмом*.',
        '## Књига за сваку школу',
        'Уз похвалницу је свака школа добила по једну књигу коју је изабрао сам ученик, са посветом онима који долазе после њега.',
      ],
    },
    en: {
      titles: ['Reception for the best pupils of every district'],
      lead: 'A hundred and twenty pupils presented the schools that they come from. Those who travel furthest to school spoke first.',
      body: [
        'The reception was held in the building in Andrićev venac, with teachers and parents present. The pupils sat by district, in alphabetical order, so that neighbours met first.',
        'Most was said of what would make them stay to study and work in the country. Twenty-six proposals were written down, and each will be *answered by letter*.',
        '## A book for every school',
        'With the certificate each school received a book chosen by the pupil, with a dedication to those who come after.',
      ],
    },
  },
  {
    section: 'foreign',
    picture: 'building',
    sr: {
      titles: ['Председник примио акредитивна писма новоименованих амбасадора'],
      lead: 'У разговорима после свечаности било је речи о привреди, просвети и слободном путовању студената.',
      body: [
        'Акредитивна писма предала су четири амбасадора. Свечаности је претходило интонирање химни.',
        'Са сваким од гостију вођен је посебан разговор. Заједничко им је било питање признавања диплома, које *студенте и даље највише мучи*.',
      ],
    },
    en: {
      titles: ['The President receives the credentials of new ambassadors'],
      lead: 'The talks after the ceremony were of trade, of schooling and of free travel for students.',
      body: [
        'Four ambassadors presented their letters of credence. Anthems were played before the ceremony.',
        'Each guest was received separately. All raised the recognition of diplomas, which *troubles students most*.',
      ],
    },
  },
  {
    section: 'honours',
    sr: {
      titles: ['Венци на Дан примирја у Првом светском рату'],
      lead: '',
      body: [
        'Венци су положени у једанаест часова, уз почасну стражу и минут ћутања.',
        'На свечаности су прочитани одломци из писама војника са фронта, која породице чувају више од једног века. Писма су снимљена и биће доступна школама.',
      ],
    },
    en: {
      titles: ['Wreaths on Armistice Day'],
      lead: '',
      body: [
        'Wreaths were laid at eleven o’clock, with a guard of honour and a minute of silence.',
        'Passages were read from soldiers’ letters from the front, which families have kept for more than a century. The letters have been scanned and will be open to schools.',
      ],
    },
  },
  {
    section: 'office',
    picture: 'desk',
    sr: {
      titles: ['Годишњи извештај о писмима грађана'],
      lead: 'Најчешће се писало о здравству, пензијама и путевима, а сваки девети писац имао је предлог, не молбу.',
      body: [
        'Извештај први пут показује и колико се на одговор чека. Половина писаца одговор је добила за мање од две недеље.',
        '| Повод | Удео |\n|---|---|\n| Здравство | 24 % |\n| Пензије и социјална помоћ | 21 % |\n| Путеви и комуналне ствари | 17 % |\n| Остало | 38 % |',
        'Где је одговор каснио, стоји и *зашто је каснио*. Цео извештај може се добити и поштом, на захтев упућен преко [обрасца](/contact).',
      ],
    },
    en: {
      titles: ['Yearly report on citizens’ letters'],
      lead: 'Most letters were about health, pensions and roads; one writer in nine had a proposal, not a request.',
      body: [
        'For the first time the report also shows how long people wait for an answer. Half of the writers had theirs in less than two weeks.',
        '| About | Share |\n|---|---|\n| Health | 24 % |\n| Pensions and social assistance | 21 % |\n| Roads and utilities | 17 % |\n| Other | 38 % |',
        'Where an answer was late, the report says *why it was late*. The whole report is sent by post to whoever asks for it through the [form](/contact).',
      ],
    },
  },
  {
    section: 'visits',
    sr: {
      titles: ['Исправка: распоред обиласка општина погођених поплавама'],
      lead: 'У јучерашњем саопштењу погрешно је наведен час поласка.',
      body: ['Обилазак почиње у девет часова, а не у десет. Редослед места остаје исти.'],
    },
  },
];
