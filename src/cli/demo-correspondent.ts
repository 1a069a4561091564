import type { Faker } from '@faker-js/faker';
import { readPhone } from '../script/phone.js';
import { searchKey } from '../script/search-key.js';
import type { Language } from '../script/texts.js';
import { toLatin } from '../script/transliterate.js';
import type { DemoText } from './demo-letters.topics.js';

/** An invented correspondent: `write` puts Serbian into the writer's script, or takes the English beside it. */
export interface DemoWriter {
  isWoman: boolean;
  language: Language;
  write: (text: DemoText) => string;
}

/** Half of them write Cyrillic, some Latin with or without accents, a few English. */
export function demoWriter(faker: Faker): DemoWriter {
  const isWoman = faker.datatype.boolean();
  const hand = faker.helpers.weightedArrayElement([
    { weight: 5, value: 'cyrillic' },
    { weight: 3, value: 'latin' },
    { weight: 1, value: 'latin without accents' },
    { weight: 1, value: 'english' },
  ]);
  const gendered = (serbian: string) => serbian.replace(/\[([^|\]]*)\|([^\]]*)\]/g, isWoman ? '$2' : '$1');
  if (hand === 'english') return { isWoman, language: 'en', write: ([, english]) => english };
  if (hand === 'cyrillic') return { isWoman, language: 'sr-Cyrl', write: ([serbian]) => gendered(serbian) };
  const accents = hand === 'latin' ? (text: string) => text : withoutAccents;
  return { isWoman, language: 'sr-Latn', write: ([serbian]) => accents(toLatin(gendered(serbian))) };
}

/** "12a", "12/5" and "bb" (no number) are all usual. */
export function demoHouse(faker: Faker, inScript: (latin: string) => string): string {
  const number = faker.number.int({ min: 1, max: 120 });
  const flat = faker.number.int({ min: 1, max: 40 });
  return faker.helpers.arrayElement([
    `${number}`,
    `${number}`,
    inScript(`${number}a`),
    `${number}/${flat}`,
    inScript('bb'),
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
