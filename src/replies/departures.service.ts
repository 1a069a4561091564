import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addEvent } from '../letters/changes.queries.js';
import type { Letter } from '../letters/letter.entity.js';
import { type LetterState, mayMove } from '../letters/letter.states.js';
import { type By, moveLetter, moverOf } from '../letters/move-letter.js';
import { canonicalBytes, hashOf } from './fingerprint.js';
import { forwardingWith } from './forwarding/forwarding.queries.js';
import { approvedBytes, moveReply, replyById } from './replies.queries.js';
import { ReplyEmails } from './reply-emails.service.js';
import type { Reply } from './reply.js';

/** The moment in which a paper leaves the office: what it was for happens to its letter in the same transaction. */
@Injectable()
export class Departures {
  constructor(private readonly emails: ReplyEmails) {}

  /**
   * Whatever leaves has exactly the bytes that were approved. Gives the e-mails that became owed, to be rung for after
   * COMMIT; both the letter and the paper must be locked.
   */
  async leave(tx: EntityManager, letter: Letter, paper: Reply, by: By): Promise<string[]> {
    const bytes = await approvedBytes(tx, paper.id);
    if (bytes === null || hashOf(bytes) !== paper.fingerprint || !canonicalBytes(paper).equals(bytes))
      throw new Error('What is stored is not what was approved; write and approve it again.');
    await moveReply(tx, paper.id, 'dispatched', { dispatchedAt: new Date() });
    await this.#tellLetter(tx, letter, paper, by);
    const owed = paper.route === 'email' ? [await this.emails.owe(tx, paper)] : [];
    // An e-mail may still be refused: only when it is accepted is the writer told of it.
    if (paper.purpose === 'cover' && paper.route === 'post')
      owed.push(...(await this.releaseNotice(tx, letter, paper)));
    return owed.filter((id) => id !== undefined);
  }

  /** The covering letter has left for good, so its notice follows. */
  async releaseNotice(tx: EntityManager, letter: Letter, { id }: Reply): Promise<string[]> {
    const forwarding = await forwardingWith(tx, id);
    const notice = forwarding?.noticeId ? await replyById(tx, forwarding.noticeId, true) : undefined;
    if (notice?.state !== 'approved') return [];
    if (notice.route === 'email') return this.leave(tx, letter, notice, 'system');
    await moveReply(tx, notice.id, 'to_print');
    return [];
  }

  async #tellLetter(tx: EntityManager, letter: Letter, { id, purpose, route }: Reply, by: By): Promise<void> {
    if (purpose === 'notice') {
      await addEvent(tx, letter.id, { ...moverOf(by), kind: 'forwarding-notice', details: { route } });
      return;
    }
    const change = { returnedAt: null };
    if (purpose === 'answer') {
      const to = 'answered';
      await moveLetter(tx, letter, {
        ...{ to, by: asOrdered(letter, to, by), kind: 'dispatch' },
        ...{ details: { route }, change },
      });
      return;
    }
    const { name, why } = (await forwardingWith(tx, id))!;
    const to = 'forwarded';
    await moveLetter(tx, letter, {
      ...{ to, by: asOrdered(letter, to, by), kind: 'forwarding', reason: why },
      ...{ details: { route, name }, change },
    });
    letter.state = to;
  }
}

/** Whoever hands paper to the post carries out an order that somebody else was allowed to give. */
const asOrdered = ({ state }: Letter, to: LetterState, by: By): By =>
  typeof by !== 'string' && mayMove(state, to, ['system']) && !mayMove(state, to, by.roles) ? 'system' : by;
