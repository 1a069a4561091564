import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DutiesService } from '../duties/duties.service.js';
import type { Leased } from '../duties/duty.js';
import { addEvent } from '../letters/changes.queries.js';
import type { Letter } from '../letters/letter.entity.js';
import { lockLetter } from '../letters/letters.queries.js';
import { LetterNotFound, TransitionRefused } from '../letters/letters.refused.js';
import { mayMove } from '../letters/letter.states.js';
import { type By, checkMove, moveLetter, moverOf } from '../letters/move-letter.js';
import { EmailKinds } from '../mail/email-kinds.js';
import type { Officer } from '../letters/viewer.js';
import { Departures } from './departures.service.js';
import { forwardingWith } from './forwarding/forwarding.queries.js';
import { giveUp } from './forwarding/give-up.js';
import { recipientOf } from './recipient.js';
import {
  forgetDispatch,
  lastDispatched,
  moveReply,
  oweDispatch,
  replyById,
  replyUnderWay,
} from './replies.queries.js';
import { ReplyRefused } from './replies.refused.js';
import { EMAIL_OF } from './reply-email-kinds.js';
import { ReplyEmails } from './reply-emails.service.js';
import { type Reply, TAKE_BACK_SECONDS } from './reply.js';
import { DISPATCH, ringWhenDue } from './take-back.js';

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
    private readonly departures: Departures,
    private readonly kinds: EmailKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: EMAIL_OF.answer,
      provoked: false,
      byHand: true,
      correspondence: true,
      render: ({ replyId }) => this.emails.render(replyId ?? ''),
      sample: (language) => Promise.resolve(this.emails.sample(language)),
      onOutcome: async (letterId, outcome, tx, reason, { params }) => {
        if (outcome !== 'sent' && letterId !== null)
          await this.failed(tx, letterId, params.replyId ?? '', reason ?? outcome);
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
    if (ordered.state === 'leaving') ringWhenDue(this.duties, ordered.id);
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

  /** Printed letters were handed to the post: what they were for is done. Gives how many; each alone. */
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

  /**
   * An e-mail that could not be delivered, or came back days later: told by the outgoing mail, in the transaction that
   * ends its duty or takes up the report. The letter comes back with it unless a later answer has gone since.
   */
  async failed(tx: EntityManager, letterId: string, replyId: string, reason: string): Promise<void> {
    const letter = await lockLetter(tx, 'id', letterId, 'citizen');
    const reply = letter && (await replyById(tx, replyId, true));
    if (reply?.state !== 'dispatched') return;
    const last = await lastDispatched(tx, letterId);
    await this.bringBack(tx, letter!, reply, reason, 'system', last?.id === reply.id);
  }

  private async bringBack(
    tx: EntityManager,
    letter: Letter,
    reply: Reply,
    reason: string,
    by: By,
    isLast = true,
  ): Promise<void> {
    await moveReply(tx, reply.id, 'returned', { returnedAt: new Date(), returnedReason: reason });
    const told = { kind: 'reply-returned' as const, reason, details: { route: reply.route } };
    if (letter.state === 'answered' && isLast)
      await moveLetter(tx, letter, { to: 'in_work', by, ...told, change: { returnedAt: new Date() } });
    else await addEvent(tx, letter.id, { ...moverOf(by), ...told });
  }

  private async post(id: string, by: Officer): Promise<boolean> {
    const owed = await this.dataSource
      .transaction(async (tx) => {
        const [letter, paper] = await this.lockPaper(tx, id, by);
        if (!letter || paper?.state !== 'to_print') return undefined;
        if (paper.purpose === 'notice' && !(await hasLeft(tx, paper))) return undefined;
        return this.departures.leave(tx, letter, paper, by);
      })
      .catch((error: unknown) => {
        // The letter ended otherwise while its paper lay there: this one stays, the others go.
        if (error instanceof TransitionRefused) return undefined;
        throw error;
      });
    if (owed && owed.length > 0) await this.duties.ring('email', owed);
    return owed !== undefined;
  }

  private async lockPaper(
    tx: EntityManager,
    id: string,
    viewer: Officer | 'citizen',
  ): Promise<[Letter | undefined, Reply | undefined]> {
    const found = await replyById(tx, id);
    const letter = found && (await lockLetter(tx, 'id', found.letterId, viewer));
    return [letter, letter && (await replyById(tx, id, true))];
  }

  private async sendOne(leased: Leased<{ reply_id: string }>): Promise<void> {
    try {
      const owed = await this.dataSource.transaction(async (tx) => {
        const [letter, paper] = await this.lockPaper(tx, leased.key, 'citizen');
        if ((await this.duties.done(DISPATCH, leased, 'done', tx)).length === 0) return [];
        // Taken back, or sent by whoever held the row before.
        if (!letter || paper?.state !== 'leaving') return [];
        if (paper.purpose === 'cover' && !mayMove(letter.state, 'forwarded', ['system'])) {
          await giveUp(tx, letter, paper, 'system');
          return [];
        }
        return this.departures.leave(tx, letter, paper, 'system');
      });
      if (owed.length > 0) await this.duties.ring('email', owed);
    } catch (error) {
      this.#log.error(`The reply ${leased.key} stays: ${(error as Error).message}`);
      await this.duties.retryLater(DISPATCH, leased, error);
    }
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

/** A notice says that something has left, so it waits for that. */
async function hasLeft(tx: EntityManager, { id }: Reply): Promise<boolean> {
  const forwarding = await forwardingWith(tx, id);
  const cover = forwarding && (await replyById(tx, forwarding.coverId));
  return cover?.state === 'dispatched';
}
