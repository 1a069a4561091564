import type { Language } from '../../script/texts.js';
import { Problem } from '../../web/problem.js';
import { type FieldError, messageOf } from '../submission.texts.js';

/** Errors as programs get them: stable codes, and a sentence that can be shown to a person. */
export const fieldProblems = (errors: FieldError[], language: Language) =>
  errors.map((error) => ({ field: error.field, code: error.code, message: messageOf(language, error) }));

export const invalid = (errors: ReturnType<typeof fieldProblems>) =>
  new Problem({
    status: 422,
    code: 'invalid',
    title: 'The letter cannot be received as it is',
    detail: 'Each entry of "errors" names a field and what to correct.',
    extra: { errors },
  });

export const tooMany = (seconds: number) =>
  new Problem({
    status: 429,
    code: 'too-many-requests',
    title: 'Too many letters in a short time',
    detail: `Try again in ${seconds} seconds.`,
    retryAfter: seconds,
  });

export const unavailable = () =>
  new Problem({
    status: 503,
    code: 'unavailable',
    title: 'Letters cannot be received at the moment',
    detail: 'Nothing was received. Try again later with the same Idempotency-Key.',
    retryAfter: 60,
  });
