import type { Reply } from './reply.js';

/** Why a reply was not changed. */
export type RefusalOfReply =
  /** Somebody else has saved it since the form was shown. */
  | 'stale'
  /** Somebody else writes it now. */
  | 'locked'
  /** It waits for an approver, who must send it back first. */
  | 'in-review'
  /** It was dispatched, or there is none. */
  | 'no-draft'
  /** Salutation, subject or text is missing, or a field of a standard line is not filled. */
  | 'unfinished'
  /** The letter has no such way to its writer. */
  | 'no-route'
  /** An approver wrote a part of it. */
  | 'own-draft'
  /** It is not approved, or not as it was shown. */
  | 'not-approved'
  /** The correspondent's details changed after the approval. */
  | 'recipient-changed'
  /** It has left already. */
  | 'left'
  | 'too-many-attachments'
  /** The letter is being handed to another body. */
  | 'forwarding';

/** A reply that cannot be changed so, now, by this account; `reply` is how it stands. */
export class ReplyRefused extends Error {
  constructor(
    readonly code: RefusalOfReply,
    readonly reply?: Reply,
  ) {
    super(`The reply was not changed: ${code}.`);
    this.name = 'ReplyRefused';
  }
}
