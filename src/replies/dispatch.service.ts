import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DutiesService } from '../duties/duties.service.js';
import type { Leased } from '../duties/duty.js';
import { addEvent } from '../letters/changes.queries.js';
import type { Letter } from '../letters/letter.entity.js';
import { lockLetter } from '../letters/letters.queries.js';
import { LetterNotFound } from '../letters/letters.refused.js';
import { type By, checkMove, moveLetter, moverOf } from '../letters/move-letter.js';
import { EmailKinds } from '../mail/email-kinds.js';
import type { Officer } from '../letters/viewer.js';
import { canonicalBytes, hashOf } from './fingerprint.js';
import { recipientOf } from './recipient.js';
import {
  approvedBytes,
  forgetDispatch,
  lastDispatched,
  moveReply,
  oweDispatch,
  replyById,
  replyUnderWay,
} from './replies.queries.js';
import { ReplyRefused } from './replies.refused.js';
import { REPLY_EMAIL, ReplyEmails } from './reply-emails.service.js';
import { type Reply, TAKE_BACK_SECONDS } from './reply.js';

export const DISPATCH = 'reply-dispatch';

/** How a telephone call ended; only a spoken answer answers the letter. */
export const CALL_OUTCOMES = ['answered', 'no-answer', 'wrong-number'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** Lets approved replies leave, by each route, and takes back what came back. */
@Injectable()
export class DispatchService implements OnModuleInit {
  readonly #log = new Logger(DispatchService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly emails: ReplyEmails,
    private readonly kinds: EmailKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: REPLY_EMAIL,
      provoked: false,
      byHand: true,
      render: ({ replyId }) => this.emails.render(replyId ?? ''),
      sample: (language) => Promise.resolve(this.emails.sample(language)),
      onOutcome: async (letterId, outcome, tx, reason) => {
        if (outcome !== 'sent' && letterId !== null) await this.failed(tx, letterId, reason ?? outcome);
      },
    });
    this.duties.register<{ reply_id: string }>({
      kind: DISPATCH,
      table: 'reply_dispatch',
      key: 'reply_id',
      batch: 50,
      leaseSeconds: 120,
      maxAttempts: 8,
      perform: async (leased) => {
        for (const each of leased) await this.sendOne(each);
      },
    });
  }

  /**
   * Orders the dispatch of what was approved, as it was shown. An e-mail waits for {@link TAKE_BACK_SECONDS}; a printed
   * letter waits for the day's post.
   */
  async order(reference: string, fingerprint: string, by: Officer): Promise<Reply> {
    const ordered = await this.change(reference, by, async (tx, letter, reply) => {
      if (reply?.state === 'leaving' || reply?.state === 'to_print') throw new ReplyRefused('left', reply);
      if (reply?.state !== 'approved' || reply.fingerprint !== fingerprint)
        throw new ReplyRefused('not-approved', reply);
      await this.orderApproved(tx, letter, reply, by);
      return reply.id;
    });
    if (ordered.state === 'leaving') this.ringLater(ordered.id);
    return ordered;
  }

  /** Orders the dispatch of an approved reply to a locked letter; gives the event's id. The sweep rings when it is due. */
  async orderApproved(tx: EntityManager, letter: Letter, reply: Reply, by: Officer): Promise<string> {
    checkMove(letter.state, { to: 'answered', by });
    if (recipientOf(letter, reply.route) !== reply.recipient)
      throw new ReplyRefused('recipient-changed', reply);
    if (reply.route === 'phone') throw new ReplyRefused('no-route', reply);
    const isEmail = reply.route === 'email';
    await moveReply(tx, reply.id, isEmail ? 'leaving' : 'to_print', { dispatchedBy: by.accountId });
    if (isEmail) await oweDispatch(tx, reply.id, TAKE_BACK_SECONDS);
    const details = { route: reply.route };
    return addEvent(tx, letter.id, { ...moverOf(by), kind: 'dispatch-order', details });
  }

  /** The bell for when the time is over. If this process is gone by then, the sweep finds the row. */
  private ringLater(replyId: string): void {
    setTimeout(
      () => void this.duties.ring(DISPATCH, [replyId], `due-${Date.now()}`),
      TAKE_BACK_SECONDS * 1_000,
    ).unref();
  }

  /** Takes an order back as long as nothing has left. */
  recall(reference: string, by: Officer): Promise<Reply> {
    return this.change(reference, by, async (tx, letter, reply) => {
      if (reply?.state !== 'leaving' && reply?.state !== 'to_print') throw new ReplyRefused('left', reply);
      checkMove(letter.state, { to: 'answered', by });
      await forgetDispatch(tx, reply.id);
      await moveReply(tx, reply.id, 'approved', { dispatchedBy: null });
      await addEvent(tx, letter.id, { ...moverOf(by), kind: 'dispatch-recall' });
      return reply.id;
    });
  }

  /** A recorded call. With `answered` the letter is answered; what was said is kept either way. */
  async recordCall(
    reference: string,
    { outcome, summary }: { outcome: CallOutcome; summary: string },
    by: Officer,
  ): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const letter = await lockLetter(tx, 'reference', reference, by);
      if (!letter) throw new LetterNotFound();
      const told = { kind: 'call' as const, reason: summary, details: { outcome } };
      if (outcome !== 'answered') {
        checkMove('in_work', { to: 'answered', by });
        await addEvent(tx, letter.id, { ...moverOf(by), ...told });
        return;
      }
      await moveLetter(tx, letter, { to: 'answered', by, ...told, change: { returnedAt: null } });
      const reply = await replyUnderWay(tx, letter.id, true);
      if (reply) {
        await forgetDispatch(tx, reply.id);
        await moveReply(tx, reply.id, 'discarded');
      }
    });
  }

  /** Printed letters were handed to the post: their letters are answered. Gives how many; each alone. */
  async posted(replyIds: readonly string[], by: Officer): Promise<{ posted: number; refused: number }> {
    let posted = 0;
    for (const id of replyIds) if (await this.post(id, by)) posted += 1;
    return { posted, refused: replyIds.length - posted };
  }

  /** An envelope came back: the letter returns to its officer, who can choose the next route. */
  returned(reference: string, reason: string, by: Officer): Promise<void> {
    return this.dataSource.transaction(async (tx) => {
      const letter = await lockLetter(tx, 'reference', reference, by);
      if (!letter) throw new LetterNotFound();
      const reply = await lastDispatched(tx, letter.id, 'post');
      if (!reply) throw new ReplyRefused('no-draft');
      await this.bringBack(tx, letter, reply, reason, by);
    });
  }

  /** An e-mail that could not be delivered: told by the outgoing mail, in the transaction that ends its duty. */
  async failed(tx: EntityManager, letterId: string, reason: string): Promise<void> {
    const letter = await lockLetter(tx, 'id', letterId, 'citizen');
    const reply = letter && (await lastDispatched(tx, letterId, 'email'));
    if (letter && reply) await this.bringBack(tx, letter, reply, reason, 'system');
  }

  private async bringBack(
    tx: EntityManager,
    letter: Letter,
    reply: Reply,
    reason: string,
    by: By,
  ): Promise<void> {
    await moveReply(tx, reply.id, 'returned', { returnedAt: new Date(), returnedReason: reason });
    const told = { kind: 'reply-returned' as const, reason, details: { route: reply.route } };
    if (letter.state === 'answered')
      await moveLetter(tx, letter, { to: 'in_work', by, ...told, change: { returnedAt: new Date() } });
    else await addEvent(tx, letter.id, { ...moverOf(by), ...told });
  }

  private async post(id: string, by: Officer): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const found = await replyById(tx, id);
      const letter = found && (await lockLetter(tx, 'id', found.letterId, by));
      const reply = letter && (await replyUnderWay(tx, letter.id, true));
      if (reply?.id !== id || reply.state !== 'to_print') return false;
      await this.leave(tx, letter!, reply, by);
      return true;
    });
  }

  private async sendOne(leased: Leased<{ reply_id: string }>): Promise<void> {
    try {
      const email = await this.dataSource.transaction(async (tx) => {
        const found = await replyById(tx, leased.key);
        const letter = found && (await lockLetter(tx, 'id', found.letterId, 'citizen'));
        const reply = letter && (await replyUnderWay(tx, letter.id, true));
        if ((await this.duties.done(DISPATCH, leased, 'done', tx)).length === 0) return undefined;
        // Taken back, or sent by whoever held the row before.
        if (reply?.id !== leased.key || reply.state !== 'leaving') return undefined;
        await this.leave(tx, letter!, reply, 'system');
        return this.emails.owe(tx, reply);
      });
      if (email !== undefined) await this.duties.ring('email', [email]);
    } catch (error) {
      this.#log.error(`The reply ${leased.key} stays: ${(error as Error).message}`);
      await this.duties.retryLater(DISPATCH, leased, error);
    }
  }

  /** Whatever leaves has exactly the bytes that were approved; the letter is answered in the same transaction. */
  private async leave(tx: EntityManager, letter: Letter, reply: Reply, by: By): Promise<void> {
    const bytes = await approvedBytes(tx, reply.id);
    if (bytes === null || hashOf(bytes) !== reply.fingerprint || !canonicalBytes(reply).equals(bytes))
      throw new Error('What is stored is not what was approved; write and approve it again.');
    await moveReply(tx, reply.id, 'dispatched', { dispatchedAt: new Date() });
    await moveLetter(tx, letter, {
      ...{ to: 'answered' as const, by, kind: 'dispatch' as const },
      details: { route: reply.route },
      change: { returnedAt: null },
    });
  }

  private async change(
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
