import type { ReplyContent } from '../reply.js';
import type { CitizenLetter } from './citizen-letter-pdf.js';

/** A letter for paper: what was approved, and its numbers. */
export interface PrintedLetter {
  content: ReplyContent;
  registerNumber: string | null;
  reference: string;
  /**
   * Where the citizen sees how the letter stands; the code of squares leads there with the reference filled in. Not on
   * what goes to others.
   */
  statusUrl: string | undefined;
  /** The citizen's letter that a covering letter hands on. */
  enclosure?: CitizenLetter;
  date: Date;
}
