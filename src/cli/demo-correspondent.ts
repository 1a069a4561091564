import type { Faker } from '@faker-js/faker';
import { readPhone } from '../script/phone.js';
import { searchKey } from '../script/search-key.js';
import type { Language } from '../script/texts.js';
import { toCyrillic, toLatin } from '../script/transliterate.js';
import type { DemoText } from './demo-letters.topics.js';

/** An invented correspondent. */
export interface DemoWriter {
  isWoman: boolean;
  language: Language;
  /** Puts Serbian into the writer's script and gender, or takes the English beside it. */
  write: (text: DemoText) => string;
  /** A name, given in Latin, in the writer's script. */
  spell: (latin: string) => string;
}

/** Half of them write Cyrillic, some Latin with or without accents, a few English. */
export function demoWriter(faker: Faker): DemoWriter {
  const isWoman = faker.datatype.boolean();
  const hand = faker.helpers.weightedArrayElement([
    { weight: 5, value: 'cyrillic' as const },
    { weight: 3, value: 'latin' as const },
    { weight: 1, value: 'latin without accents' as const },
    { weight: 1, value: 'english' as const },
  ]);
  const { language } = HANDS[hand];
  return {
    isWoman,
    language,
    write: (text) => onceFor(`${hand}, ${isWoman}`, text, () => written(text, hand, isWoman)),
    spell: (latin) => onceFor(hand, latin, () => HANDS[hand].write(toCyrillic(latin), latin)),
  };
}

type Hand = 'cyrillic' | 'latin' | 'latin without accents' | 'english';

const HANDS: Record<Hand, { language: Language; write: (serbian: string, english: string) => string }> = {
  cyrillic: { language: 'sr-Cyrl', write: (serbian) => serbian },
  latin: { language: 'sr-Latn', write: toLatin },
  'latin without accents': { language: 'sr-Latn', write: (serbian) => withoutAccents(toLatin(serbian)) },
  english: { language: 'en', write: (_, english) => english },
};

function written([serbian, english]: DemoText, hand: Hand, isWoman: boolean): string {
  const gendered = serbian.replace(/\[([^|\]]*)\|([^\]]*)\]/g, isWoman ? '$2' : '$1');
  return HANDS[hand].write(gendered, english);
}

/** There are few texts and names and many letters: each is put into a hand once. */
function onceFor(hand: string, what: DemoText | string, make: () => string): string {
  let known = DONE.get(hand);
  if (known === undefined) DONE.set(hand, (known = new Map()));
  let done = known.get(what);
  if (done === undefined) known.set(what, (done = make()));
  return done;
}

const DONE = new Map<string, Map<DemoText | string, string>>();

/** "12a", "12/5" and "bb" (no number) are all usual. */
export function demoHouse(faker: Faker, { spell }: DemoWriter): string {
  const number = faker.number.int({ min: 1, max: 120 });
  const flat = faker.number.int({ min: 1, max: 40 });
  return faker.helpers.arrayElement([
    `${number}`,
    `${number}`,
    spell(`${number}a`),
    `${number}/${flat}`,
    spell('bb'),
  ]);
}

/** An e-mail address, a telephone number, or both; and how the reply should come, when the writer says so. */
export function demoReach(faker: Faker, person: { name: string; surname: string }) {
  const has = faker.helpers.arrayElement(['email', 'email', 'phone', 'both']);
  const email = has === 'phone' ? null : demoEmail(faker, person);
  const phone = has === 'email' ? null : demoPhone(faker);
  const ways = [...(email ? ['email' as const] : []), ...(phone ? ['phone' as const] : []), 'post' as const];
  const replyBy = faker.datatype.boolean(0.5) ? faker.helpers.arrayElement(ways) : null;
  return { email, phone, phoneE164: phone && (readPhone(phone)?.e164 ?? null), replyBy };
}

function demoEmail(faker: Faker, { name, surname }: { name: string; surname: string }): string {
  const domain = faker.helpers.arrayElement(['example.com', 'example.org', 'example.net', 'posta.example']);
  const account = searchKey(`${name}.${surname}`).replace(/[^a-z.]/g, '');
  return `${account}${faker.number.int({ min: 1, max: 999 })}@${domain}`;
}

/** No subscriber's number begins with 000. */
function demoPhone(faker: Faker): string {
  const area = faker.helpers.arrayElement(['60', '62', '63', '64', '65', '11', '21', '18']);
  const [tens, units] = [faker.string.numeric(2), faker.string.numeric(2)];
  return faker.helpers.arrayElement([
    `0${area}/000-${tens}-${units}`,
    `0${area} 000 ${tens}${units}`,
    `+381 ${area} 000 ${tens} ${units}`,
    `00381${area}000${tens}${units}`,
  ]);
}

/** Latin as typed on a foreign keyboard: čovek is covek. */
function withoutAccents(text: string): string {
  return text
    .replace(/đ/g, 'dj')
    .replace(/Đ/g, 'Dj')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}
