import type { CalendarDay } from '../../calendar/working-days.js';
import { LANGUAGES, type Language } from '../../script/texts.js';
import { isCountry } from '../countries.js';
import { isEmailAddress } from '../email-address.js';
import { MESSAGE_LENGTH } from '../submission.dto.js';
import { characters } from '../submission.rules.js';
import { readTypedDay } from './typed-day.js';

/** Fields of the form in the order in which they are asked for, with the most characters that each may have. */
export const PAPER_FIELDS = {
  arrivedOn: 20,
  name: 100,
  surname: 100,
  address: 200,
  postalCode: 20,
  municipality: 100,
  phone: 50,
  email: 254,
  subject: 200,
  message: MESSAGE_LENGTH,
  enclosures: 5,
  senderNumber: 100,
  senderDate: 20,
  country: 2,
  language: 10,
  sameAs: 20,
} as const;

export type PaperField = keyof typeof PAPER_FIELDS;
export type PaperValues = Partial<Record<PaperField, string>>;

export interface PaperError {
  field: PaperField;
  code: 'too-long' | 'no-day' | 'future' | 'not-an-email' | 'no-number' | 'nothing';
  /** The most characters. */
  max?: number;
}

/** What was typed, understood. */
export interface ReadPaper {
  arrivedOn: CalendarDay;
  senderDate: CalendarDay | null;
  enclosures: number | null;
  country: string;
  /** Undefined leaves it to the letter's own words. */
  language: Language | undefined;
}

const MOST_ENCLOSURES = 9_999;

/** What the form held, as far as it is a field of it. */
export function paperValues(fields: Record<string, unknown>): PaperValues {
  const values: PaperValues = {};
  for (const field of Object.keys(PAPER_FIELDS) as PaperField[]) {
    const value = fields[field];
    if (typeof value === 'string') values[field] = field === 'message' ? value : value.trim();
  }
  return values;
}

/**
 * A paper letter is never refused for what its writer left out; only what cannot be meant comes back: a day that is
 * none or that has not come yet, an address that no e-mail could reach, a form without anything.
 */
export function readPaper(
  values: PaperValues,
  { today, hasScan }: { today: CalendarDay; hasScan: boolean },
): { paper: ReadPaper; errors: PaperError[] } {
  const errors: PaperError[] = [];
  const fail = (field: PaperField, code: PaperError['code'], max?: number) =>
    errors.push({ field, code, ...(max !== undefined && { max }) });
  for (const [field, max] of Object.entries(PAPER_FIELDS) as [PaperField, number][])
    if (characters(values[field] ?? '') > max) fail(field, 'too-long', max);
  const dayIn = (field: 'arrivedOn' | 'senderDate') => {
    const typed = values[field] ?? '';
    if (typed === '') return undefined;
    const found = readTypedDay(typed, today);
    if (found === undefined) fail(field, 'no-day');
    return found;
  };
  const arrivedOn = dayIn('arrivedOn') ?? today;
  if (arrivedOn > today) fail('arrivedOn', 'future');
  const senderDate = dayIn('senderDate') ?? null;
  if (values.email && !isEmailAddress(values.email)) fail('email', 'not-an-email');
  const counted = values.enclosures ?? '';
  const enclosures = counted === '' ? null : Number(counted);
  if (counted !== '' && !(/^\d+$/.test(counted) && Number(counted) <= MOST_ENCLOSURES))
    fail('enclosures', 'no-number');
  const told = (['name', 'surname', 'subject', 'message'] as const).some((field) => values[field]?.trim());
  if (!told && !hasScan) fail('name', 'nothing');
  const country = (values.country || 'RS').toUpperCase();
  return {
    paper: {
      ...{ arrivedOn, senderDate, enclosures },
      country: isCountry(country) ? country : 'RS',
      language: LANGUAGES.find((language) => language === values.language),
    },
    errors,
  };
}
