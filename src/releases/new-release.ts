import type { MadePicture } from './picture-maker.service.js';
import { isSection } from './sections.js';
import { isSlug } from './slug.js';

/** Words of a release in one language. */
export interface NewReleaseText {
  title: string;
  /** One or two sentences, plain text; may be empty. */
  lead: string;
  /** Markdown. */
  body: string;
}

/** A picture as `PictureMaker` made it, with its words. */
export interface NewReleasePicture extends MadePicture {
  /** May be empty. */
  credit: { sr: string; en: string };
  alt: { sr: string; en: string };
}

/** A release as it is handed in for publishing. */
export interface NewRelease {
  /** Left out: made from the Serbian title, numbered if it is taken. */
  slug?: string;
  publishedAt: Date;
  /** Code of `sections.ts`. */
  section?: string;
  /** In Cyrillic. */
  sr: NewReleaseText;
  en?: NewReleaseText;
  pictures: NewReleasePicture[];
}

/** A release that cannot be published as it is; each problem is a sentence in English for the office's log. */
export class ReleaseRefused extends Error {
  constructor(readonly problems: string[]) {
    super(`The release was refused: ${problems.join(' ')}`);
    this.name = 'ReleaseRefused';
  }
}

const PICTURE_TYPES = ['image/jpeg', 'image/png'];

const LONGEST = { title: 300, lead: 1_000, body: 100_000 } as const;

/** Control characters other than tab and line ends, half characters, and the two that are none (XML 1.0, 2.2). */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** Everything that is wrong with it; nothing when it may be published. */
export function problemsOf(release: NewRelease): string[] {
  const problems: string[] = [];
  if (release.slug !== undefined && !isSlug(release.slug)) problems.push(`"${release.slug}" is not a slug.`);
  if (Number.isNaN(release.publishedAt.getTime())) problems.push('The dateline is not a date.');
  if (release.section !== undefined && !isSection(release.section))
    problems.push(`The section "${release.section}" is not known.`);
  problems.push(...problemsOfText('sr', release.sr));
  if (release.en !== undefined) problems.push(...problemsOfText('en', release.en));
  release.pictures.forEach((picture, index) => problems.push(...problemsOfPicture(index + 1, picture)));
  return problems;
}

function problemsOfText(language: 'sr' | 'en', text: NewReleaseText): string[] {
  const problems = (['title', 'lead', 'body'] as const)
    .filter((part) => text[part].length > LONGEST[part])
    .map((part) => `The ${part} (${language}) is longer than ${LONGEST[part]} characters.`);
  if (NOT_IN_XML.test(`${text.title}${text.lead}${text.body}`))
    problems.push(`The text (${language}) has a control character, which feeds cannot carry.`);
  if (text.title.trim() === '') problems.push(`The title (${language}) is missing.`);
  if (text.body.trim() === '') problems.push(`The body (${language}) is missing.`);
  return problems;
}

function problemsOfPicture(number: number, { mediaType, width, height, alt }: NewReleasePicture): string[] {
  const problems: string[] = [];
  if (!PICTURE_TYPES.includes(mediaType))
    problems.push(`Picture ${number} is ${mediaType}: give ${PICTURE_TYPES.join(', ')}.`);
  if (!(width > 0 && height > 0)) problems.push(`Picture ${number} has no size in pixels.`);
  if (alt.sr.trim() === '' || alt.en.trim() === '')
    problems.push(`Picture ${number} needs words for those who do not see it, in Serbian and in English.`);
  return problems;
}
