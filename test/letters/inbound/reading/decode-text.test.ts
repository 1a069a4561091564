import { decodeText } from '../../../../src/letters/inbound/reading/decode-text.js';
import { decodeWords } from '../../../../src/letters/inbound/reading/header-words.js';
import { encodeIn } from '../../../support/single-byte.js';

const CYRILLIC = 'Поштовани председниче, молим Вас да помогнете школи у Љигу. Ђаци чекају џак угља.';
const LATIN =
  'Poštovani predsedniče, molim Vas da pomognete školi u Ljigu. Đaci čekaju džak uglja, ćebe i žito.';
const LABELS = [
  ...[undefined, 'utf-8', 'us-ascii', 'iso-8859-1', 'windows-1252', 'windows-1250', 'windows-1251'],
  ...['iso-8859-2', 'iso-8859-5', 'x-unknown', ''],
];

test.each([
  ['windows-1251', CYRILLIC],
  ['iso-8859-5', CYRILLIC],
  ['utf-8', CYRILLIC],
  ['windows-1250', LATIN],
  ['iso-8859-2', LATIN],
  ['utf-8', LATIN],
])('%s is read whatever its label says', (charset, text) => {
  for (const label of LABELS)
    expect([label, decodeText(encodeIn(charset, text), label)]).toEqual([label, text]);
});

test('other languages are read by their label', () => {
  const french = 'Déjà vu à la mairie, ça suffit';
  expect(decodeText(encodeIn('windows-1252', french), 'iso-8859-1')).toBe(french);
  const russian = 'Уважаемый господин президент, мы обращаемся к вам с просьбой';
  for (const charset of ['koi8-r', 'windows-1251'])
    expect(decodeText(encodeIn(charset, russian), charset)).toBe(russian);
  expect(decodeText(Buffer.from('93fa967b8cea', 'hex'), 'shift_jis')).toBe('日本語');
  expect(decodeText(encodeIn('utf-16le', CYRILLIC), 'utf-16le')).toBe(CYRILLIC);
});

test('seven-bit letters of the nineties are read by label or by the commonest words, and addresses are left alone', () => {
  const sent = 'Po{tovani predsedni~e, {to pre mo`e. ana@example.org http://x.rs/~ana';
  expect(decodeText(Buffer.from(sent))).toBe(
    'Poštovani predsedniče, što pre može. ana@example.org http://x.rs/~ana',
  );
  expect(decodeText(Buffer.from('[abac'), 'yu')).toBe('Šabac');
  const code = 'if (a[0] == "{") { return ~b | c; }';
  expect(decodeText(Buffer.from(code))).toBe(code);
});

test('encoded words are joined as bytes, and nothing of them breaks a line', () => {
  const half = [...encodeIn('utf-8', 'Молба')].map((byte) => `=${byte.toString(16)}`);
  expect(
    decodeWords(
      `=?UTF-8?Q?${half.slice(0, 3).join('')}?=\r\n =?utf-8?q?${half.slice(3).join('')}?= за=20вас`,
    ),
  ).toBe('Молба за=20вас');
  expect(decodeWords('=?iso-8859-1?B?UG/5dG92YW5p?=')).toBe('Poůtovani'.replace('ů', 'ù'));
  expect(decodeWords('=?utf-8?B?YQ0KQmNjOiB4QGV4YW1wbGUub3JnAGI=?=')).toBe('a Bcc: x@example.org b');
  expect(decodeWords('a\u202egpj.exe')).toBe('agpj.exe');
});
