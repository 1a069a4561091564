import type { KeptFile } from '../../files/kept-file.js';
import { readPhone } from '../../script/phone.js';
import type { Language } from '../../script/texts.js';
import { MOST_ATTACHMENTS } from '../form-reader.js';
import { type CheckedSubmission, checkSubmission, type RawFields } from '../submission.checks.js';
import type { FieldError } from '../submission.texts.js';

/** Stands for the letter's own words, which are there already, while the details alone are checked. */
const WORDS_ARE_THERE = '…';

/** The same rules for contact details as on the form, without the letter itself. */
export function completedDetails(fields: RawFields, language: Language): CheckedSubmission {
  const { message, subject, release, ...details } = fields;
  const checked = checkSubmission(
    { language, ...details, message: WORDS_ARE_THERE },
    (phone, country) => readPhone(phone, country) !== undefined,
  );
  const foreign = Object.entries({ message, subject, release }).filter(([, value]) => value !== undefined);
  return {
    ...checked,
    errors: [...checked.errors, ...foreign.map(([field]) => ({ field, code: 'unknown-field' }))],
  };
}

/** A supplement is words, files or both; `empty-supplement` is told by the page itself. */
export function supplementErrors(
  fields: RawFields,
  named: readonly KeptFile[],
  present: readonly KeptFile[],
  arrivedErrors: readonly FieldError[],
): FieldError[] {
  const { message, ...others } = fields;
  // The rules for a letter's words hold for what is added to it; the rest of a letter is there already.
  const errors = checkSubmission({ message }, () => true).errors.filter(
    (error) => error.field === 'message' && error.code !== 'missing',
  );
  const isBlank = typeof message !== 'string' || message.trim() === '';
  if (errors.length === 0 && arrivedErrors.length === 0 && isBlank && present.length === 0)
    errors.push({ field: 'message', code: 'empty-supplement' });
  errors.push(...arrivedErrors);
  for (const { name } of named.filter((file) => !present.includes(file)))
    errors.push({ field: 'attachments', code: 'gone', values: { name } });
  for (const { name } of present.slice(MOST_ATTACHMENTS))
    errors.push({ field: 'attachments', code: 'too-many', values: { name } });
  errors.push(...Object.keys(others).map((field) => ({ field, code: 'unknown-field' })));
  return errors;
}
