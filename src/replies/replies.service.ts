import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficeProfile } from '../config/office-profile.js';
import type { KeptFile } from '../files/kept-file.js';
import { announceLetters } from '../letters/announce.queries.js';
import { addEvent } from '../letters/changes.queries.js';
import type { Letter } from '../letters/letter.entity.js';
import type { LetterView } from '../letters/letter.view.js';
import { letterByReference, lockLetter } from '../letters/letters.queries.js';
import { LetterNotFound, TransitionRefused } from '../letters/letters.refused.js';
import { checkMove, moveLetter, moverOf } from '../letters/move-letter.js';
import type { Officer } from '../letters/viewer.js';
import { canonicalBytes, fingerprintOf, hashOf } from './fingerprint.js';
import { openFields } from './line-fields.js';
import { recipientOf, routesTo } from './recipient.js';
import {
  dispatchDue,
  insertReply,
  moveReply,
  paperUnderWay,
  repliesSent,
  replyById,
  replyUnderWay,
  rewrite,
  takeLock,
  writeAttachments,
} from './replies.queries.js';
import { ReplyRefused } from './replies.refused.js';
import { MOST_ATTACHMENTS, type Reply, type ReplyContent, type ReplyWords } from './reply.js';

/** Everything that the reply's page shows. */
export interface OpenReply {
  letter: LetterView;
  /** The one under way; undefined before the first word is saved. */
  reply: Reply | undefined;
  /** What left before, oldest first. */
  sent: Reply[];
  /** Seconds until an ordered e-mail leaves, and why it did not. */
  due: { inSeconds: number; lastError: string | null } | undefined;
  /** Whether the letter's category asks for an approver. */
  needsApproval: boolean;
}

/** Drafting and approval: the way of a reply until it may leave. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
  ) {}

  /** Throws `LetterNotFound` for a foreign letter as for an absent one. */
  async open(reference: string, officer: Officer): Promise<OpenReply> {
    const letter = await letterByReference(this.dataSource, reference, officer);
    if (!letter) throw new LetterNotFound();
    const [reply, sent] = await Promise.all([
      replyUnderWay(this.dataSource, letter.id),
      repliesSent(this.dataSource, letter.id),
    ]);
    const due = reply?.state === 'leaving' ? await dispatchDue(this.dataSource, reply.id) : undefined;
    return { letter, reply, sent, due, needsApproval: this.needsApproval(letter) };
  }

  /** What the writer has been answered, oldest first; what came back is not among it. */
  async delivered(letterId: string): Promise<Reply[]> {
    return (await repliesSent(this.dataSource, letterId)).filter(({ state }) => state === 'dispatched');
  }

  /** Thanks for a greeting need no approver where the profile says so; everything else does. */
  needsApproval({ category }: Pick<Letter, 'category'>): boolean {
    return this.profile.ofCategory(category, 'approval') !== false;
  }

  /**
   * Keeps what was written. The first save makes the draft, and takes a triaged letter in work. Saving other words
   * voids an approval in the same transaction. `version` is what the writer had before the eyes, 0 without a draft.
   */
  save(reference: string, words: ReplyWords, version: number, by: Officer): Promise<Reply> {
    return this.write(reference, by, async (tx, letter, reply) => {
      const content = { ...words, recipient: recipientTo(letter, words.route) };
      if (reply === undefined) {
        if (version !== 0) throw new ReplyRefused('no-draft');
        await this.intoWork(tx, letter, by);
        return insertReply(tx, letter.id, { ...content, attachments: [] }, by.accountId);
      }
      refuseForeign(reply, version, by);
      if (fingerprintOf({ ...content, attachments: reply.attachments }) === fingerprintOf(reply)) {
        if (reply.state === 'draft') await takeLock(tx, reply.id, by.accountId, false);
        return reply.id;
      }
      await this.voidApproval(tx, letter, reply, by);
      await rewrite(tx, reply.id, content, by.accountId);
      return reply.id;
    });
  }

  /** Adds files or takes one away (by its hash); an approval goes as with other words. */
  attach(
    reference: string,
    version: number,
    change: { add: KeptFile[] } | { remove: string },
    by: Officer,
  ): Promise<Reply> {
    return this.write(reference, by, async (tx, letter, reply) => {
      if (reply === undefined) throw new ReplyRefused('no-draft');
      refuseForeign(reply, version, by);
      const kept =
        'add' in change
          ? [...reply.attachments, ...change.add]
          : reply.attachments.filter(({ sha256 }) => sha256 !== change.remove);
      if (kept.length > MOST_ATTACHMENTS) throw new ReplyRefused('too-many-attachments', reply);
      await this.voidApproval(tx, letter, reply, by);
      await writeAttachments(tx, reply.id, kept);
      await rewrite(tx, reply.id, reply, by.accountId);
      return reply.id;
    });
  }

  /** Says that somebody writes; taken over with `force`. False when somebody else does. */
  async lock(reference: string, by: Officer, force = false): Promise<boolean> {
    const { reply } = await this.open(reference, by);
    if (reply === undefined) return true;
    const isHeld = await takeLock(this.dataSource, reply.id, by.accountId, force);
    if (isHeld && reply.lockedBy !== by.accountId)
      await announceLetters(this.dataSource, { presence: [reply.letterId] });
    return isHeld;
  }

  /** Hands the draft in, exactly as the writer saw it; without an approver it is approved by its category. */
  submit(reference: string, version: number, by: Officer): Promise<Reply> {
    return this.write(reference, by, async (tx, letter, reply) => {
      if (reply?.state !== 'draft') throw new ReplyRefused('no-draft', reply);
      refuseForeign(reply, version, by);
      refuseUnfinished(reply);
      if (await paperUnderWay(tx, letter.id, 'cover', true)) throw new ReplyRefused('forwarding', reply);
      const bytes = canonicalBytes(reply);
      if (!this.needsApproval(letter)) {
        checkMove(letter.state, { to: 'answered', by });
        await moveReply(tx, reply.id, 'approved', approval(bytes, null));
        await addEvent(tx, letter.id, { ...moverOf(by), kind: 'reply-release' });
        return reply.id;
      }
      await moveReply(tx, reply.id, 'in_review', { submittedAt: new Date() });
      await moveLetter(tx, letter, { to: 'in_review', by, kind: 'reply-submission' });
      return reply.id;
    });
  }

  /** Approves exactly what `fingerprint` names. Nobody approves what they wrote a part of. */
  approve(reference: string, fingerprint: string, by: Officer): Promise<Reply> {
    return this.write(reference, by, async (tx, letter, reply) => {
      if (reply?.state !== 'in_review') throw new ReplyRefused('no-draft', reply);
      checkMove(letter.state, { to: 'approved', by });
      if (reply.drafters.includes(by.accountId)) throw new ReplyRefused('own-draft', reply);
      const bytes = canonicalBytes(reply);
      if (hashOf(bytes) !== fingerprint) throw new ReplyRefused('stale', reply);
      await moveReply(tx, reply.id, 'approved', approval(bytes, by.accountId));
      const details = { fingerprint };
      await moveLetter(tx, letter, { to: 'approved', by, kind: 'reply-approval', details });
      return reply.id;
    });
  }

  /**
   * Makes a reply that is approved from its first moment: the text of a bulk reply, which an approver has read with its
   * letters, or one whose category needs none. `letter` is locked by `tx`. Throws what the table of states refuses, and
   * {@link ReplyRefused} when a reply is under way.
   */
  async issue(
    tx: EntityManager,
    letter: Letter,
    content: ReplyContent,
    { by, approver }: { by: Officer; approver: Officer | null },
  ): Promise<Reply> {
    if (await replyUnderWay(tx, letter.id, true)) throw new ReplyRefused('stale');
    if (await paperUnderWay(tx, letter.id, 'cover', true)) throw new ReplyRefused('forwarding');
    await this.intoWork(tx, letter, by);
    const id = await insertReply(tx, letter.id, content, by.accountId);
    const bytes = canonicalBytes(content);
    if (approver === null) {
      if (this.needsApproval(letter)) throw new ReplyRefused('not-approved');
      checkMove(letter.state, { to: 'answered', by });
      await addEvent(tx, letter.id, { ...moverOf(by), kind: 'reply-release' });
    } else {
      await moveLetter(tx, letter, { to: 'in_review', by, kind: 'reply-submission' });
      letter.state = 'in_review';
      const details = { fingerprint: hashOf(bytes) };
      await moveLetter(tx, letter, { to: 'approved', by: approver, kind: 'reply-approval', details });
      letter.state = 'approved';
    }
    await moveReply(tx, id, 'approved', approval(bytes, approver?.accountId ?? null));
    return (await replyById(tx, id))!;
  }

  sendBack(reference: string, reason: string, by: Officer): Promise<Reply> {
    return this.write(reference, by, async (tx, letter, reply) => {
      if (reply?.state !== 'in_review') throw new ReplyRefused('no-draft', reply);
      const { route, recipient, salutation, subject, body, language, attachments } = reply;
      await moveLetter(tx, letter, { to: 'in_work', by, kind: 'reply-sending-back', reason });
      await moveReply(tx, reply.id, 'draft', {
        ...{ sentBackBy: by.accountId, sentBackReason: reason },
        reviewed: { route, recipient, salutation, subject, body, language, attachments },
      });
      return reply.id;
    });
  }

  /** Gives a draft up; its words stay in the database and leave the pages. */
  discard(reference: string, version: number, by: Officer): Promise<Reply> {
    return this.write(reference, by, async (tx, letter, reply) => {
      if (reply?.state !== 'draft') throw new ReplyRefused('no-draft', reply);
      refuseForeign(reply, version, by);
      checkMove('in_work', { to: 'in_review', by });
      await moveReply(tx, reply.id, 'discarded');
      await addEvent(tx, letter.id, { ...moverOf(by), kind: 'reply-discarding' });
      return reply.id;
    });
  }

  /** Whoever may hand a draft in may write one: the table of states says who. */
  private async intoWork(tx: EntityManager, letter: Letter, by: Officer): Promise<void> {
    checkMove('in_work', { to: 'in_review', by });
    if (letter.state === 'in_work') return;
    if (letter.state !== 'triaged') throw new TransitionRefused(letter.state, 'in_work');
    const change = { assignedTo: letter.assignedTo ?? by.accountId };
    await moveLetter(tx, letter, {
      ...{ to: 'in_work' as const, by, kind: 'assignment' as const, change },
      details: { assignedTo: change.assignedTo },
    });
    letter.state = 'in_work';
  }

  private async voidApproval(tx: EntityManager, letter: Letter, reply: Reply, by: Officer): Promise<void> {
    checkMove('in_work', { to: 'in_review', by });
    if (reply.state !== 'approved') return;
    if (letter.state === 'approved') await moveLetter(tx, letter, { to: 'in_work', by, kind: 'reply-edit' });
    else await addEvent(tx, letter.id, { ...moverOf(by), kind: 'reply-edit' });
  }

  /** Locks the letter, then its reply; gives the reply as it stands afterwards. */
  private async write(
    reference: string,
    by: Officer,
    work: (tx: EntityManager, letter: Letter, reply: Reply | undefined) => Promise<string>,
  ): Promise<Reply> {
    return this.dataSource.transaction(async (tx) => {
      const letter = await lockLetter(tx, 'reference', reference, by);
      if (!letter) throw new LetterNotFound();
      const id = await work(tx, letter, await replyUnderWay(tx, letter.id, true));
      return (await replyById(tx, id))!;
    });
  }
}

const approval = (bytes: Buffer, approvedBy: string | null) => ({
  ...{ fingerprint: hashOf(bytes), approved: bytes, approvedBy, approvedAt: new Date() },
});

function recipientTo(letter: Letter, route: ReplyWords['route']): string {
  const recipient = recipientOf(letter, route);
  // A letter without any way to its writer can still be drafted an answer to; it cannot be handed in.
  if (recipient === undefined && routesTo(letter).length > 0) throw new ReplyRefused('no-route');
  return recipient ?? '';
}

function refuseForeign(reply: Reply, version: number, { accountId }: Officer): void {
  if (reply.state !== 'draft' && reply.state !== 'approved')
    throw new ReplyRefused(reply.state === 'in_review' ? 'in-review' : 'left', reply);
  const isHeld = reply.lockedBy !== null && reply.lockedBy !== accountId && reply.lockedUntil! > new Date();
  if (isHeld) throw new ReplyRefused('locked', reply);
  if (reply.version !== version) throw new ReplyRefused('stale', reply);
}

function refuseUnfinished(reply: ReplyContent & Partial<Reply>): void {
  const texts = [reply.recipient, reply.salutation, reply.subject, reply.body];
  const isEmpty = texts.some((text) => text.trim() === '');
  const isOpen = texts.some((text) => openFields(text).length > 0);
  if (isEmpty || isOpen) throw new ReplyRefused('unfinished', reply as Reply);
}
