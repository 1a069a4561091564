import { type Language } from '../script/texts.js';
import { toLatin } from '../script/transliterate.js';
import type { ReleasePicture } from './release-picture.entity.js';
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
}

export interface PictureInLanguage {
  sha256: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  width: number;
  height: number;
  /** May be empty. */
  credit: string;
  alt: string;
}

/** The summary of a row that was read for this version. */
export function summaryIn(language: Language, row: SummaryRow): ReleaseSummary {
  const textLanguage = textLanguageOf(language, row.isEnglish);
  const say = textLanguage === 'sr-Latn' ? toLatin : (text: string) => text;
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
export function detailIn(language: Language, row: DetailRow, pictures: ReleasePicture[]): ReleaseDetail {
  const summary = summaryIn(language, row);
  return {
    ...summary,
    body: row.body,
    versions: row.hasEnglish ? ['sr-Cyrl', 'sr-Latn', 'en'] : ['sr-Cyrl', 'sr-Latn'],
    pictures: pictures.map((picture) => pictureIn(summary.textLanguage, picture)),
  };
}

function pictureIn(language: Language, picture: ReleasePicture): PictureInLanguage {
  const { sha256, mediaType, size, width, height } = picture;
  const shared = { sha256, mediaType, size, width, height };
  if (language === 'en') return { ...shared, credit: picture.creditEn, alt: picture.altEn };
  const say = language === 'sr-Latn' ? toLatin : (text: string) => text;
  return { ...shared, credit: say(picture.creditSr), alt: say(picture.altSr) };
}

const textLanguageOf = (language: Language, isEnglish: boolean): Language =>
  language === 'en' ? (isEnglish ? 'en' : 'sr-Latn') : language;
