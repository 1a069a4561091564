import type { DemoText } from './demo-letters.topics.js';

/** What a letter tells beside its matter; any of these fits any letter. Nothing here happened to anybody. */
// prettier-ignore
export const DEMO_ASIDES: readonly DemoText[] = [
  ['На последњем папиру који сам прими[о|ла] поштом пише: {institution}, број {file}.', 'The last paper that came to me by post says: {institution}, number {file}.'],
  ['Прво ми је речено да је надлежна установа {institution}, затим да то више није.', 'First I was told that the body in charge was {institution}, and then that it no longer was.'],
  ['На шалтеру ({institution}) стоји обавештење да се странке не примају до даљег.', 'A notice at the counter ({institution}) says that nobody is received until further notice.'],
  ['Потврду је издала установа {institution} {day}. {month} {year}. године и чувам је.', 'The certificate was issued by {institution} on {day} {month} {year}, and I keep it.'],
  ['Телефоном ми је {day}. {month} одговорено да је рачунар у квару и да зовем у понедељак.', 'On {day} {month} I was told over the telephone that the computer was broken and that I should call on Monday.'],
  ['Место из којег пишем зове се {village} и има мање становника него што је некада имала школа.', 'The place that I write from is called {village}, and it has fewer people than its school once had pupils.'],
  ['Засеок {village} нема асфалта, а до првог дома здравља има {years} километара.', 'The hamlet of {village} has no paved road, and the first health centre is {years} kilometres away.'],
  ['Сваког {day}. у месецу идем пешке до места {village}, јер другог превоза нема.', 'On day {day} of every month I walk to {village}, since there is no other way to get there.'],
  ['Рођен[|а] сам у месту {village}, где и данас стоји {thing} мога деде.', 'I was born in {village}, and what still stands there is {thing}, my grandfather’s work.'],
  ['Од свега што смо имали остали су нам {thing} и {thing}.', 'Of all that we had, what is left to us is {thing} and {thing}.'],
  ['На фотографији коју могу да пошаљем види се {thing}, а иза тога {thing}.', 'The photograph that I can send shows {thing} and, behind it, {thing}.'],
  ['Поред пута стоји {thing}, и по томе ћете нас најлакше наћи.', 'Beside the road stands {thing}; that is the easiest way to find us.'],
  ['Комшија је тврдио да је {thing} одувек ту, а у плану из {year}. године тога нема.', 'A neighbour claimed that {thing} had always been there, but the plan of {year} does not show it.'],
  ['Најближи посао који знам је {trade}, па умем да проценим шта колико кошта.', 'The work that I know best is {trade}, so I can tell what things cost.'],
  ['Од оца сам научи[о|ла] занат: {trade}. Данас од тога може да живи само ретко ко.', 'From my father I learned a trade: {trade}. Hardly anyone can live from it today.'],
  ['Син и снаја раде у граду ({trade}), па на њих не могу да рачунам преко недеље.', 'My son and his wife work in town ({trade}), so I cannot count on them during the week.'],
  ['Молба са {age} потписа предата је {day}. {month} {year}. године под бројем {file}.', 'A petition with {age} signatures was handed in on {day} {month} {year} under the number {file}.'],
  ['Платили смо таксу од {number} динара и добили признаницу, али не и одговор.', 'We paid a fee of {number} dinars and got a receipt, but no answer.'],
  ['Рачун је за три месеца порастао на {number} динара, а потрошња је иста.', 'In three months the bill rose to {number} dinars, while we use as much as before.'],
  ['Вештак је штету проценио на {number} динара; налаз је у спису {file}.', 'An expert put the damage at {number} dinars; the finding is in the file {file}.'],
  ['На састанку {day}. {month} било нас је {age}, и нико није имао шта да нам каже.', 'At the meeting on {day} {month} there were {age} of us, and nobody had anything to tell us.'],
  ['Разговара[о|ла] сам и са особом која се потписује као {person}, и то је био једини љубазан разговор.', 'I also spoke with somebody who signs as {person}, and that was the only kind conversation.'],
  ['Да је тако, могу да посведоче {person} и {person}, који станују у истој улици.', 'That this is so can be confirmed by {person} and {person}, who live in the same street.'],
  ['Исто је прошла и породица коју сви знају: {person}, место {village}.', 'The same happened to a family that everybody knows: {person}, of {village}.'],
  ['У писму које је потписала особа {person} стоји да се чека мишљење правне службе.', 'The letter signed by {person} says that an opinion of the legal department is awaited.'],
  ['Не пишем из љутње, него зато што више не знам на која врата да покуцам.', 'I do not write in anger, but because I no longer know which door to knock on.'],
  ['Здравље ме служи како кад, али док могу, све папире носим са собом у торби.', 'My health is now better, now worse, but while I can, I carry all my papers in a bag.'],
  ['Деца су ми расута по свету и питају ме једино зашто још покушавам.', 'My children are scattered over the world, and all they ask is why I still try.'],
  ['Супружник ми је преминуо пре {years} година и од тада све сређујем без ичије помоћи.', 'My spouse died {years} years ago, and since then I have arranged everything without help.'],
  ['Унуци долазе лети, па бих да до тада бар нешто од овога буде решено.', 'My grandchildren come in summer, and I should like some of this to be settled by then.'],
  ['У новинама је {month} {year}. године писало да је све решено, а ми се смејемо да не плачемо.', 'In {month} {year} the newspapers wrote that all was settled, and we laugh so as not to cry.'],
  ['Знам да Вам сличних писама стиже много и да моје није најтеже.', 'I know that many such letters reach you, and that mine is not the hardest.'],
  ['Ако је потребно, доћи ћу лично, било ког дана осим {day}. {month}, када имам преглед.', 'If needed I shall come in person, on any day but {day} {month}, when I have a medical appointment.'],
  ['Све ово сам већ једном исприча[о|ла] на састанку месне заједнице и у записнику од тога нема ни реченице.', 'I have told all this once at the local council’s meeting, and there is not one sentence of it in the minutes.'],
  ['Прилажем списак: {thing}, {thing}, {thing}. Све је пописано и усликано.', 'I enclose a list: {thing}, {thing}, {thing}. Everything is listed and photographed.'],
  ['Зими се смркава рано, а светиљка код места где је {thing} не ради од {year}. године.', 'In winter it gets dark early, and the lamp near {thing} has not worked since {year}.'],
  ['Волонтери су прошлог лета обновили оно што је остало: {thing} и део крова.', 'Last summer volunteers repaired what was left: {thing} and a part of the roof.'],
  ['Једном приликом помогла нам је установа {institution}, и на томе сам и даље захвал[ан|на].', 'Once {institution} helped us, and I am grateful for it still.'],
  ['Правни савет ми је дала особа {person} и рекла да је рок за жалбу {age} дана.', 'I was given legal advice by {person}, who said that the time for an appeal is {age} days.'],
  ['Не треба ми новац, треба ми да неко прочита спис {file} од почетка до краја.', 'I do not need money; I need somebody to read the file {file} from beginning to end.'],
];

/** What stands for a slot: the first ones often, the last ones hardly ever, as words of a language do. */
// prettier-ignore
export const DEMO_WORDS = {
  institution: [
    ['Центар за социјални рад', 'the social work centre'], ['Општинска управа', 'the municipal administration'],
    ['Дом здравља', 'the health centre'], ['Катастар непокретности', 'the land register'], ['Основни суд', 'the basic court'],
    ['Јавно комунално предузеће', 'the public utility company'], ['Електродистрибуција', 'the power distribution company'],
    ['Пореска управа', 'the tax administration'], ['Грађевинска инспекција', 'the building inspectorate'],
    ['Клинички центар', 'the clinical centre'], ['Национална служба за запошљавање', 'the national employment service'],
    ['Управа за аграрна плаћања', 'the agrarian payments office'], ['Виши суд', 'the high court'], ['Инспекција рада', 'the labour inspectorate'],
    ['Водопривредно предузеће', 'the water management company'], ['Предшколска установа', 'the nursery school'],
    ['Студентски центар', 'the students’ centre'], ['Геодетски завод', 'the geodetic institute'],
    ['Правобранилаштво', 'the attorney’s office'], ['Шумско газдинство', 'the forest estate'],
    ['Ветеринарска станица', 'the veterinary station'], ['Завод за заштиту споменика', 'the institute for monuments'],
    ['Јавни бележник', 'the notary public'], ['Геронтолошки центар', 'the gerontology centre'],
    ['Привредни суд', 'the commercial court'], ['Хидрометеоролошки завод', 'the weather service'],
    ['Народна библиотека', 'the public library'], ['Ватрогасна бригада', 'the fire brigade'],
    ['Завод за јавно здравље', 'the public health institute'], ['Спелеолошко друштво', 'the cavers’ society'],
  ],
  trade: [
    ['зидарство', 'bricklaying'], ['столарија', 'joinery'], ['аутомеханика', 'car repair'], ['кројачки посао', 'tailoring'],
    ['пекарство', 'baking'], ['заваривање', 'welding'], ['књиговодство', 'bookkeeping'], ['пчеларство', 'beekeeping'],
    ['обућарство', 'shoemaking'], ['воћарство', 'fruit growing'], ['лимарија', 'tinsmithing'], ['ковачки занат', 'the smith’s trade'],
    ['ткање', 'weaving'], ['грнчарство', 'pottery'], ['часовничарство', 'clockmaking'], ['сарачки занат', 'saddlery'],
    ['ужарство', 'ropemaking'], ['бачварство', 'coopering'], ['златарство', 'goldsmithing'], ['воскарство', 'candle making'],
    ['опанчарство', 'peasant shoemaking'], ['казанџијски занат', 'the coppersmith’s trade'], ['звоноливење', 'bell founding'],
  ],
  thing: [
    ['ограда', 'a fence'], ['бунар', 'a well'], ['помоћни објекат', 'an outbuilding'], ['трафостаница', 'a substation'], ['штала', 'a cowshed'],
    ['трактор', 'a tractor'], ['шупа', 'a shed'], ['воћњак', 'an orchard'], ['чесма', 'a drinking fountain'], ['пропуст', 'a culvert'],
    ['бандера', 'a pole'], ['капија', 'a gate'], ['виноград', 'a vineyard'], ['пластеник', 'a polytunnel'], ['амбар', 'a barn'],
    ['водомер', 'a water meter'], ['пумпа', 'a pump'], ['цистерна', 'a cistern'], ['димњак', 'a chimney'], ['надстрешница', 'a shelter'],
    ['игралиште', 'a playground'], ['споменик', 'a monument'], ['клупа', 'a bench'], ['запис', 'a holy tree'], ['насип', 'an embankment'],
    ['косачица', 'a mower'], ['воденица', 'a watermill'], ['звоник', 'a belfry'], ['сушара', 'a drying kiln'], ['кошница', 'a beehive'],
    ['ветробран', 'a windbreak'], ['рампа', 'a ramp'], ['кантар', 'a weighbridge'], ['кречана', 'a lime kiln'], ['брвнара', 'a log cabin'],
    ['ћуприја', 'an old bridge'], ['јендек', 'a ditch'], ['чардак', 'a porch'], ['трлиште', 'a sheepfold'], ['собрашица', 'a church-fair hut'],
    ['рибњак', 'a fish pond'], ['семафор', 'a traffic light'], ['громобран', 'a lightning rod'], ['водоторањ', 'a water tower'],
    ['пекара', 'a bakery'], ['ваљалица', 'a fulling mill'], ['дрезина', 'a rail trolley'], ['вршалица', 'a threshing machine'],
    ['тамбура', 'a tambura'], ['сланик', 'a salt cellar'], ['вијадукт', 'a viaduct'], ['оранжерија', 'an orangery'], ['параклис', 'a side chapel'],
    ['жичара', 'a cable car'], ['осматрачница', 'a lookout'], ['ледара', 'an ice house'], ['суваја', 'a dry stream bed'], ['стругара', 'a sawmill'],
    ['џезва', 'a coffee pot'], ['наковањ', 'an anvil'], ['разбој', 'a loom'], ['клавир', 'a piano'], ['бродица', 'a small boat'],
    ['опсерваторија', 'an observatory'], ['крчаг', 'a jug'], ['астролаб', 'an astrolabe'], ['хармонијум', 'a harmonium'], ['шећерана', 'a sugar mill'],
    ['перионик', 'a wash house'], ['мозаик', 'a mosaic'], ['сигнализатор', 'a signal box'], ['гвоздењак', 'an iron stove'], ['пергамент', 'a parchment'],
    ['фијакер', 'a hackney carriage'], ['циклотрон', 'a cyclotron'], ['клепало', 'a wooden gong'], ['зографија', 'an icon painting'],
  ],
  month: [
    ['јануара', 'January'], ['фебруара', 'February'], ['марта', 'March'], ['априла', 'April'], ['маја', 'May'], ['јуна', 'June'],
    ['јула', 'July'], ['августа', 'August'], ['септембра', 'September'], ['октобра', 'October'], ['новембра', 'November'], ['децембра', 'December'],
  ],
} as const satisfies Record<string, readonly DemoText[]>;

/** Villages of no map are called by two of these, "Горње Врело". */
export const DEMO_VILLAGES = {
  first: ['Горње', 'Доње', 'Велико', 'Мало', 'Ново', 'Старо', 'Средње', 'Бело', 'Црно', 'Суво'],
  // prettier-ignore
  second: [
    'Врело', 'Поље', 'Брдо', 'Градиште', 'Селиште', 'Гумно', 'Корито', 'Језеро', 'Трње', 'Ораше', 'Буковље', 'Јаворје', 'Камење',
    'Присоје', 'Осоје', 'Полојце', 'Међуречје', 'Подрађе', 'Залужје', 'Виногрђе', 'Липовље', 'Крушје', 'Ковиље', 'Шумље', 'Раскршће',
  ],
} as const;
