import type { KeptFile } from '../files/kept-file.js';
import type { Language } from '../script/texts.js';

/** How a reply reaches the correspondent. */
export const ROUTES = ['email', 'post', 'phone'] as const;
export type Route = (typeof ROUTES)[number];

/** What a paper of the office is for: it answers the letter, hands it to the competent body, or tells its writer so. */
export type Purpose = 'answer' | 'cover' | 'notice';

/**
 * `draft` is written; `in_review` waits for an approver; `approved` may be dispatched as it is; `leaving` is an e-mail
 * that can still be taken back for some seconds; `to_print` waits for the day's post; `dispatched` has left;
 * `returned` came back; `discarded` was given up.
 */
export type ReplyState =
  'draft' | 'in_review' | 'approved' | 'leaving' | 'to_print' | 'dispatched' | 'returned' | 'discarded';

/** States of a reply that is still under way: a letter has at most one such of each purpose. */
export const UNDER_WAY: readonly ReplyState[] = ['draft', 'in_review', 'approved', 'leaving', 'to_print'];

/** What an officer writes; who it goes to follows from the letter and the route. */
export interface ReplyWords {
  route: Route;
  salutation: string;
  subject: string;
  /** Markdown, as for releases. */
  body: string;
  /** Language and script of the reply. */
  language: Language;
}

/** Everything that an approval binds to. */
export interface ReplyContent extends ReplyWords {
  /** The e-mail address, the lines of the postal address, or the telephone. */
  recipient: string;
  attachments: KeptFile[];
}

export interface Reply extends ReplyContent {
  id: string;
  letterId: string;
  purpose: Purpose;
  state: ReplyState;
  /** Raised by every change of the words; a form that was shown before is asked again. */
  version: number;
  /** Everybody who wrote a part of it: none of them may approve it. */
  drafters: string[];
  /** Who writes now, as long as `lockedUntil` has not passed. */
  lockedBy: string | null;
  lockedUntil: Date | null;
  submittedAt: Date | null;
  /** What the last approver who sent it back had read. */
  reviewed: ReplyContent | null;
  sentBackBy: string | null;
  sentBackReason: string | null;
  /** SHA-256, in hexadecimal, of the content that was approved; null while nothing is. */
  fingerprint: string | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  dispatchedBy: string | null;
  dispatchedAt: Date | null;
  returnedAt: Date | null;
  returnedReason: string | null;
  updatedAt: Date;
}

/** Longest parts, in characters. */
export const LIMITS = { salutation: 200, subject: 200, body: 20_000 } as const;

/** Most attachments of a reply. */
export const MOST_ATTACHMENTS = 5;

/** How long after the order an e-mail waits, so that a slip can be taken back. */
export const TAKE_BACK_SECONDS = 20;

/** How long an editor that says nothing keeps its lock. */
export const LOCK_SECONDS = 60;
