import { isSection } from '../sections.js';
import { isSlug } from '../slug.js';
import { hasEnglish, type ReleaseContent } from './content.js';
import { plannedTime } from './planned-time.js';

/** What must be put right before a release goes to the second pair of eyes; `field` is the id of its field. */
export interface ContentProblem {
  code:
    | 'titleMissing'
    | 'bodyMissing'
    | 'notCyrillic'
    | 'titleEnMissing'
    | 'bodyEnMissing'
    | 'altMissing'
    | 'altEnMissing'
    | 'slugForm'
    | 'slugTaken'
    | 'timeUnreadable'
    | 'timeSkipped'
    | 'timePast'
    | 'noteMissing';
  field: string;
  /** Place of the picture that it is about. */
  number?: number;
}

const TIME_PROBLEMS = { unreadable: 'timeUnreadable', skipped: 'timeSkipped', past: 'timePast' } as const;
const isBlank = (text: string) => text.trim() === '';

/** Everything that is missing or wrong, in the order of the form. */
export function problemsOf(
  content: ReleaseContent,
  where: { isCorrection: boolean; isSlugTaken: boolean; timeZone: string; now: Date },
): ContentProblem[] {
  const { sr, slug } = content;
  const problems: ContentProblem[] = [];
  const add = (code: ContentProblem['code'], field: string, number?: number) =>
    void problems.push({ code, field, number });
  if (where.isCorrection && isBlank(content.noteSr)) add('noteMissing', 'noteSr');
  if (isBlank(sr.title)) add('titleMissing', 'titleSr');
  else if (!/\p{Script=Cyrillic}/u.test(sr.title + sr.body)) add('notCyrillic', 'titleSr');
  if (isBlank(sr.body)) add('bodyMissing', 'bodySr');
  if (hasEnglish(content)) {
    if (isBlank(content.en.title)) add('titleEnMissing', 'titleEn');
    if (isBlank(content.en.body)) add('bodyEnMissing', 'bodyEn');
  }
  content.pictures.forEach(({ altSr, altEn }, index) => {
    if (isBlank(altSr)) add('altMissing', `altSr-${index + 1}`, index + 1);
    if (hasEnglish(content) && isBlank(altEn)) add('altEnMissing', `altEn-${index + 1}`, index + 1);
  });
  if (slug !== '' && !isSlug(slug)) add('slugForm', 'slug');
  else if (where.isSlugTaken) add('slugTaken', 'slug');
  const time = plannedTime(content.planned, where.timeZone, where.now);
  if (!where.isCorrection && time.kind !== 'none' && time.kind !== 'at')
    add(TIME_PROBLEMS[time.kind], 'planned');
  return problems;
}

/** A code of a section, or none: anything else cannot come from the form. */
export const sectionOf = (code: string): string | null => (isSection(code) ? code : null);
