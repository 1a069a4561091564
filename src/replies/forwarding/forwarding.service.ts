import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { DutiesService } from '../../duties/duties.service.js';
import { addEvent } from '../../letters/changes.queries.js';
import type { Letter } from '../../letters/letter.entity.js';
import type { Attachment, LetterView } from '../../letters/letter.view.js';
import { attachmentsOf, letterById, letterByReference, lockLetter } from '../../letters/letters.queries.js';
import { LetterNotFound, TransitionRefused } from '../../letters/letters.refused.js';
import { type By, checkMove, moveLetter, moverOf } from '../../letters/move-letter.js';
import type { Officer } from '../../letters/viewer.js';
import { EmailKinds } from '../../mail/email-kinds.js';
import { Departures } from '../departures.service.js';
import {
  dispatchDue,
  lastDispatched,
  moveReply,
  oweDispatch,
  paperUnderWay,
  replyById,
  replyUnderWay,
} from '../replies.queries.js';
import { EMAIL_OF } from '../reply-email-kinds.js';
import { type Reply, TAKE_BACK_SECONDS } from '../reply.js';
import { ringWhenDue } from '../take-back.js';
import { composeForwarding } from './compose.js';
import { ForwardingEmails } from './forwarding-emails.service.js';
import { forwardingsOf, insertForwarding, insertPaper } from './forwarding.queries.js';
import {
  type BodyOutcome,
  type ComposedForwarding,
  type Forwarding,
  type ForwardingChoice,
  ForwardingRefused,
} from './forwarding.js';
import { giveUp, giveUpNotice } from './give-up.js';
import { noticeReturned } from './notice-returned.js';

/** Everything that the page of a letter's forwarding shows. */
export interface OpenForwarding {
  letter: LetterView;
  attachments: Attachment[];
  /** Oldest first; the last one may be under way. */
  forwardings: Forwarding[];
  /** Seconds until an ordered e-mail leaves, and why it did not. */
  due: { inSeconds: number; lastError: string | null } | undefined;
}

/** Hands letters to the body that decides on them: ordered by one officer, taken back in time, returned by the body. */
@Injectable()
export class ForwardingService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly profile: OfficeProfile,
    private readonly departures: Departures,
    private readonly emails: ForwardingEmails,
    private readonly kinds: EmailKinds,
  ) {}

  onModuleInit(): void {
    const own = { provoked: false, byHand: true as const, correspondence: true as const };
    this.kinds.register({
      ...{ ...own, kind: EMAIL_OF.cover },
      render: ({ replyId }) => this.emails.renderCover(replyId ?? ''),
      sample: () => Promise.resolve(this.emails.sampleCover()),
      onOutcome: async (letterId, outcome, tx, reason) => {
        if (letterId === null) return;
        if (outcome === 'sent') await this.arrived(tx, letterId);
        else await this.failed(tx, letterId, reason ?? outcome);
      },
    });
    this.kinds.register({
      ...{ ...own, kind: EMAIL_OF.notice },
      render: ({ replyId }) => this.emails.renderNotice(replyId ?? ''),
      sample: (language) => Promise.resolve(this.emails.sampleNotice(language)),
      onOutcome: async (letterId, outcome, tx, reason) => {
        if (outcome !== 'sent' && letterId !== null) await noticeReturned(tx, letterId, reason ?? outcome);
      },
    });
  }

  /** Throws `LetterNotFound` for a foreign letter as for an absent one. */
  async open(reference: string, officer: Officer): Promise<OpenForwarding> {
    const letter = await letterByReference(this.dataSource, reference, officer);
    if (!letter) throw new LetterNotFound();
    const [attachments, forwardings] = await Promise.all([
      attachmentsOf(this.dataSource, letter.id),
      forwardingsOf(this.dataSource, letter.id),
    ]);
    const last = forwardings.at(-1)?.cover;
    const due = last?.state === 'leaving' ? await dispatchDue(this.dataSource, last.id) : undefined;
    return { letter, attachments, forwardings, due };
  }

  /** Where a letter was handed to, oldest first; what came back is not among it. */
  async delivered(letterId: string): Promise<Forwarding[]> {
    return (await forwardingsOf(this.dataSource, letterId)).filter(
      ({ cover }) => cover.state === 'dispatched',
    );
  }

  /** Both papers as they would leave. Throws {@link ForwardingRefused} naming what the choice lacks. */
  compose(
    letter: LetterView,
    attachments: readonly Attachment[],
    choice: ForwardingChoice,
    now = new Date(),
  ): ComposedForwarding {
    const files = choice.attachments.map((place) => {
      const file = attachments.find(({ position }) => position === place);
      if (file === undefined) throw new ForwardingRefused('attachment');
      const { sha256, name, size, mediaType } = file;
      return { sha256, name, size, mediaType };
    });
    return composeForwarding(this.profile, letter, files, choice, now);
  }

  /**
   * Orders what was shown to be sent. An e-mail waits for {@link TAKE_BACK_SECONDS}, a printed letter for the day's
   * post; the letter is forwarded when it leaves.
   */
  async order(reference: string, choice: ForwardingChoice, shown: string, by: Officer): Promise<Reply> {
    const ordered = await this.change(reference, by, async (tx, letter) => {
      mayOrder(letter, by);
      const answer = await replyUnderWay(tx, letter.id, true);
      if (answer && answer.state !== 'draft') throw new ForwardingRefused('reply');
      if (await paperUnderWay(tx, letter.id, 'cover', true)) throw new ForwardingRefused('under-way');
      const composed = this.compose(
        (await letterById(tx, letter.id, by))!,
        await attachmentsOf(tx, letter.id),
        choice,
      );
      if (composed.fingerprint !== shown) throw new ForwardingRefused('stale');
      await giveUpNotice(tx, letter.id);
      const coverId = await this.keepPapers(tx, letter.id, composed, by);
      const { route } = composed.cover;
      if (route === 'email') await oweDispatch(tx, coverId, TAKE_BACK_SECONDS);
      const details = { route, name: composed.name };
      await addEvent(tx, letter.id, { ...moverOf(by), kind: 'forwarding-order', details });
      return coverId;
    });
    if (ordered.state === 'leaving') ringWhenDue(this.duties, ordered.id);
    return ordered;
  }

  /** Takes an order back as long as nothing has left. */
  recall(reference: string, by: Officer): Promise<Reply> {
    return this.change(reference, by, async (tx, letter) => {
      mayForward(by);
      const cover = await paperUnderWay(tx, letter.id, 'cover', true);
      if (!cover) throw new ForwardingRefused('left');
      await giveUp(tx, letter, cover, by);
      return cover.id;
    });
  }

  /** What the body did with it: answered its writer, or sent it back, which brings the letter back to work. */
  async record(reference: string, outcome: BodyOutcome, what: string, by: Officer): Promise<void> {
    await this.change(reference, by, async (tx, letter) => {
      if (letter.state !== 'forwarded') throw new TransitionRefused(letter.state, 'in_work');
      checkMove(letter.state, { to: 'in_work', by });
      const cover = await lastDispatched(tx, letter.id, undefined, 'cover');
      if (!cover) throw new ForwardingRefused('left');
      if (outcome === 'returned') await this.bringBack(tx, letter, cover, what, by);
      else await addEvent(tx, letter.id, { ...moverOf(by), kind: 'forwarding-answer', reason: what });
      return cover.id;
    });
  }

  /** Freezes what was shown. The notice waits for the covering letter; where both are printed they lie together. */
  private async keepPapers(
    tx: EntityManager,
    letterId: string,
    composed: ComposedForwarding,
    { accountId }: Officer,
  ): Promise<string> {
    const { cover, notice } = composed;
    const isPost = cover.route === 'post';
    const keep = (purpose: 'cover' | 'notice', state: Reply['state'], content: typeof cover) =>
      insertPaper(tx, letterId, { purpose, state, content, by: accountId });
    const coverId = await keep('cover', isPost ? 'to_print' : 'leaving', cover);
    const isPrinted = isPost && notice?.route === 'post';
    const noticeId = notice ? await keep('notice', isPrinted ? 'to_print' : 'approved', notice) : null;
    await insertForwarding(tx, letterId, composed, { coverId, noticeId });
    return coverId;
  }

  /** The body's server has the e-mail: now the writer is told. Rung by the sweep, since the mail's own transaction ends later. */
  private async arrived(tx: EntityManager, letterId: string): Promise<void> {
    const letter = await lockLetter(tx, 'id', letterId, 'citizen');
    const cover = letter && (await lastDispatched(tx, letterId, 'email', 'cover'));
    if (letter && cover) await this.departures.releaseNotice(tx, letter, cover);
  }

  /** Told by the outgoing mail, in the transaction that ends its duty. */
  private async failed(tx: EntityManager, letterId: string, reason: string): Promise<void> {
    const letter = await lockLetter(tx, 'id', letterId, 'citizen');
    const cover = letter && (await lastDispatched(tx, letterId, 'email', 'cover'));
    if (letter && cover) await this.bringBack(tx, letter, cover, reason, 'system');
  }

  private async bringBack(
    tx: EntityManager,
    letter: Letter,
    cover: Reply,
    reason: string,
    by: By,
  ): Promise<void> {
    await moveReply(tx, cover.id, 'returned', { returnedAt: new Date(), returnedReason: reason });
    await giveUpNotice(tx, letter.id);
    const told = { kind: 'forwarding-returned' as const, reason, details: { route: cover.route } };
    if (letter.state === 'forwarded')
      await moveLetter(tx, letter, { to: 'in_work', by, ...told, change: { returnedAt: new Date() } });
    else await addEvent(tx, letter.id, { ...moverOf(by), ...told });
  }

  private async change(
    reference: string,
    by: Officer,
    work: (tx: EntityManager, letter: Letter) => Promise<string>,
  ): Promise<Reply> {
    return this.dataSource.transaction(async (tx) => {
      const letter = await lockLetter(tx, 'reference', reference, by);
      if (!letter) throw new LetterNotFound();
      return (await replyById(tx, await work(tx, letter)))!;
    });
  }
}

/** Whoever may answer letters may hand them on; the table of states says who that is. */
const mayForward = (by: Officer) => checkMove('in_work', { to: 'in_review', by });

function mayOrder(letter: Letter, by: Officer): void {
  mayForward(by);
  // The reason is a part of the choice, so its lack is told there.
  checkMove(letter.state, { to: 'forwarded', by, reason: 'chosen' });
}
