import type { NewReleaseText } from '../new-release.js';

/** Where something stands, from line 1. */
export interface Place {
  file: string;
  line: number;
}

/** What is wrong or worth knowing, in a sentence for the operator. */
export interface Remark extends Place {
  text: string;
}

export interface FoundPicture extends Place {
  /** Whole path of the file. */
  path: string;
  credit: { sr: string; en: string };
  alt: { sr: string; en: string };
}

/** A release as it stands in a source, readable but not yet checked against what is published. */
export interface FoundRelease extends Place {
  /** Names the item in its source for good: the same key is imported once. */
  key: string;
  publishedAt: Date;
  section?: string;
  /** Written there as a slug: taken or refused. */
  slug?: string;
  /** What its file or address was called: used when it can be a slug that is free. */
  calledBefore?: string;
  sr: NewReleaseText;
  en?: NewReleaseText;
  pictures: FoundPicture[];
}

/** One item of a source: readable, or refused with every reason. */
export interface Found {
  release?: FoundRelease;
  flaws: Remark[];
  notes: Remark[];
}
