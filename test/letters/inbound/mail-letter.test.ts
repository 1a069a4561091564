import { personOf } from '../../../src/letters/inbound/mail-letter.js';
import { writingLanguage } from '../../../src/letters/inbound/writing-language.js';

test.each([
  ['Ана Петровић', 'Ана', 'Петровић'],
  ['Radmila Stojadinović-Vukosavljević', 'Radmila', 'Stojadinović-Vukosavljević'],
  ['Petrović, Ana', 'Ana', 'Petrović'],
  ['MARKO MARKOVIĆ', 'MARKO', 'MARKOVIĆ'],
  ["John O'Neill", 'John', "O'Neill"],
])('"%s" is a name and a surname', (name, first, last) => {
  expect(personOf({ name, address: 'a@example.org' })).toEqual({ name: first, surname: last });
});

test.each([
  'ana petrović',
  'Ana',
  'Ana Marija Petrović',
  'JKP Vodovod d.o.o.',
  'Ana P.',
  'a@example.org',
  'Ana 2000',
  '<script> Alert',
  'Ana\nPetrović',
  '',
])('"%s" is not taken for a person', (name) => {
  expect(personOf({ name, address: 'a@example.org' })).toEqual({ name: '', surname: '' });
});

test.each([
  ['sr-Cyrl', 'Поштовани председниче, мој e-mail је ana@example.org'],
  ['sr-Latn', 'Poštovani predsedniče, molim Vas za pomoć.'],
  ['sr-Latn', 'Postovani predsednice, molim vas da se ova skola obnovi jer je u losem stanju.'],
  ['en', 'Dear Mr President, I am writing to you about the bridge in our village.'],
  [
    'sr-Latn',
    'Poštovani, molim odgovor.\n> Dear Sir, thank you for your letter of the third of May, we will answer you',
  ],
  ['sr-Cyrl', ''],
  ['sr-Latn', 'Hitno!'],
  ['en', 'Sehr geehrter Herr Präsident, '.repeat(10)],
])('%s: %s', (language, text) => {
  expect(writingLanguage(text)).toBe(language);
});
