import { createHash } from 'node:crypto';
import type { Faker } from '@faker-js/faker';
import { ConfigurationError } from '../config/environment.js';
import { Gazetteer } from '../places/gazetteer.js';
import { type Municipality, readMunicipalities } from '../places/municipality.js';
import { fill, type Language } from '../script/texts.js';
import { toCyrillic } from '../script/transliterate.js';
import { demoHouse, demoReach, type DemoWriter, demoWriter } from './demo-correspondent.js';
import {
  DEMO_CLOSINGS,
  DEMO_GREETINGS,
  DEMO_INTRODUCTIONS,
  DEMO_TOPICS,
  type DemoText,
} from './demo-letters.topics.js';

/** An invented letter, in the shape that `LettersService.receive` takes. */
export interface DemoLetter {
  channel: 'web' | 'post';
  language: Language;
  name: string;
  surname: string;
  municipality: string;
  municipalityCode: string | null;
  address: string;
  postalCode: string | null;
  country: string;
  email: string | null;
  phone: string | null;
  phoneE164: string | null;
  replyBy: 'email' | 'post' | 'phone' | null;
  subject: string | null;
  message: string;
  releaseSlug: null;
  attachments: never[];
  submissionKey: string;
  submissionDigest: string;
  suspect: string[];
}

/**
 * Invented letters in Cyrillic, Latin (with and without accents) and English. The same seed gives the same
 * letters with the same submission keys. Addresses of e-mail are of domains kept for examples, and telephone
 * numbers of no subscriber. Throws {@link ConfigurationError} when the development package faker is missing.
 */
export async function* demoLetters(
  count: number,
  seed: number,
  loadFaker: () => Promise<typeof import('@faker-js/faker')> = () => import('@faker-js/faker'),
): AsyncGenerator<DemoLetter> {
  const faker = await serbianFaker(seed, loadFaker);
  const gazetteer = new Gazetteer(readMunicipalities());
  const places = gazetteer.all('sr-Cyrl');
  for (let made = 0; made < count; made++)
    yield demoLetter(faker, gazetteer, faker.helpers.arrayElement(places));
}

async function serbianFaker(
  seed: number,
  load: () => Promise<typeof import('@faker-js/faker')>,
): Promise<Faker> {
  try {
    const { base, en, Faker: Maker, sr_RS_latin } = await load();
    return new Maker({ locale: [sr_RS_latin, en, base], seed });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new ConfigurationError([
      'Invented letters need @faker-js/faker, a development package that is not installed: run `npm ci` without --omit=dev.',
    ]);
  }
}

function demoLetter(faker: Faker, gazetteer: Gazetteer, place: Municipality): DemoLetter {
  const writer = demoWriter(faker);
  const { language } = writer;
  const sex = writer.isWoman ? 'female' : 'male';
  const person = { name: faker.person.firstName(sex), surname: faker.person.lastName(sex) };
  const street = faker.location.street().replace(/ \d+$/, '');
  const municipality = gazetteer.label(place, language);
  const inScript = (latin: string) => writer.write([toCyrillic(latin), latin]);
  const { subject, message } = demoWords(faker, writer, {
    name: inScript(`${person.name} ${person.surname}`),
    place: municipality,
    street: inScript(street),
  });
  const letter = {
    channel: faker.helpers.weightedArrayElement([
      { weight: 9, value: 'web' as const },
      { weight: 1, value: 'post' as const },
    ]),
    language,
    name: inScript(person.name),
    surname: inScript(person.surname),
    municipality,
    municipalityCode: place.code,
    address: `${inScript(street)} ${demoHouse(faker, inScript)}`,
    postalCode: faker.datatype.boolean(0.6) ? String(faker.number.int({ min: 11000, max: 38999 })) : null,
    country: 'RS',
    ...demoReach(faker, person),
    subject: faker.datatype.boolean(0.8) ? subject : null,
    message,
    releaseSlug: null,
    attachments: [],
    suspect: [],
  };
  const submissionDigest = createHash('sha256').update(JSON.stringify(letter)).digest('hex');
  return { ...letter, submissionKey: faker.string.uuid(), submissionDigest };
}

/** Greeting, perhaps an introduction, one matter in two or three sentences, a request, farewell and name. */
function demoWords(
  faker: Faker,
  writer: DemoWriter,
  values: { name: string; place: string; street: string },
) {
  const topic = faker.helpers.arrayElement(DEMO_TOPICS);
  const numbers = {
    months: faker.number.int({ min: 5, max: 19 }),
    years: faker.number.int({ min: 5, max: 19 }),
    decades: faker.number.int({ min: 5, max: 14 }),
    year: faker.number.int({ min: 2010, max: 2025 }),
    // Serbian counts "година" only after these, and "године" after 72.
    age: faker.helpers.arrayElement([58, 59, 60, 65, 66, 67, 68, 69, 70, 75, 76, 77, 78, 79, 80]),
    day: faker.number.int({ min: 5, max: 30 }),
  };
  const said = (text: DemoText) => fill(writer.write(text), { ...numbers, ...values });
  const one = (texts: readonly DemoText[]) => said(faker.helpers.arrayElement(texts));
  const matter = [one(topic.situations), ...(faker.datatype.boolean(0.7) ? [one(topic.details)] : [])].join(
    ' ',
  );
  const introduction = faker.datatype.boolean(0.6) ? [one(DEMO_INTRODUCTIONS)] : [];
  const paragraphs = [one(DEMO_GREETINGS), ...introduction, matter, one(topic.requests)];
  const message = `${paragraphs.join('\n\n')}\n\n${one(DEMO_CLOSINGS)}\n${values.name}`;
  return { subject: one(topic.subjects), message };
}
