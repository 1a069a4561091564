import { type Language } from '../script/texts.js';
import { toLatin } from '../script/transliterate.js';
import type { ReleaseAttachment, ReleaseCorrection } from './extras.queries.js';
import type { PictureVariant, StoredPicture } from './pictures.queries.js';
import type { SectionCode } from './sections.js';
import type { DetailRow, SummaryRow } from './releases.queries.js';

/** A release as one line of a list, in the words of one version. */
export interface ReleaseSummary {
  id: string;
  slug: string;
  section: SectionCode | null;
  publishedAt: Date;
  updatedAt: Date;
  /** Language of the words below: Serbian Latin stands in where a release has no English. */
  textLanguage: Language;
  title: string;
  /** Plain text; may be empty. */
  lead: string;
}

/** A whole release in the words of one version. */
export interface ReleaseDetail extends ReleaseSummary {
  /** Markdown as written (Serbian always in Cyrillic): `markdownToHtml` derives Latin, so that addresses in it stay whole. */
  body: string;
  /** Versions in which it stands in that version's own language. */
  versions: Language[];
  pictures: PictureInLanguage[];
  attachments: ReleaseAttachment[];
  /** Oldest first. */
  corrections: CorrectionInLanguage[];
}

export interface PictureInLanguage {
  sha256: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  width: number;
  height: number;
  /** The same in other formats and sizes, the best format first; may be empty. */
  variants: PictureVariant[];
  /** May be empty. */
  credit: string;
  alt: string;
}

export interface CorrectionInLanguage {
  at: Date;
  note: string;
  /** Serbian Latin stands in where the note was not written in English. */
  textLanguage: Language;
}

/** What belongs to a release beside its words, as it is stored. */
export interface ReleaseParts {
  pictures: Omit<StoredPicture, 'releaseId' | 'position'>[];
  attachments: ReleaseAttachment[];
  corrections: ReleaseCorrection[];
}

/** The summary of a row that was read for this version. */
export function summaryIn(language: Language, row: SummaryRow): ReleaseSummary {
  const textLanguage = textLanguageOf(language, row.isEnglish);
  const say = saying(textLanguage);
  const { id, slug, section, publishedAt, updatedAt } = row;
  return {
    id,
    slug,
    section,
    publishedAt,
    updatedAt,
    textLanguage,
    title: say(row.title),
    lead: say(row.lead),
  };
}

/** The whole release of a row that was read for this version. */
export function detailIn(language: Language, row: DetailRow, parts: ReleaseParts): ReleaseDetail {
  const summary = summaryIn(language, row);
  return {
    ...summary,
    body: row.body,
    versions: row.hasEnglish ? ['sr-Cyrl', 'sr-Latn', 'en'] : ['sr-Cyrl', 'sr-Latn'],
    pictures: parts.pictures.map((picture) => pictureIn(summary.textLanguage, picture)),
    attachments: parts.attachments.map(({ sha256, name, mediaType, size }) => ({
      sha256,
      name,
      mediaType,
      size,
    })),
    corrections: parts.corrections.map((correction) => correctionIn(language, correction)),
  };
}

function pictureIn(language: Language, picture: ReleaseParts['pictures'][number]): PictureInLanguage {
  const { sha256, mediaType, size, width, height, variants } = picture;
  const shared = { sha256, mediaType, size, width, height, variants };
  if (language === 'en') return { ...shared, credit: picture.creditEn, alt: picture.altEn };
  const say = saying(language);
  return { ...shared, credit: say(picture.creditSr), alt: say(picture.altSr) };
}

function correctionIn(language: Language, { at, noteSr, noteEn }: ReleaseCorrection): CorrectionInLanguage {
  const textLanguage = textLanguageOf(language, noteEn !== '');
  return { at, note: textLanguage === 'en' ? noteEn : saying(textLanguage)(noteSr), textLanguage };
}

const saying = (language: Language) => (language === 'sr-Latn' ? toLatin : (text: string) => text);

/** In which language something is read in a version: English only where it was written. */
export const textLanguageOf = (language: Language, isEnglish: boolean): Language =>
  language === 'en' ? (isEnglish ? 'en' : 'sr-Latn') : language;
