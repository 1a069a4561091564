import type { Story } from '../story.js';

/** Schools, libraries, heritage. */
export const LEARNING: readonly Story[] = [
  {
    section: 'education',
    picture: 'classroom',
    sr: {
      titles: [
        'Млади математичари из {of} на пријему у Београду',
        'Отворена лабораторија за природне науке у {in}',
        'Разговор са наставницима физике и математике у {in}',
      ],
      lead: 'Ученици и наставници изнели су шта школама највише недостаје: време у лабораторији, превоз из удаљених села и књиге које се не чекају.',
      body: [
        'Ученици су представили радове настале током школске године, од распореда вожње сеоских аутобуса до процене приноса малине. Највише пажње привукао је прорачун по коме се школски превоз може скратити за трећину *ако полазне тачке одређују саме породице*.',
        '## Лабораторија и суботом',
        'Договорено је да се школска лабораторија у месту {place} отвара и суботом, за све школе у округу. Наставници су предложили да се опрема набавља заједно, а да се користи наизменично.',
        'Награђенима су уручене књиге, а њиховим школама комплети за наставу вероватноће и статистике. Следећи сусрет предвиђен је за јесен.',
      ],
    },
    en: {
      titles: [
        'Young mathematicians from {place} received in Belgrade',
        'Science laboratory opened in {place}',
        'Talks with teachers of physics and mathematics in {place}',
      ],
      lead: 'Pupils and teachers said what schools lack most: hours in a laboratory, transport from distant villages, and books that need not be waited for.',
      body: [
        'The pupils presented work done during the school year, from timetables of village buses to an estimate of the raspberry crop. Most attention went to a calculation that shortens the school run by a third *if families choose the starting points themselves*.',
        '## A laboratory on Saturdays too',
        'It was agreed that the school laboratory in {place} will open on Saturdays for every school in the district. The teachers proposed buying equipment together and using it in turns.',
        'The winners were given books, and their schools kits for teaching probability and statistics. The next meeting is planned for the autumn.',
      ],
    },
  },
  {
    section: 'culture',
    picture: 'library',
    sr: {
      titles: [
        'Обилазак обновљене библиотеке и завичајног одељења у {in}',
        'Градска библиотека у {in} отворена и суботом',
        'Завичајна збирка из {of} доступна читаоцима',
      ],
      lead: 'Читаоница је после дуже обнове поново отворена, а старе новине и писма први пут се могу прегледати и на екрану.',
      body: [
        'Зграда је добила нов кров, прилаз за колица и читаоницу са четрдесет места. Књиге су за време радова чуване у школама, а враћали су их ученици, разред по разред.',
        'Завичајно одељење чува календаре, разгледнице и преписку занатлија. Снимљено је више од дванаест хиљада страница, *сваку је прегледао библиотекар*.',
        '## Радно време',
        'Библиотека ради радним данима од осам до двадесет часова, а суботом до четрнаест. Чланство је за ученике и пензионере бесплатно.',
      ],
    },
    en: {
      titles: [
        'Visit to the renewed library and local collection in {place}',
        'Public library in {place} now open on Saturdays',
        'Local collection of {place} open to readers',
      ],
      lead: 'After a long renovation the reading room is open again, and old newspapers and letters can for the first time be read on a screen.',
      body: [
        'The building has a new roof, a ramp and a reading room with forty places. During the works the books were kept in schools, and pupils carried them back, class by class.',
        'The local collection keeps calendars, postcards and the correspondence of craftsmen. More than twelve thousand pages were scanned, *each looked over by a librarian*.',
        '## Opening hours',
        'The library is open on working days from eight to twenty, and on Saturdays until fourteen. Membership is free for pupils and pensioners.',
      ],
    },
  },
  {
    section: 'culture',
    picture: 'building',
    sr: {
      titles: [
        'Почела обнова старе гимназијске зграде у {in}',
        'Заштићено прочеље старог здања у {in}',
        'Занатлије из {of} обнављају заборављене технике',
      ],
      lead: 'Радови ће трајати две године, а настава се за то време не прекида.',
      body: [
        'Зграда је подигнута прилозима грађана, чија су имена уписана у спомен-књигу. Обнова почиње од крова и столарије, а прозори ће бити израђени по првобитним нацртима.',
        'У радионици раде и ученици средње школе, који уче да слажу камен и режу дрво *онако како је рађено када је зграда настала*.',
        'Трошкове деле град и фонд за заштиту наслеђа. Извештај о утрошку биће објављен сваког тромесечја.',
      ],
    },
    en: {
      titles: [
        'Renewal of the old grammar school in {place} begins',
        'Front of the old building in {place} protected',
        'Craftsmen of {place} renew forgotten techniques',
      ],
      lead: 'The works will take two years, and teaching will go on meanwhile.',
      body: [
        'The building was raised from gifts of citizens, whose names stand in a memorial book. The renewal begins with the roof and the joinery; the windows will follow the original drawings.',
        'Pupils of the secondary school work in the workshop too, learning to lay stone and cut timber *as it was done when the house was built*.',
        'The town and the heritage fund share the costs. What has been spent will be published every quarter.',
      ],
    },
  },
];
