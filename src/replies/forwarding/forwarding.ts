import type { Reply, ReplyContent } from '../reply.js';

/** Ways to a competent body. */
export const BODY_ROUTES = ['email', 'post'] as const;
export type BodyRoute = (typeof BODY_ROUTES)[number];

/** Longest parts of what is written by hand, in characters. */
export const BODY_LIMITS = { name: 200, email: 254, address: 300, why: 400 } as const;

/** What an officer chooses; the covering letter and the notice follow from it. */
export interface ForwardingChoice {
  /** Code of a body of the office profile; null for one written by hand. */
  body: string | null;
  /** The body written by hand. */
  typed: { name: string; email: string; address: string };
  route: BodyRoute;
  /** Why the body is competent: its own reason in the profile, another one there by its place, or own words. */
  why: 'body' | number | 'own';
  /** Own words, in Serbian for the body and, where the letter is in English, in English for its writer. */
  own: { sr: string; en: string };
  /** Places of the letter's attachments that go along. */
  attachments: number[];
}

/** Both papers as they will leave, and what is kept of the choice beside them. */
export interface ComposedForwarding {
  body: string | null;
  /** The body's name as in the covering letter, and as the writer reads it. */
  name: string;
  toldName: string;
  why: string;
  toldWhy: string;
  cover: ReplyContent;
  /** Undefined when the letter says no way to its writer. */
  notice: ReplyContent | undefined;
  /** Of both papers together: what was shown is what leaves. */
  fingerprint: string;
}

/** A letter's forwarding with its papers. */
export interface Forwarding {
  id: string;
  body: string | null;
  name: string;
  toldName: string;
  why: string;
  toldWhy: string;
  cover: Reply;
  notice: Reply | null;
}

/** What became of it at the body. */
export const BODY_OUTCOMES = ['answered', 'returned'] as const;
export type BodyOutcome = (typeof BODY_OUTCOMES)[number];

export type RefusalOfForwarding =
  /** The profile has no such body or reason. */
  | 'body'
  /** A body written by hand has no name. */
  | 'name'
  /** The e-mail address is missing, or is not exactly one address. */
  | 'email'
  | 'address'
  | 'why'
  | 'whyEnglish'
  /** The chosen attachment is not the letter's. */
  | 'attachment'
  /** What would leave is not what was shown. */
  | 'stale'
  /** It has no register number yet; it gets one within a second. */
  | 'unregistered'
  /** An answer is approved or on its way. */
  | 'reply'
  /** It is being forwarded already. */
  | 'under-way'
  /** It has left, or was never on its way. */
  | 'left';

/** A letter that is not forwarded so, now, by this account. */
export class ForwardingRefused extends Error {
  constructor(readonly code: RefusalOfForwarding) {
    super(`The letter was not forwarded: ${code}.`);
    this.name = 'ForwardingRefused';
  }
}
