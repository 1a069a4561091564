import { isEmailAddress } from '../../src/contact/email-address.js';

test.each([
  'ime@primer.rs',
  "o'brien+pismo@mail.example.co.uk",
  'ime.prezime@поšta.срб',
  'a@xn--e1afmkfd.xn--90a3ac',
  `${'a'.repeat(64)}@primer.rs`,
])('%s is an address', (text) => expect(isEmailAddress(text)).toBe(true));

test.each([
  '',
  'ime',
  'ime@primer',
  '@primer.rs',
  'ime@',
  'ime@@primer.rs',
  'a@b@primer.rs',
  'ime prezime@primer.rs',
  'Ime <ime@primer.rs>',
  'a@primer.rs, b@primer.rs',
  'a@primer.rs;b@primer.rs',
  'a@primer.rs\r\nBcc: b@primer.rs',
  '"a b"@primer.rs',
  '.a@primer.rs',
  'a..b@primer.rs',
  'a@primer..rs',
  'a@-primer.rs',
  'a@[127.0.0.1]',
  'a@127.0.0.1',
  'a@primer.rs/x',
  'a@primer.rs%2e',
  'a@primer.rs ',
  'име@primer.rs',
  `${'a'.repeat(65)}@primer.rs`,
  `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(10)}.rs`,
])('%j is not', (text) => expect(isEmailAddress(text)).toBe(false));
