import { createHash } from 'node:crypto';
import type { ReleaseAttachment } from '../extras.queries.js';
import type { MadePicture } from '../picture-maker.service.js';

export interface ContentWords {
  title: string;
  lead: string;
  body: string;
}

export interface ContentPicture extends MadePicture {
  creditSr: string;
  creditEn: string;
  altSr: string;
  altEn: string;
}

/** Everything that the newsroom writes of a release: what is reviewed, published, kept as a version and compared. */
export interface ReleaseContent {
  /** Empty: made from the title when it is published. */
  slug: string;
  /** Code of `sections.ts`; empty: none. */
  section: string;
  /** In Cyrillic. */
  sr: ContentWords;
  /** Written by hand; all empty where the release has no English. */
  en: ContentWords;
  pictures: ContentPicture[];
  attachments: ReleaseAttachment[];
  /** When it is to go out, as it was typed; empty: as soon as it is approved. */
  planned: string;
  /** What readers are told of a correction. */
  noteSr: string;
  noteEn: string;
}

const NO_WORDS: ContentWords = { title: '', lead: '', body: '' };

export const EMPTY_CONTENT: ReleaseContent = {
  slug: '',
  section: '',
  sr: NO_WORDS,
  en: NO_WORDS,
  pictures: [],
  attachments: [],
  planned: '',
  noteSr: '',
  noteEn: '',
};

export const hasEnglish = ({ en }: ReleaseContent): boolean =>
  [en.title, en.lead, en.body].some((text) => text.trim() !== '');

/** The content in one fixed form: equal contents are equal texts, whatever order the database gives their keys in. */
function canonical(content: ReleaseContent): string {
  const { slug, section, sr, en, pictures, attachments, planned, noteSr, noteEn } = content;
  const words = ({ title, lead, body }: ContentWords) => [title, lead, body];
  return JSON.stringify([
    [slug, section, planned, noteSr, noteEn, words(sr), words(en)],
    pictures.map((picture) => [
      picture.sha256,
      picture.creditSr,
      picture.creditEn,
      picture.altSr,
      picture.altEn,
    ]),
    attachments.map(({ sha256, name }) => [sha256, name]),
  ]);
}

export const isSameContent = (one: ReleaseContent, other: ReleaseContent): boolean =>
  canonical(one) === canonical(other);

/** What an approval binds to: whoever approves has read exactly this. */
export const fingerprintOf = (content: ReleaseContent): string =>
  createHash('sha256').update(canonical(content)).digest('hex');

/** The fingerprint as people compare it: `E05B-6F19`. */
export const shortPrint = (fingerprint: string): string =>
  `${fingerprint.slice(0, 4)}-${fingerprint.slice(4, 8)}`.toUpperCase();

/** A file that the content shows to readers, in any of its formats; attachments have a name. */
export function fileOf(
  { pictures, attachments }: ReleaseContent,
  sha256: string,
): { mediaType: string; name?: string } | undefined {
  return [
    ...attachments,
    ...pictures.flatMap(({ name: _, ...picture }) => [picture, ...picture.variants]),
  ].find((file) => file.sha256 === sha256);
}
