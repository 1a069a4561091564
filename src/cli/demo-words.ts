import type { Faker } from '@faker-js/faker';
import { toLatin } from '../script/transliterate.js';
import type { DemoWriter } from './demo-correspondent.js';
import { DEMO_ASIDES, DEMO_VILLAGES, DEMO_WORDS } from './demo-letters.asides.js';
import {
  DEMO_CLOSINGS,
  DEMO_GREETINGS,
  DEMO_INTRODUCTIONS,
  DEMO_TOPICS,
  type DemoText,
} from './demo-letters.topics.js';

/** Asides of the longest letters; half of all letters have less than half as many. */
const MOST_ASIDES = 32;

/** What is the same in the whole letter; `person` draws somebody else each time. */
export interface DemoFacts {
  name: string;
  place: string;
  street: string;
  person: () => string;
}

/** What a letter says, and the category that an officer would give it. */
export interface DemoWords {
  subject: string;
  message: string;
  category: string;
}

/**
 * Greeting, perhaps an introduction, one matter in two or three sentences, what the writer tells beside it, a
 * request, farewell and name.
 */
export function demoWords(faker: Faker, writer: DemoWriter, facts: DemoFacts): DemoWords {
  const topic = faker.helpers.arrayElement(DEMO_TOPICS);
  const drawn = slotsOf(faker, writer, facts);
  const said = (text: DemoText) =>
    writer.write(text).replace(/\{(\w+)\}/g, (_, slot: keyof typeof drawn) => drawn[slot]());
  const one = (texts: readonly DemoText[]) => said(faker.helpers.arrayElement(texts));
  const paragraphs = [
    one(DEMO_GREETINGS),
    ...(faker.datatype.boolean(0.6) ? [one(DEMO_INTRODUCTIONS)] : []),
    one(topic.situations) + (faker.datatype.boolean(0.7) ? ` ${one(topic.details)}` : ''),
    ...asides(faker).map((told) => told.map(said).join(' ')),
    one(topic.requests),
  ];
  const message = `${paragraphs.join('\n\n')}\n\n${one(DEMO_CLOSINGS)}\n${facts.name}`;
  return { subject: one(topic.subjects), message, category: topic.category };
}

/** No aside twice, three of them a paragraph; long letters are rarer than short ones. */
function asides(faker: Faker): DemoText[][] {
  const told = faker.helpers.arrayElements(
    DEMO_ASIDES,
    Math.floor(MOST_ASIDES * faker.number.float() ** 1.2),
  );
  return Array.from({ length: Math.ceil(told.length / 3) }, (_, part) => told.slice(part * 3, part * 3 + 3));
}

/** What stands for each slot of a sentence, drawn anew each time. */
function slotsOf(faker: Faker, writer: DemoWriter, { name, place, street, person }: DemoFacts) {
  const between = (min: number, max: number) => String(faker.number.int({ min, max }));
  const word = (words: readonly DemoText[]) => writer.write(words[usual(faker, words.length)]!);
  return {
    name: () => name,
    place: () => place,
    street: () => street,
    person,
    months: () => between(5, 19),
    years: () => between(5, 19),
    decades: () => between(5, 14),
    year: () => between(2010, 2025),
    // Serbian counts "година" only after these, and "године" after 72.
    age: () =>
      String(faker.helpers.arrayElement([58, 59, 60, 65, 66, 67, 68, 69, 70, 75, 76, 77, 78, 79, 80])),
    day: () => between(5, 30),
    // Whole tens, after which every noun stands in the same form.
    number: () => `${between(12, 9_900)}0`,
    file: () => `${word(FILES)}-${between(100, 99_999)}/${between(2010, 2025)}`,
    village: () => `${word(VILLAGES.first)} ${word(VILLAGES.second)}`,
    institution: () => word(DEMO_WORDS.institution),
    thing: () => word(DEMO_WORDS.thing),
    trade: () => word(DEMO_WORDS.trade),
    month: () => writer.write(faker.helpers.arrayElement(DEMO_WORDS.month)),
  };
}

/** The first ones often, the last ones hardly ever, as the words of a language are. */
const usual = (faker: Faker, length: number) => Math.floor(length * faker.number.float() ** 3);

const inBothScripts = (cyrillic: readonly string[]): DemoText[] =>
  cyrillic.map((name) => [name, toLatin(name)]);

const VILLAGES = { first: inBothScripts(DEMO_VILLAGES.first), second: inBothScripts(DEMO_VILLAGES.second) };

/** What numbers of files begin with. */
const FILES = inBothScripts(['П', 'Пж', 'Гж', 'Ив', 'У', 'РС', 'ВЛ', 'ЗТ']);
