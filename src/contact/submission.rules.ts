import { ValidateBy, type ValidationOptions } from 'class-validator';

/**
 * Rules of the submission's fields. Each names its code as the message, so that one validation gives
 * machines a code and people a sentence in their language (`submission.texts.ts`).
 */
function rule(name: string, code: string, validate: (value: unknown) => boolean): PropertyDecorator {
  const options: ValidationOptions = { message: code };
  return ValidateBy({ name, validator: { validate } }, options);
}

/** Something that can be read is there: not only blanks and invisible characters. */
const isWritten = (value: unknown) =>
  typeof value === 'string' && /[^\s\p{Cf}\p{Cc}\u2800\u3164\u115f\u1160\uffa0]/u.test(value);

/** Length as a person counts it: Unicode code points. */
export const characters = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

const optionally = (value: unknown, holds: (text: string) => boolean) =>
  typeof value !== 'string' || holds(value);

export const Required = () =>
  rule(
    'required',
    'missing',
    (value) => value !== undefined && (typeof value !== 'string' || isWritten(value)),
  );

/** A scalar string; numbers, lists and objects are not turned into text. */
export const Text = () =>
  rule('text', 'wrong-type', (value) => value === undefined || typeof value === 'string');

export const AtMost = (limit: number) =>
  rule('atMost', 'too-long', (value) =>
    optionally(value, (text) => text.length <= limit || characters(text) <= limit),
  );

/** One line: no control characters, line ends or broken surrogates (PostgreSQL cannot store U+0000 and those). */
export const OneLine = () =>
  rule('oneLine', 'control-characters', (value) =>
    optionally(value, (text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text)),
  );

/** Lines of text: tabs and line ends are welcome, other control characters are not. */
export const Lines = () =>
  rule('lines', 'control-characters', (value) =>
    optionally(value, (text) => !/[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u.test(text)),
  );

export const Matches = (code: string, holds: (text: string) => boolean) =>
  rule('matches', code, (value) => optionally(value, holds));
