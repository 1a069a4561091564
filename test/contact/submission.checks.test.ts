import fc from 'fast-check';
import { getMetadataStorage } from 'class-validator';
import { SubmissionDto } from '../../src/contact/submission.dto.js';
import { LANGUAGES } from '../../src/script/texts.js';
import { checkSubmission, type RawFields } from '../../src/contact/submission.checks.js';
import { messageOf } from '../../src/contact/submission.texts.js';

const good = {
  name: 'Радмила',
  surname: 'Стојадиновић',
  municipality: 'Ваљево',
  address: 'Доње Поље бб',
  email: 'radmila@primer.rs',
  message: 'Поштовани председниче,\r\n\r\nмост је срушен.',
};
const isPhone = (phone: string) => /^[\d /+-]{6,}$/.test(phone);
const check = (changes: RawFields) => checkSubmission({ ...good, ...changes }, isPhone);
const codes = (changes: RawFields) => check(changes).errors.map(({ field, code }) => `${field}: ${code}`);

test('a good letter has no errors and keeps its words', () => {
  expect(check({ name: '  Радмила ' })).toEqual({ dto: good, errors: [] });
});

test.each(['name', 'surname', 'municipality', 'address', 'message'])('%s is required', (field) => {
  for (const blank of [undefined, null, '', '   ', '\u200b\u00a0', '\u2800'])
    expect(codes({ [field]: blank })).toEqual([`${field}: missing`]);
});

test('an e-mail address or a telephone: neither is named once, either will do', () => {
  expect(codes({ email: undefined })).toEqual(['email: email-or-phone']);
  expect(codes({ email: ' ', phone: '' })).toEqual(['email: email-or-phone']);
  expect(codes({ email: undefined, phone: '064 123 45 67' })).toEqual([]);
});

test("every missing field is named, in the form's order", () => {
  expect(checkSubmission({}, isPhone).errors.map((error) => error.field)).toEqual([
    'name',
    'surname',
    'municipality',
    'address',
    'email',
    'message',
  ]);
});

test.each([
  ['name', 100],
  ['surname', 100],
  ['municipality', 100],
  ['address', 200],
  ['subject', 200],
  ['message', 20_000],
])('%s may have %i characters, letters outside the first plane counting as one', (field, limit) => {
  expect(codes({ [field]: '𝔓'.repeat(limit) })).toEqual([]);
  expect(codes({ [field]: '𝔓'.repeat(limit + 1) })).toEqual([`${field}: too-long`]);
});

test.each([
  [{ email: 'radmila@primer' }, 'email: not-an-email'],
  [{ email: 'a@primer.rs, b@primer.rs' }, 'email: not-an-email'],
  [{ phone: 'немам' }, 'phone: not-a-phone'],
  [{ replyBy: 'pigeon' }, 'replyBy: unknown-choice'],
  [{ replyBy: 'phone' }, 'replyBy: needs-phone'],
  [{ replyBy: 'email', email: undefined, phone: '064 123 45 67' }, 'replyBy: needs-email'],
  [{ country: 'XX' }, 'country: unknown-country'],
  [{ language: 'de' }, 'language: unknown-choice'],
  [{ name: 'Рад\0мила' }, 'name: control-characters'],
  [{ name: 'Радмила\r\nBcc: x' }, 'name: control-characters'],
  [{ message: 'мост\0' }, 'message: control-characters'],
  [{ message: 'a\ud800b' }, 'message: control-characters'],
  [{ name: 7 }, 'name: wrong-type'],
  [{ name: ['a', 'b'] }, 'name: wrong-type'],
  [{ name: { first: 'a' } }, 'name: wrong-type'],
  [{ message: true }, 'message: wrong-type'],
  [{ email: ['a@primer.rs'] }, 'email: wrong-type'],
  [{ state: 'closed' }, 'state: unknown-field'],
  [{ 'name[first]': 'a' }, 'name[first]: unknown-field'],
  [{ constructor: 'a' }, 'constructor: unknown-field'],
])('%j: %s', (changes, told) => expect(codes(changes)).toEqual([told]));

test('whatever a program sends, every error has a sentence in every version', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.oneof(fc.constantFrom(...Object.keys(good), 'phone', 'replyBy'), fc.string()),
        fc.anything(),
      ),
      (raw) => {
        for (const error of checkSubmission(raw, isPhone).errors)
          for (const language of LANGUAGES) expect(messageOf(language, error)).not.toBe('');
      },
    ),
  );
});

test('every field of the class is checked, and no other is let in', () => {
  const declared = new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(SubmissionDto, '', false, false)
      .map((rule) => rule.propertyName),
  );
  for (const field of declared) expect(codes({ [field]: {} })).toEqual([`${field}: wrong-type`]);
  expect(declared.size).toBe(13);
});
