import { validateSync, type ValidationError } from 'class-validator';
import { HOME_COUNTRY } from './countries.js';
import { characters } from './submission.rules.js';
import { MESSAGE_LENGTH, SubmissionDto } from './submission.dto.js';
import type { FieldError } from './submission.texts.js';

/** Text fields as they came: from a form strings, from JSON whatever a program sent. */
export type RawFields = Record<string, unknown>;

export interface CheckedSubmission {
  /** Holds only what the rules allow when there are no errors. */
  dto: SubmissionDto;
  errors: FieldError[];
}

/** Of several broken rules, the one that helps most is told. */
const FIRST_TOLD = ['wrong-type', 'missing', 'control-characters', 'too-long'];

const LIMITS: Record<string, number> = {
  name: 100,
  surname: 100,
  municipality: 100,
  address: 200,
  postalCode: 20,
  email: 254,
  phone: 50,
  subject: 200,
  message: MESSAGE_LENGTH,
  release: 200,
};

const FIELDS = new Set([...Object.keys(LIMITS), 'country', 'replyBy', 'language']);

/** The order in which the form asks, and so the order of its errors. */
const ORDER = [
  'name',
  'surname',
  'municipality',
  'address',
  'postalCode',
  'country',
  'email',
  'phone',
  'replyBy',
  'subject',
  'message',
  'attachments',
];

/** Checks every rule that needs nothing but the fields themselves. */
export function checkSubmission(
  raw: RawFields,
  isPhone: (phone: string, country: string) => boolean,
): CheckedSubmission {
  const { known, unknown } = tidy(raw);
  const dto = Object.assign(new SubmissionDto(), known);
  const errors = validateSync(dto, { whitelist: true, forbidNonWhitelisted: true }).map(told);
  errors.push(...unknown.map((field) => ({ field, code: 'unknown-field' })));
  const isFine = (field: string) => errors.every((error) => error.field !== field);

  if (isFine('email') && isFine('phone')) {
    if (dto.email === undefined && dto.phone === undefined)
      errors.push({ field: 'email', code: 'email-or-phone' });
    else if (dto.replyBy === 'email' && dto.email === undefined)
      errors.push({ field: 'replyBy', code: 'needs-email' });
    else if (dto.replyBy === 'phone' && dto.phone === undefined)
      errors.push({ field: 'replyBy', code: 'needs-phone' });
  }
  if (
    dto.phone !== undefined &&
    isFine('phone') &&
    !isPhone(dto.phone, (dto.country ?? HOME_COUNTRY).toUpperCase())
  )
    errors.push({ field: 'phone', code: 'not-a-phone' });
  return { dto, errors: inOrder(errors) };
}

export const inOrder = (errors: FieldError[]): FieldError[] =>
  errors
    .map((error) => ({ error, place: ORDER.indexOf(error.field) }))
    .sort((a, b) => (a.place < 0 ? ORDER.length : a.place) - (b.place < 0 ? ORDER.length : b.place))
    .map(({ error }) => error);

/**
 * Blanks around one-line fields go, and what is left empty (or null, in JSON) counts as absent. The letter
 * itself stays exactly as it was written. Names that the class does not have never reach an object of it:
 * a field called "constructor" would change how it is validated.
 */
function tidy(raw: RawFields): { known: RawFields; unknown: string[] } {
  const known: RawFields = {};
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const tidied = typeof value === 'string' && name !== 'message' ? value.trim() : value;
    if (tidied === '' || tidied === null || tidied === undefined) continue;
    if (FIELDS.has(name)) known[name] = tidied;
    else unknown.push(name);
  }
  return { known, unknown };
}

function told({ property, constraints = {}, value }: ValidationError): FieldError {
  const codes = Object.values(constraints);
  const code = FIRST_TOLD.find((first) => codes.includes(first)) ?? codes[0]!;
  if (code !== 'too-long') return { field: property, code };
  return { field: property, code, values: { max: LIMITS[property]!, length: characters(value as string) } };
}
