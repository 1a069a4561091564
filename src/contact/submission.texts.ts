import { fill, inLanguages, type Language } from '../script/texts.js';

/** What is wrong with one field. `values` fill the message; they may hold the sender's own file name. */
export interface FieldError {
  field: string;
  code: string;
  /** `bytes` is told as `{size}`. */
  values?: Record<string, string | number>;
}

/** Messages by field and code; a code that reads the same for every field stands under `any`. */
const errorTexts = inLanguages(
  {
    any: {
      missing: 'Попуните поље „{label}“',
      'too-long': 'Скратите поље „{label}“: највише {max} знакова',
      'wrong-type': 'Поље „{label}“ наведите једном, као обичан текст',
      'control-characters':
        'У пољу „{label}“ има знакова који не могу да се прочитају: укуцајте текст поново',
      'unknown-choice': 'У пољу „{label}“ изаберите један од понуђених одговора',
      'unknown-field': 'Образац нема поље „{label}“',
    },
    name: { missing: 'Напишите своје име' },
    surname: { missing: 'Напишите своје презиме' },
    municipality: { missing: 'Напишите општину или град' },
    address: { missing: 'Напишите улицу и број; ако броја нема, „бб“' },
    country: { 'unknown-country': 'Изаберите државу са списка' },
    email: {
      'email-or-phone': 'Напишите електронску адресу или телефон: једно је довољно',
      'not-an-email': 'Допуните електронску адресу, на пример ime@primer.rs',
    },
    phone: { 'not-a-phone': 'Исправите број телефона, на пример 064 123 45 67' },
    replyBy: {
      'needs-email':
        'Изабрали сте одговор електронском поштом: напишите електронску адресу или изаберите други начин',
      'needs-phone': 'Изабрали сте одговор телефоном: напишите број телефона или изаберите други начин',
    },
    message: {
      missing: 'Напишите писмо',
      'too-long': 'Скратите писмо: највише {max} знакова, а има их {length}',
    },
    release: { 'unknown-release': 'Саопштење о којем пишете не постоји' },
    attachments: {
      'too-big': 'Изаберите мањи прилог: „{name}“ има {size}, а највише је 10 MB',
      'forbidden-type': 'Изаберите прилог друге врсте: „{name}“ није PDF, JPEG, PNG, HEIC, DOCX, ODT ни TXT',
      'lying-type': 'Изаберите исправан прилог: садржај датотеке „{name}“ није оно што јој име каже',
      empty: 'Изаберите други прилог: „{name}“ је празан',
      'too-many': 'Приложите највише пет датотека: „{name}“ је сувишна',
      gone: 'Приложите поново „{name}“: прошло је превише времена',
      'not-a-file': 'Прилоге шаљите као датотеке (multipart/form-data)',
    },
  },
  {
    any: {
      missing: 'Fill in “{label}”',
      'too-long': 'Shorten “{label}” to {max} characters or fewer',
      'wrong-type': 'Give “{label}” once, as plain text',
      'control-characters': '“{label}” holds characters that cannot be read: type it again',
      'unknown-choice': 'Choose one of the answers offered for “{label}”',
      'unknown-field': 'The form has no field “{label}”',
    },
    name: { missing: 'Enter your name' },
    surname: { missing: 'Enter your surname' },
    municipality: { missing: 'Enter your municipality or city' },
    address: { missing: 'Enter your street and number; if there is no number, “bb”' },
    country: { 'unknown-country': 'Choose a country from the list' },
    email: {
      'email-or-phone': 'Enter an e-mail address or a telephone number: either one will do',
      'not-an-email': 'Complete the e-mail address, for example name@example.com',
    },
    phone: { 'not-a-phone': 'Correct the telephone number, for example 064 123 45 67' },
    replyBy: {
      'needs-email': 'You chose a reply by e-mail: enter an e-mail address or choose another way',
      'needs-phone': 'You chose a reply by telephone: enter a telephone number or choose another way',
    },
    message: {
      missing: 'Write your letter',
      'too-long': 'Shorten your letter to {max} characters or fewer; it has {length}',
    },
    release: { 'unknown-release': 'The press release that you write about does not exist' },
    attachments: {
      'too-big': 'Choose a smaller attachment: “{name}” is {size}, and the most is 10 MB',
      'forbidden-type':
        'Choose another kind of attachment: “{name}” is not PDF, JPEG, PNG, HEIC, DOCX, ODT or TXT',
      'lying-type': 'Choose a sound attachment: the content of “{name}” is not what its name says',
      empty: 'Choose another attachment: “{name}” is empty',
      'too-many': 'Attach at most five files: “{name}” is one too many',
      gone: 'Attach “{name}” again: too much time has passed',
      'not-a-file': 'Send attachments as files (multipart/form-data)',
    },
  },
);

/** The form's labels; errors name the field as the form does. */
export const fieldLabels = inLanguages(
  {
    name: 'Име',
    surname: 'Презиме',
    municipality: 'Општина или град',
    address: 'Улица и број',
    postalCode: 'Поштански број',
    country: 'Држава',
    email: 'Електронска адреса',
    phone: 'Телефон',
    replyBy: 'Како желите да Вам одговоримо?',
    subject: 'Предмет',
    message: 'Писмо',
    release: 'Саопштење',
    attachments: 'Прилози',
    language: 'Језик',
  },
  {
    name: 'Name',
    surname: 'Surname',
    municipality: 'Municipality or city',
    address: 'Street and number',
    postalCode: 'Postal code',
    country: 'Country',
    email: 'E-mail address',
    phone: 'Telephone',
    replyBy: 'How would you like us to reply?',
    subject: 'Subject',
    message: 'Letter',
    release: 'Press release',
    attachments: 'Attachments',
    language: 'Language',
  },
);

/** The sentence for one error, in one language. */
export function messageOf(language: Language, error: FieldError): string {
  const texts: Record<string, Record<string, string>> = errorTexts[language];
  const labels: Record<string, string> = fieldLabels[language];
  const text = own(own(texts, error.field), error.code) ?? own(texts.any, error.code);
  if (text === undefined) throw new Error(`No text says what "${error.code}" means.`);
  const values: Record<string, string> = { label: own(labels, error.field) ?? error.field.slice(0, 50) };
  for (const [name, value] of Object.entries(error.values ?? {}))
    values[name] = typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  if (typeof error.values?.bytes === 'number') values.size = fileSize(language, error.values.bytes);
  return fill(text, values);
}

/** A field's name comes from strangers: "constructor" must not find what every object has. */
const own = <T>(from: Record<string, T> | undefined, key: string): T | undefined =>
  from !== undefined && Object.hasOwn(from, key) ? from[key] : undefined;

/** "2,1 MB", rounded up so that a file just above the limit does not look as if it fitted. */
export function fileSize(language: Language, bytes: number): string {
  const [amount, unit] =
    bytes < 1_000_000 ? [Math.ceil(bytes / 1000), 'kB'] : [Math.ceil(bytes / 100_000) / 10, 'MB'];
  return `${new Intl.NumberFormat(language).format(amount)} ${unit}`;
}
