import type { Story } from '../story.js';

/** Health, honours, neighbours, the office itself. */
export const PEOPLE: readonly Story[] = [
  {
    section: 'health',
    sr: {
      titles: [
        'Отворено дечје одељење болнице у {in}',
        'Разговор са сестрама и лекарима болнице у {in}',
        'Нова породична амбуланта у {in}',
      ],
      lead: 'Родитељи сада могу да остану уз дете и ноћу, а прегледи се заказују и телефоном и на шалтеру.',
      body: [
        'Одељење има осамнаест соба и кухињу за родитеље. Опрему су одабрали они који са њом раде, а сваки уређај има и човека који за њега одговара.',
        'У разговору је речено да недостају сестре за рад ноћу. Предложено је да се *ноћни рад више плаћа*, и да се ученицима завршних разреда понуди пракса у близини куће.',
        '## Превоз са села',
        'Из удаљених насеља до болнице два пута недељно вози комби. Ред вожње стоји на вратима сваке месне канцеларије.',
      ],
    },
    en: {
      titles: [
        'Children’s ward opened at the hospital in {place}',
        'Talks with nurses and doctors of the hospital in {place}',
        'New family surgery in {place}',
      ],
      lead: 'Parents may now stay with their child at night, and appointments are made by telephone as well as at the counter.',
      body: [
        'The ward has eighteen rooms and a kitchen for parents. The equipment was chosen by those who work with it, and every device has a person who answers for it.',
        'In the talks it was said that nurses for the night are lacking. It was proposed that *work at night be paid better*, and that pupils of the final year be offered practice near home.',
        '## Transport from the villages',
        'A minibus runs twice a week from distant settlements to the hospital. Its timetable hangs on the door of every local office.',
      ],
    },
  },
  {
    section: 'honours',
    picture: 'building',
    sr: {
      titles: [
        'Одликовање добровољним ватрогасцима из {of}',
        'Захвалница учитељима из {of}',
        'Сећање на градитеље пруге код {of}',
      ],
      lead: 'Признање је примљено у име свих који су годинама радили без речи о себи.',
      body: [
        'На свечаности су говорили најстарији и најмлађи члан друштва. Прочитана су имена свих који су у њему били од оснивања.',
        'Речено је да је признање *обавеза да се знање пренесе*. Друштво већ три године окупља ученике суботом пре подне.',
        'После свечаности положено је цвеће на спомен-плочу. Плоча је израђена у месној каменорезачкој радионици.',
      ],
    },
    en: {
      titles: [
        'Honour for the volunteer firefighters of {place}',
        'Thanks to the teachers of {place}',
        'In memory of the builders of the railway near {place}',
      ],
      lead: 'The recognition was received in the name of all who worked for years without a word about themselves.',
      body: [
        'The oldest and the youngest member of the society spoke at the ceremony. The names of all who belonged to it since its founding were read.',
        'It was said that the recognition is *a duty to pass on what one knows*. For three years the society has gathered pupils on Saturday mornings.',
        'After the ceremony flowers were laid at the memorial plaque, which was made in the local stonemason’s workshop.',
      ],
    },
  },
  {
    section: 'foreign',
    sr: {
      titles: [
        'Пријем за представнике побратимљених градова у {in}',
        'Међународни сусрет младих музичара у {in}',
        'Договор о сарадњи пограничних општина у {in}',
      ],
      lead: 'Домаћини и гости договорили су размену ученика и заједничку помоћ у случају пожара и поплава.',
      body: [
        'У раду су учествовали представници осам општина са обе стране границе. Договор обухвата школе, библиотеке и ватрогасне јединице.',
        'Ученици ће по две недеље проводити у породицама домаћина. Прва размена предвиђена је за пролеће.',
        'Текст договора објављен је на језицима свих потписника, *и сви су текстови подједнако важећи*.',
      ],
    },
    en: {
      titles: [
        'Reception for twin towns in {place}',
        'International meeting of young musicians in {place}',
        'Agreement on cooperation of border municipalities in {place}',
      ],
      lead: 'Hosts and guests agreed to exchange pupils and to help each other against fire and flood.',
      body: [
        'Eight municipalities from both sides of the border took part. The agreement covers schools, libraries and fire brigades.',
        'Pupils will spend two weeks with families of their hosts. The first exchange is planned for the spring.',
        'The agreement is published in the languages of all who signed it, *and all texts are equally valid*.',
      ],
    },
  },
  {
    section: 'office',
    picture: 'desk',
    sr: {
      titles: [
        'Дан отворених врата канцеларије за преписку у {in}',
        'Шта грађани из {of} најчешће пишу',
        'Канцеларија за преписку на пријему грађана у {in}',
      ],
      lead: 'Службеници су два дана примали писма на лицу места и помагали онима којима је образац тежак.',
      body: [
        'Највише писама односило се на путеве, лечење и старе спорове око међа. Свако је добило ознаку и редни број *пре него што је подносилац устао од стола*.',
        'Писмо се може послати на три начина:',
        '1. преко [обрасца](/contact);\n2. електронском поштом;\n3. поштом, и руком писано.',
        'О томе докле је писмо стигло свако може да се обавести у сваком тренутку, без налога и лозинке.',
      ],
    },
    en: {
      titles: [
        'Open day of the Correspondence Office in {place}',
        'What citizens of {place} write about most',
        'The Correspondence Office meets citizens in {place}',
      ],
      lead: 'For two days officers received letters on the spot and helped those who find the form difficult.',
      body: [
        'Most letters were about roads, treatment and old disputes over boundaries. Each was given its reference and its number *before the writer rose from the table*.',
        'A letter may be sent in three ways:',
        '1. by the [form](/contact);\n2. by e-mail;\n3. by post, in handwriting too.',
        'Everybody can see at any time how far a letter has come, without an account and without a password.',
      ],
    },
  },
];
