import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Language } from '../script/texts.js';

/** One e-mail as a unit: what stands in the inbox, and both bodies. */
export interface RenderedEmail {
  subject: string;
  html: string;
  text: string;
  /** Message-ID of the e-mail that this one answers or follows. */
  inReplyTo?: string;
  /** Message-IDs of the thread, oldest first; that one alone unless told. */
  references?: string[];
  attachments?: { name: string; mediaType: string; open(): Readable }[];
  /** Of mail to followers: what they follow, and where one click ends it (RFC 2919, RFC 8058). */
  list?: { id: string; unsubscribeUrl: string };
}

export type EmailOutcome = 'sent' | 'failed' | 'suppressed';

/** What a room is told of an e-mail that ended. */
export interface EndedEmail {
  params: Record<string, string>;
  /** Whether the next e-mail to the address may well arrive: a full mailbox, a server that was away. */
  isTemporary: boolean;
}

/** A kind of e-mail, registered by the room that owes it. */
export interface EmailKind {
  /** `<room>.<what>`, for example `letter.acknowledgement`. */
  kind: string;
  /**
   * False when no stranger can make the office send it (alarms to staff, what a person sends by hand): the limits a
   * recipient and the list of dead addresses do not hold it back, the caps a minute do. True unless told.
   */
  provoked?: boolean;
  /**
   * True for mail that its recipient follows or asks to: the owing room has limits of its own, so those a recipient do
   * not hold it back, but dead addresses and machines get none.
   */
  toSubscribers?: true;
  /**
   * True for a letter that a person wrote and sent: it does not say that a machine did. When it fails for good its
   * officer has it back and sends it anew, by this way or another; nobody tries the old e-mail again.
   */
  byHand?: true;
  /** True for mail whose recipient may write back: the answer belongs to what the e-mail is about. */
  correspondence?: true;
  /**
   * Called once an e-mail, at its first sending. Nothing of a stranger's words may stand in it. Undefined: nobody wants
   * it any more, and it is not sent.
   */
  render(params: Record<string, string>, language: Language): Promise<RenderedEmail | undefined>;
  /** The same with invented values, for the preview page. */
  sample(language: Language): Promise<RenderedEmail>;
  /** Told in the transaction that ends the duty, or takes up the report that what was sent has failed. */
  onOutcome?(
    subjectId: string | null,
    outcome: EmailOutcome,
    tx: EntityManager,
    reason: string | null,
    ended: EndedEmail,
  ): Promise<void>;
}

@Injectable()
export class EmailKinds {
  readonly #kinds = new Map<string, EmailKind>();

  register(kind: EmailKind): void {
    if (this.#kinds.has(kind.kind))
      throw new Error(`Two rooms register the e-mail "${kind.kind}": name one otherwise.`);
    this.#kinds.set(kind.kind, kind);
  }

  get(kind: string): EmailKind | undefined {
    return this.#kinds.get(kind);
  }

  all(): EmailKind[] {
    return [...this.#kinds.values()];
  }
}
