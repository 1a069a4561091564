import type { Letter } from './letter.entity.js';
import type { LetterState } from './letter.states.js';

/** A letter as its pages show it. */
export interface LetterView extends Letter {
  /** Number in the register, `2026-000123`; null until the sequencer has been there. */
  registerNumber: string | null;
}

/** What happened to a letter; the kinds are what `letter_event.kind` may hold. */
export type LetterEventKind =
  | 'received'
  | 'delivered'
  | 'read'
  | 'triage'
  | 'assignment'
  | 'handing-back'
  | 'closure'
  | 'spam'
  | 'reopening'
  | 'withdrawal'
  | 'supplement'
  | 'follow-up'
  | 'auto-reply'
  | 'details'
  | 'details-reminder'
  | 'details-closure'
  | 'link'
  | 'undo'
  | 'risk'
  | 'risk-taking'
  | 'risk-outcome'
  | 'note'
  | 'reply-submission'
  | 'reply-approval'
  | 'reply-release'
  | 'reply-sending-back'
  | 'reply-edit'
  | 'reply-discarding'
  | 'citation-review'
  | 'dispatch-order'
  | 'dispatch-recall'
  | 'dispatch'
  | 'reply-returned'
  | 'call'
  | 'forwarding-order'
  | 'forwarding-recall'
  | 'forwarding'
  | 'forwarding-notice'
  | 'forwarding-notice-returned'
  | 'forwarding-returned'
  | 'forwarding-answer'
  | 'handing-over'
  | 'due-warning'
  | 'escalation'
  | 'merge'
  | 'merged'
  | 'separation'
  | 'separated'
  | 'rule'
  | 'reading'
  | 'reading-removal'
  | 'presentation'
  | 'presentation-recall'
  | 'annotation'
  | 'move';

export interface LetterEvent {
  id: string;
  at: Date;
  kind: LetterEventKind;
  mover: 'citizen' | 'officer' | 'system';
  /** The officer's account. */
  accountId: string | null;
  fromState: LetterState | null;
  toState: LetterState | null;
  reason: string | null;
  /** Codes and ids that changed (category, urgency, unit, assignedTo), never a citizen's words. */
  details: Record<string, string | number | null>;
}

export interface Attachment {
  position: number;
  sha256: string;
  name: string;
  /** Bytes. */
  size: number;
  mediaType: string;
  addedAt: Date;
  /** The supplement that brought it; null when it came with the letter. */
  supplementId: string | null;
}

/** What the citizen added later, or somebody else who had the office's e-mail. */
export interface Supplement {
  id: string;
  message: string;
  receivedAt: Date;
  /** Address that an e-mail came from; null for what was added on the private page. */
  sender: string | null;
  /** Of an e-mail, when it is not the letter's. */
  subject: string | null;
  /** False when another address than the correspondent's wrote it. */
  isVerified: boolean;
}

/** The letter that is worked on in place of a merged one, as far as the writer of both may follow it. */
export interface Together {
  letter: Pick<LetterView, 'reference' | 'state' | 'receivedAt' | 'dueOn'>;
  events: LetterEvent[];
}

/** Everything that an opened letter shows. */
export interface OpenLetter {
  letter: LetterView;
  /** Oldest first. */
  events: LetterEvent[];
  attachments: Attachment[];
  supplements: Supplement[];
  /** Only for the writer of a merged letter. */
  together?: Together;
}
