import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficeProfile } from '../config/office-profile.js';
import type { KeptFile } from '../files/kept-file.js';
import {
  addAttachments,
  addEvent,
  addSupplement,
  changeLetter,
  type LetterChange,
  type SupplementEmail,
} from './changes.queries.js';
import type { Letter } from './letter.entity.js';
import type { LetterState } from './letter.states.js';
import { LetterNotFound, TransitionRefused } from './letters.refused.js';
import { keptOf, lockLetters } from './merge/merge.queries.js';
import { numberOf, tellSeparated } from './merge/merge.service.js';
import { moveLetter, type Move } from './move-letter.js';
import { oweIndexing } from './search/indexing.queries.js';
import { newTerm } from './time/term.js';

/** What a writer adds to a letter; words or files may be absent. */
export interface Added {
  message: string;
  attachments: KeptFile[];
  /** Where it came as an e-mail in answer to one of the office's. */
  email?: SupplementEmail;
}

/** How the letter's history tells it: what another address wrote is not told to the citizen. */
type Told = { kind: 'supplement' | 'follow-up'; details: Record<string, string> };

/** What writers add to their letters, and what the office then has to do again. */
@Injectable()
export class SupplementsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
  ) {}

  /**
   * The citizen adds words or files. Writing back after an answer puts the letter in work again, and after
   * closure among the received ones; the very same supplement sent twice is added once. A supplement to a merged
   * letter wakes the one that is worked on in its place, unless that one was withdrawn. Gives the supplement's id.
   */
  async add(letterId: string, added: Added): Promise<string> {
    let supplementId = '';
    await this.#withKept(letterId, async (tx, letter, kept) => {
      if (letter.state === 'withdrawn') throw new TransitionRefused('withdrawn', 'received');
      const { id, isFresh } = await addSupplement(tx, letter.id, { ...added, digest: digestOf(added) });
      supplementId = id;
      if (!isFresh) return;
      await addAttachments(tx, letter.id, id, added.attachments);
      await oweIndexing(tx, letter.id);
      const told: Told = {
        kind: added.email?.isVerified === false ? 'follow-up' : 'supplement',
        details: { supplement: id, ...(added.email && { by: 'email' }) },
      };
      if (kept === undefined) return this.#wake(tx, letter, told);
      if (kept.state === 'withdrawn') {
        await this.#wake(tx, letter, told, { mergedInto: null });
        return tellSeparated(tx, letter, 'citizen');
      }
      await changeLetter(tx, letter.id, {});
      await addEvent(tx, letter.id, { mover: 'citizen', ...told });
      await this.#wake(tx, kept, { kind: told.kind, details: { merged: await numberOf(tx, letter) } });
    });
    return supplementId;
  }

  /** The citizen wrote: a letter with which the office was done is worked on again. */
  async #wake(tx: EntityManager, letter: Letter, told: Told, also: LetterChange = {}): Promise<void> {
    const to = AFTER_WRITING_BACK[letter.state];
    const change = { ...to?.change, ...newTerm(letter, this.profile), ...also };
    if (to) await moveLetter(tx, letter, { ...to, by: 'citizen', ...told, change });
    else {
      await changeLetter(tx, letter.id, {});
      await addEvent(tx, letter.id, { mover: 'citizen', ...told });
    }
  }

  /** Runs a writer's change with the letter, and the one that it is merged into, locked. */
  async #withKept(
    letterId: string,
    work: (tx: EntityManager, letter: Letter, kept: Letter | undefined) => Promise<void>,
  ): Promise<void> {
    // Both are locked in one order, so the other must be known before; merged or separated meanwhile, it is asked anew.
    for (;;) {
      const keptId = await keptOf(this.dataSource, letterId);
      const isDone = await this.dataSource.transaction(async (tx) => {
        const locked = await lockLetters(tx, keptId === null ? [letterId] : [letterId, keptId], 'citizen');
        const letter = locked.find(({ id }) => id === letterId);
        if (!letter) throw new LetterNotFound();
        if (letter.mergedInto !== keptId) return false;
        await work(
          tx,
          letter,
          locked.find(({ id }) => id === keptId),
        );
        return true;
      });
      if (isDone) return;
    }
  }
}

/** Where a letter goes when its writer adds to it after the office was done. */
const AFTER_WRITING_BACK: Partial<Record<LetterState, Pick<Move, 'to' | 'change'>>> = {
  answered: { to: 'in_work' },
  forwarded: { to: 'in_work' },
  closed: { to: 'received', change: { closedReason: null, assignedTo: null } },
};

function digestOf({ message, attachments, email }: Added): string {
  if (email) return `email:${email.key}`;
  const content = JSON.stringify([message, attachments.map(({ sha256, name }) => [sha256, name])]);
  return createHash('sha256').update(content).digest('hex');
}
