import { createHash } from 'node:crypto';
import type { Faker } from '@faker-js/faker';
import { ConfigurationError } from '../config/environment.js';
import { Gazetteer } from '../places/gazetteer.js';
import { type Municipality, readMunicipalities } from '../places/municipality.js';
import type { Language } from '../script/texts.js';
import { demoHouse, demoReach, demoWriter } from './demo-correspondent.js';
import { demoWords } from './demo-words.js';

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
  /** Code of the category that an officer would give it; receiving takes no notice of it. */
  category: string;
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
  const { language, spell } = writer;
  const sex = writer.isWoman ? 'female' : 'male';
  const drawn = () => ({ name: faker.person.firstName(sex), surname: faker.person.lastName(sex) });
  const person = drawn();
  const street = faker.location.street().replace(/ \d+$/, '');
  const municipality = gazetteer.label(place, language);
  const fullName = (one: { name: string; surname: string }) => `${spell(one.name)} ${spell(one.surname)}`;
  const { subject, message, category } = demoWords(faker, writer, {
    name: fullName(person),
    place: municipality,
    street: spell(street),
    person: () => fullName(drawn()),
  });
  const letter = {
    channel: faker.helpers.weightedArrayElement([
      { weight: 9, value: 'web' as const },
      { weight: 1, value: 'post' as const },
    ]),
    language,
    name: spell(person.name),
    surname: spell(person.surname),
    municipality,
    municipalityCode: place.code,
    address: `${spell(street)} ${demoHouse(faker, writer)}`,
    postalCode: faker.datatype.boolean(0.6) ? String(faker.number.int({ min: 11000, max: 38999 })) : null,
    country: 'RS',
    ...demoReach(faker, person),
    subject: faker.datatype.boolean(0.8) ? subject : null,
    message,
    releaseSlug: null,
    attachments: [],
    suspect: [],
    category,
  };
  const submissionDigest = createHash('sha256').update(JSON.stringify(letter)).digest('hex');
  return { ...letter, submissionKey: faker.string.uuid(), submissionDigest };
}
