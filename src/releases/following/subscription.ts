import type { Language } from '../../script/texts.js';

/** How often a follower hears: each release as it is published, or those of a day or a week together. */
export const RHYTHMS = ['immediate', 'daily', 'weekly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export const isRhythm = (text: string): text is Rhythm => RHYTHMS.some((rhythm) => rhythm === text);

/** What a follower chooses. */
export interface Choice {
  rhythm: Rhythm;
  language: Language;
}

/** One follower. Whoever leaves has none, so each is wanted or still waits to be confirmed. */
export interface Subscription extends Choice {
  id: string;
  address: string;
  state: 'unconfirmed' | 'active';
  /** The address was asked for too long ago for its link to confirm it. */
  isStale: boolean;
}

/** The link in the e-mail confirms for so long, from the last time that somebody asked. */
export const CONFIRM_DAYS = 3;
/** What nobody confirmed is deleted after so long. */
export const UNCONFIRMED_DAYS = 7;
/** Digests leave at this hour of the office's clock, weekly ones on Mondays. */
export const DIGEST_HOUR = 7;
