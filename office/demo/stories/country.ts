import type { Story } from '../story.js';

/** Villages, roads, work. */
export const COUNTRY: readonly Story[] = [
  {
    section: 'economy',
    picture: 'orchard',
    sr: {
      titles: [
        'Разговор са воћарима и повртарима из {of}',
        'Обилазак задружне хладњаче у {in}',
        'Воћари из {of} о заштити засада од града',
      ],
      lead: 'Тема су били откупне цене, заштита засада од града и млади који желе да остану на селу.',
      body: [
        'Произвођачи су навели да им најтеже пада што откупну цену сазнају тек када је род обран. Предложили су уговор који се потписује у пролеће и у коме стоји најнижа цена.',
        '## Мреже и осигурање',
        'Мреже против града скупе су за појединца, па су задруге из околине понудиле заједничку набавку. Осигурање ће се, по предлогу, плаћати *после бербе, а не пре ње*.',
        'Белешка са разговора упућена је министарству надлежном за пољопривреду. Одговор ће бити објављен на овој страни.',
      ],
    },
    en: {
      titles: [
        'Talks with fruit and vegetable growers from {place}',
        'Visit to the cooperative cold store in {place}',
        'Fruit growers of {place} on protecting orchards from hail',
      ],
      lead: 'They spoke of purchase prices, of protecting orchards from hail, and of young people who wish to stay in their village.',
      body: [
        'Growers said that it is hardest to learn the purchase price only when the fruit has been picked. They proposed a contract signed in spring that names the lowest price.',
        '## Nets and insurance',
        'Hail nets are dear for one farm, so cooperatives of the district offered to buy them together. Under the proposal, insurance would be paid *after the harvest, not before it*.',
        'A note of the talks was sent to the ministry responsible for agriculture. Its answer will be published on this page.',
      ],
    },
  },
  {
    section: 'visits',
    picture: 'bridge',
    sr: {
      titles: [
        'Пуштен у саобраћај обновљени мост у {in}',
        'Обилазак радова на путу код {of}',
        'Мештани насеља код {of} добили нов мост',
      ],
      lead: 'Пут до школе и дома здравља краћи је за девет километара, а мост носи и возила хитне помоћи.',
      body: [
        'Стари мост био је затворен за теретна возила, па се до суседних насеља ишло околним путем. Нови је шири, има стазу за пешаке и осветљење које се пали само када неко прелази.',
        'Грађани су тражили и аутобуско стајалиште на левој обали. Општина је прихватила предлог, и стајалиште ће бити готово *пре почетка школске године*.',
        'Извођач јамчи за радове десет година. Стање моста мериће се сваког пролећа, а мерења су јавна.',
      ],
    },
    en: {
      titles: [
        'Renewed bridge in {place} open to traffic',
        'Visit to the roadworks near {place}',
        'Villages near {place} have a new bridge',
      ],
      lead: 'The way to the school and the health centre is nine kilometres shorter, and the bridge bears ambulances.',
      body: [
        'The old bridge was closed to heavy vehicles, and neighbouring villages were reached by a detour. The new one is wider, has a footpath, and lights that come on only when somebody crosses.',
        'Citizens also asked for a bus stop on the left bank. The municipality accepted, and the stop will be ready *before the school year begins*.',
        'The contractor answers for the works for ten years. The bridge will be measured every spring, and the measurements are public.',
      ],
    },
  },
  {
    section: 'economy',
    sr: {
      titles: [
        'Мали произвођачи из {of} заједно на тржишту',
        'Отворен занатски центар у {in}',
        'Прве плате у новој радионици у {in}',
      ],
      lead: 'Двадесетак радионица дели алат, возило и продавницу, а свака остаје своја.',
      body: [
        'Радионице израђују намештај, обућу и делове за пољопривредне машине. Заједнички наступају на сајмовима и заједно купују материјал.',
        'Центар има и учионицу, у којој занат уче они који су остали без посла. Прва група имала је једанаест полазника, *десеторо је већ запослено*.',
        'Следећи корак је каталог на три језика, који припремају ученици економске школе.',
      ],
    },
  },
  {
    section: 'visits',
    sr: {
      titles: [
        'Обилазак домаћинстава погођених поплавом код {of}',
        'Почело чишћење корита реке код {of}',
        'Помоћ домаћинствима у околини {of}',
      ],
      lead: 'Процена штете завршава се у року од седам дана, а прве исплате почињу одмах затим.',
      body: [
        'Вода је ушла у дворишта и подруме, а највише је страдала сточна храна. Екипе на терену обилазе кућу по кућу; ко није затечен код куће, добија обавештење са бројем телефона.',
        'Домаћинства могу да пријаве штету:',
        '- у месној канцеларији, сваког дана до двадесет часова;\n- телефоном, преко броја који је остављен на вратима;\n- [писмом](/contact), ако ниједно од тога није могуће.',
        'Насип се подиже на три места. Радови почињу чим се земљиште просуши.',
      ],
    },
    en: {
      titles: [
        'Visit to households flooded near {place}',
        'Clearing of the river bed near {place} begins',
        'Help for households around {place}',
      ],
      lead: 'Damage will be assessed within seven days, and the first payments follow at once.',
      body: [
        'Water came into yards and cellars; fodder suffered most. Teams go from house to house, and whoever is not at home finds a notice with a telephone number.',
        'Households may report damage:',
        '- at the local office, every day until twenty hours;\n- by telephone, at the number left on the door;\n- [by letter](/contact), if neither is possible.',
        'The embankment will be raised in three places. The works begin as soon as the ground has dried.',
      ],
    },
  },
];
