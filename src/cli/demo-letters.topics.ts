/** The same sentences in Cyrillic and in English; `[о|ла]` is the writer's gender, `{place}` and the like are filled. */
export type DemoText = readonly [serbian: string, english: string];

export interface DemoTopic {
  /** Code of the category in the default office profile. */
  category: string;
  subjects: readonly DemoText[];
  situations: readonly DemoText[];
  details: readonly DemoText[];
  requests: readonly DemoText[];
}

/** What invented citizens write about. Nothing here happened to anybody. */
// prettier-ignore
export const DEMO_TOPICS: readonly DemoTopic[] = [
  {
    category: 'health',
    subjects: [
      ['Листа чекања за операцију', 'Waiting list for an operation'],
      ['Молба у вези са лечењем', 'Request about medical treatment'],
    ],
    situations: [
      ['Већ {months} месеци чекам на операцију кука, а термин ми је до сада померан два пута.', 'I have waited {months} months for a hip operation, and my date has been moved twice.'],
      ['Моја мајка има {age} година и на преглед код специјалисте чека од прошле зиме.', 'My mother is {age} and has been waiting to see a specialist since last winter.'],
      ['У нашем дому здравља већ {months} месеци нема педијатра, па децу водимо у други град.', 'Our health centre has had no paediatrician for {months} months, so we take our children to another town.'],
    ],
    details: [
      ['Лекари су љубазни и раде колико могу, али их је премало и то сви видимо.', 'The doctors are kind and do what they can, but there are too few of them, as everyone can see.'],
      ['Сва документација је уредна и предата је још {year}. године.', 'All my papers are in order and were handed in as early as {year}.'],
    ],
    requests: [
      ['Молим Вас да питате надлежне када се може очекивати термин.', 'I ask you to find out from those responsible when a date can be expected.'],
      ['Не тражим ништа преко реда, само да знам на чему сам.', 'I ask for no favour, only to know where I stand.'],
    ],
  },
  {
    category: 'pensions',
    subjects: [
      ['Жалба на решење о пензији', 'Complaint about a pension decision'],
      ['Неисплаћена пензија', 'Pension not paid'],
    ],
    situations: [
      ['Поводом решења о пензији подне[о|ла] сам жалбу пре {months} месеци и одговор још нисам добио. У стажу ми недостаје време рада у предузећу које више не постоји.', 'I appealed against my pension decision {months} months ago and have had no answer. The years in a firm that no longer exists are missing from my record.'],
      ['Радни век од {years} година завршен је {year}. године, а пензија ми је обрачуната без последње три године стажа.', 'My {years} years of work ended in {year}, yet my pension was counted without the last three of them.'],
      ['Примам породичну пензију и од пролећа ми је умањена, а ниједно решење о томе није стигло.', 'I receive a survivor’s pension; it has been smaller since spring, and no decision about that ever came.'],
    ],
    details: [
      ['У филијали ми сваки пут кажу да сачекам још петнаест дана.', 'Each time I go to the office I am told to wait another fifteen days.'],
      ['Копије радне књижице и уплатница могу да доставим чим затреба.', 'I can send copies of my employment book and payment slips whenever they are needed.'],
    ],
    requests: [
      ['Молим да се мој предмет нађе и да се о жалби одлучи.', 'Please have my file found and the appeal decided.'],
      ['Била би ми довољна једна реченица: докле се стигло.', 'One sentence would be enough for me: how far it has come.'],
    ],
  },
  {
    category: 'roads',
    subjects: [
      ['Пут до села', 'The road to our village'],
      ['Рупе на локалном путу', 'Holes in the local road'],
    ],
    situations: [
      ['Пут који води до нашег села није поправљан {years} година и после сваке кише постаје непроходан.', 'The road to our village has not been repaired for {years} years and cannot be used after any rain.'],
      ['Мост на путу ка школи оштећен је још {year}. године, а на њему стоји само ограда од траке.', 'The bridge on the way to school was damaged in {year}, and all that guards it is a strip of tape.'],
      ['Аутобус више не саобраћа нашом улицом ({street}) јер је коловоз пропао.', 'The bus no longer runs along our street ({street}) because the surface has collapsed.'],
    ],
    details: [
      ['Хитна помоћ је прошлог месеца стигла тек из трећег покушаја.', 'Last month the ambulance got through only at the third attempt.'],
      ['Мештани су спремни да помогну својим рукама и механизацијом.', 'The villagers are ready to help with their own hands and machines.'],
    ],
    requests: [
      ['Молимо да неко дође и види пут пре зиме.', 'We ask that someone come and see the road before winter.'],
      ['Молим Вас да упутите писмо ономе ко о томе одлучује.', 'Please pass this letter on to whoever decides on it.'],
    ],
  },
  {
    category: 'social-aid',
    subjects: [
      ['Помоћ после поплаве', 'Help after the flood'],
      ['Насип и одбрана од поплава', 'The embankment and flood defences'],
    ],
    situations: [
      ['Вода нам је у јуну ушла у кућу до висине од једног метра и уништила све у приземљу.', 'In June the water rose a metre high in our house and ruined everything on the ground floor.'],
      ['Насип поред реке попустио је на истом месту као {year}. године.', 'The embankment gave way at the same place as in {year}.'],
      ['Комисија је штету пописала пре {months} месеци, али се од тада нико није јавио.', 'The commission listed the damage {months} months ago, and nobody has been in touch since.'],
    ],
    details: [
      ['Комшије, војска и ватрогасци помогли су нам прве ноћи и то никада нећемо заборавити.', 'Neighbours, soldiers and firemen helped us that first night, and we shall never forget it.'],
      ['У домаћинству нас је петоро, од тога двоје деце школског узраста.', 'There are five of us in the household, two of them children of school age.'],
    ],
    requests: [
      ['Молим да нам се каже да ли и када можемо да рачунамо на помоћ за обнову.', 'Please let us know whether and when we can count on help to rebuild.'],
      ['Замоли[о|ла] бих да се насип поправи док је водостај низак.', 'I would ask that the embankment be mended while the river is low.'],
    ],
  },
  {
    category: 'thanks',
    subjects: [
      ['Захвалност', 'Thank you'],
      ['Захвалница за одговор', 'Thanks for your reply'],
    ],
    situations: [
      ['Желим да се захвалим људима из болнице који су ми спасли оца.', 'I want to thank the people of the hospital who saved my father.'],
      ['На моје писмо одговорено је за недељу дана, што нисам очекива[о|ла].', 'My letter was answered within a week, which I had not expected.'],
      ['Наша школа је {year}. године добила фискултурну салу и деца је од тада пуна сваког дана.', 'Our school was given a gymnasium in {year}, and it has been full of children every day since.'],
    ],
    details: [
      ['Мало ко се сети да каже хвала, па ето, ја бих да кажем.', 'Few people remember to say thank you, so let me say it.'],
      ['Имам {age} година и још верујем да лепа реч нешто значи.', 'I am {age} and still believe that a kind word means something.'],
    ],
    requests: [
      ['Овим писмом не тражим ништа.', 'This letter asks for nothing.'],
      ['Ако је могуће, пренесите им моје поздраве.', 'If it is possible, give them my regards.'],
    ],
  },
  {
    category: 'invitation',
    subjects: [
      ['Позив на прославу школе', 'Invitation to our school’s anniversary'],
      ['Позив', 'An invitation'],
    ],
    situations: [
      ['Основна школа у нашем месту навршава {decades} деценија рада и спремамо скромну свечаност.', 'The primary school in our town is {decades} decades old, and we are preparing a modest celebration.'],
      ['Културно-уметничко друштво из места {place} позива Вас на годишњи концерт.', 'The folk ensemble of {place} invites you to its yearly concert.'],
      ['Мој деда пуни сто година и цела породица се окупља у недељу, {day}. маја.', 'My grandfather turns one hundred, and the whole family will gather on Sunday, {day} May.'],
    ],
    details: [
      ['Наступају деца из три села, а ручак спремају мајке.', 'Children from three villages will perform, and their mothers are making lunch.'],
      ['Знамо да имате много обавеза, али нада не кошта.', 'We know that you are busy, but hope costs nothing.'],
    ],
    requests: [
      ['Обрадовала би нас и честитка коју бисмо прочитали пред свима.', 'Even a greeting that we could read aloud would make us happy.'],
      ['Молимо да нам јавите најкасније две недеље раније.', 'Please let us know at least two weeks before.'],
    ],
  },
  {
    category: 'opinion',
    subjects: [
      ['Предлог за младе на селу', 'A proposal for the young in villages'],
      ['Мишљење о обавезном читању у школи', 'An opinion on reading in schools'],
    ],
    situations: [
      ['Сматрам да би младима који остају на селу требало олакшати да купе празну кућу са окућницом.', 'I think that young people who stay in villages should find it easier to buy an empty house with its land.'],
      ['Предлажем да свака школа има сат тихог читања, без телефона и без оцене.', 'I propose that every school have an hour of quiet reading, without telephones and without marks.'],
      ['Прати[о|ла] сам Ваше последње обраћање и са једним делом се не слажем.', 'I followed your last address, and there is a part of it with which I disagree.'],
    ],
    details: [
      ['У мом селу је {years} празних кућа, а пре двадесет година није било ниједне.', 'There are {years} empty houses in my village; twenty years ago there were none.'],
      ['Пишем као неко ко је у просвети провео цео радни век.', 'I write as one who has spent a whole working life in education.'],
    ],
    requests: [
      ['Воле[о|ла] бих да чујем шта о томе мислите.', 'I should like to hear what you think of it.'],
      ['Ако предлог није за Вас, молим да га упутите министарству.', 'If the proposal is not for you, please pass it on to the ministry.'],
    ],
  },
  {
    category: 'justice',
    subjects: [
      ['Дуг поступак пред судом', 'Long proceedings in court'],
      ['Спор о међи', 'A dispute over a boundary'],
    ],
    situations: [
      ['Парница коју водим траје од {year}. године и рочиште је опет одложено.', 'The lawsuit that I am in has lasted since {year}, and the hearing has been put off again.'],
      ['Сусед је оградио део мог дворишта, а катастар и суд упућују један на другог.', 'A neighbour has fenced off part of my yard, while the land registry and the court send me to each other.'],
      ['Пресуда у моју корист правоснажна је {months} месеци, али се не извршава.', 'The judgment in my favour has been final for {months} months, but it is not carried out.'],
    ],
    details: [
      ['Разумем да не можете да мењате пресуде и то не тражим.', 'I understand that you cannot change judgments, and I do not ask for it.'],
      ['На путовања до суда већ је отишло више него што спорна земља вреди.', 'The journeys to court have already cost more than the land is worth.'],
    ],
    requests: [
      ['Молим само за савет коме још могу да се обратим.', 'I only ask to be told whom else I can turn to.'],
      ['Молим да се провери зашто поступак толико траје.', 'Please have someone check why the proceedings take so long.'],
    ],
  },
  {
    category: 'pardon',
    subjects: [
      ['Молба за помиловање', 'Petition for a pardon'],
      ['Молба за ублажавање казне', 'Request to reduce a sentence'],
    ],
    situations: [
      ['Обраћам Вам се као родитељ човека који је издржао {months} месеци казне и има двоје мале деце.', 'I turn to you as the parent of a man who has served {months} months and has two small children.'],
      ['Мој брат је погрешио, признао и надокнадио штету још {year}. године.', 'My brother did wrong, confessed, and paid for the damage as early as {year}.'],
    ],
    details: [
      ['Мишљење установе о његовом владању је добро и могу да га доставим.', 'The institution speaks well of his conduct, and I can send you its opinion.'],
      ['Посао га чека: послодавац је спреман да га одмах прими.', 'Work is waiting for him: his employer is ready to take him back at once.'],
    ],
    requests: [
      ['Молим Вас да молбу размотрите са разумевањем.', 'I ask you to consider this petition with understanding.'],
      ['Молим да ми јавите који су ми папири још потребни.', 'Please tell me which papers I still need.'],
    ],
  },
  {
    category: 'agriculture',
    subjects: [
      ['Суша и откуп малина', 'Drought and the price of raspberries'],
      ['Субвенције за пољопривреду', 'Farming subsidies'],
    ],
    situations: [
      ['Обрађујем {years} хектара земље и после овогодишње суше немам шта да пожањем.', 'I farm {years} hectares, and after this year’s drought there is nothing to harvest.'],
      ['Субвенција за {year}. годину одобрена ми је, али до данас није исплаћена.', 'My subsidy for {year} was approved, but it has not been paid to this day.'],
      ['Откупна цена малина пала је испод онога што нас берба кошта.', 'The price paid for raspberries has fallen below what it costs us to pick them.'],
    ],
    details: [
      ['Нисмо људи који траже милостињу, него да знамо услове пре сетве.', 'We are not people who ask for alms; we want to know the terms before sowing.'],
      ['Систем за наводњавање постоји на папиру већ {years} година.', 'An irrigation system has existed on paper for {years} years.'],
    ],
    requests: [
      ['Молим да неко из министарства разговара са произвођачима из општине {place}.', 'Please have someone from the ministry talk to the growers of {place}.'],
      ['Молим за податак када ће исплата бити извршена.', 'Please let me know when the payment will be made.'],
    ],
  },
  {
    category: 'employment',
    subjects: [
      ['Запослење после факултета', 'Work after university'],
      ['Неисплаћене зараде', 'Unpaid wages'],
    ],
    situations: [
      ['Факултет сам заврши[о|ла] {year}. године, а до сада сам доби[о|ла] само уговоре на по три месеца.', 'I finished university in {year}, and since then have had only contracts of three months each.'],
      ['Радници наше фабрике нису примили {months} плата, а управа не одговара на дописе.', 'The workers of our factory have missed {months} wages, and the management does not answer letters.'],
      ['После педесете нико неће да ме прими ни на разговор, иако имам {years} година искуства.', 'Past fifty, nobody will even invite me to an interview, although I have {years} years of experience.'],
    ],
    details: [
      ['Не бих да одлазим из земље и зато Вам пишем.', 'I do not want to leave the country, and that is why I write to you.'],
      ['Инспекција је долазила два пута, а записник нисмо видели.', 'Inspectors came twice, but we never saw their report.'],
    ],
    requests: [
      ['Молим да се испита о чему се ради и да нам се одговори.', 'Please have the matter looked into and give us an answer.'],
      ['Био би ми драг сваки савет куда да се јавим.', 'Any advice on where to apply would be welcome.'],
    ],
  },
  {
    category: 'citizenship',
    subjects: [
      ['Држављанство', 'Citizenship'],
      ['Потврда о држављанству за децу', 'Proof of citizenship for our children'],
    ],
    situations: [
      ['Родитељи су ми рођени у Србији, а захтев за држављанство предат је у конзулату пре {months} месеци.', 'My parents were born in Serbia, and I applied for citizenship at the consulate {months} months ago.'],
      ['Вратили смо се у земљу {year}. године и деца још немају матични број.', 'We came back to the country in {year}, and our children still have no personal number.'],
    ],
    details: [
      ['Деца уче српски и пишу ћирилицом лепше од мене.', 'The children are learning Serbian and write Cyrillic more neatly than I do.'],
      ['У књигама рођених моје презиме је уписано са грешком, па се круг затвара.', 'My surname stands in the register of births with an error, and so it goes round in circles.'],
    ],
    requests: [
      ['Молим да ми се каже код кога се предмет налази.', 'Please tell me who has the file now.'],
      ['Молим Вас за помоћ да се грешка исправи.', 'I ask for your help in having the error corrected.'],
    ],
  },
];

export const DEMO_GREETINGS: readonly DemoText[] = [
  ['Поштовани господине Председниче,', 'Dear Mr President,'],
  ['Уважени Председниче,', 'Your Excellency,'],
  ['Добар дан,', 'Good day,'],
  ['Поштовани,', 'Dear Sir or Madam,'],
];

// prettier-ignore
export const DEMO_INTRODUCTIONS: readonly DemoText[] = [
  ['Зовем се {name} и живим у месту {place}.', 'My name is {name} and I live in {place}.'],
  ['Пишем Вам први пут, после дугог размишљања.', 'I am writing to you for the first time, after much thought.'],
  ['Имам {age} година и обраћам Вам се јер не знам коме бих другом.', 'I am {age} years old and turn to you because I do not know to whom else I could.'],
  ['Већ сам Вам једном писа[о|ла], {year}. године, и одговор је стигао, па се усуђујем поново.', 'I wrote to you once before, in {year}, and was answered, so I venture to do so again.'],
];

export const DEMO_CLOSINGS: readonly DemoText[] = [
  ['С поштовањем,', 'Yours faithfully,'],
  ['Унапред Вам хвала и срдачан поздрав,', 'With thanks and kind regards,'],
  ['Много здравља Вама и Вашима,', 'With wishes of good health to you and yours,'],
  ['Хвала што сте прочитали до краја.', 'Thank you for reading to the end.'],
];
