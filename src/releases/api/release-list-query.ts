import { type Language, LANGUAGES } from '../../script/texts.js';
import { Problem } from '../../web/problem.js';
import { LONGEST_SEARCH } from '../found-words.js';
import { isSection, type SectionCode } from '../sections.js';
import { isSlug } from '../slug.js';

export const MOST = 100;
const USUAL = 20;

export interface ReleaseListQuery {
  language: Language;
  limit: number;
  before?: string;
  section?: SectionCode;
  q?: string;
}

interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** Reads the query of `GET /api/v1/releases`; throws a 422 {@link Problem} that names every bad parameter. */
export function readListQuery(query: Record<string, unknown>): ReleaseListQuery {
  const errors: FieldError[] = [];
  const one = (field: string): string | undefined => {
    const value = query[field];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string') return value;
    errors.push({ field, code: 'single', message: `Give "${field}" once.` });
    return undefined;
  };
  const refuse = (field: string, code: string, message: string) => void errors.push({ field, code, message });

  const [language = 'sr-Cyrl', limit = String(USUAL), before, section, q] = [
    one('language'),
    one('limit'),
    one('before'),
    one('section'),
    one('q'),
  ];
  for (const field of Object.keys(query))
    if (!['language', 'limit', 'before', 'section', 'q'].includes(field))
      refuse(field, 'unknown', `"${field}" is not a parameter of this list.`);
  if (!LANGUAGES.includes(language as Language))
    refuse('language', 'unknown', `Give one of ${LANGUAGES.join(', ')}.`);
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > MOST)
    refuse('limit', 'range', `Give a whole number from 1 to ${MOST}.`);
  if (before !== undefined && !isSlug(before))
    refuse('before', 'form', 'Give the slug of the last release of the part before.');
  if (section !== undefined && !isSection(section))
    refuse('section', 'unknown', 'Give the code of a section.');
  if (q !== undefined && (q.length > LONGEST_SEARCH || /\p{Cc}|\p{Cs}/u.test(q)))
    refuse('q', 'form', `Give at most ${LONGEST_SEARCH} characters of plain text.`);
  if (errors.length > 0)
    throw new Problem({
      status: 422,
      code: 'invalid-query',
      title: 'The query is not valid',
      extra: { errors },
    });

  return {
    language: language as Language,
    limit: Number(limit),
    before,
    section: section as SectionCode | undefined,
    q,
  };
}
