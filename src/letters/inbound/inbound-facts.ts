import type { Seal } from './reading/gather-mail.js';

/** A file of a mail that officers are told of but not given: it is in the raw mail. */
export interface NotOffered {
  name: string;
  /** Bytes. */
  size: number;
  why: 'too-big' | 'forbidden-type' | 'lying-type' | 'empty' | 'too-many';
}

/** What officers are told about a mail beside the letter that was made of it. */
export interface InboundFacts {
  notOffered: NotOffered[];
  /** The text is longer than a letter's; the rest is in the raw mail. */
  isCut: boolean;
  hasHtml: boolean;
  seal: Seal | null;
  /** Another mail came with the same Message-ID and other bytes. */
  sameMessageId: boolean;
}
