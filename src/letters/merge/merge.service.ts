import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import type { Sql } from '../../database/rows.js';
import { fill } from '../../script/texts.js';
import { addEvent } from '../changes.queries.js';
import type { Letter } from '../letter.entity.js';
import { LETTER_STATES } from '../letter.states.js';
import { letterById, letterByReference, lockLetter, registerNumberOf } from '../letters.queries.js';
import { LetterNotFound, RiskOpen, TransitionRefused } from '../letters.refused.js';
import { moveLetter, moverOf } from '../move-letter.js';
import { letterNamed } from '../search/search.queries.js';
import { newTerm } from '../time/term.js';
import type { Officer } from '../viewer.js';
import { isSameWriter, keepsOthers, lockLetters } from './merge.queries.js';
import { MergeRefused } from './merge.refused.js';
import { mergeTexts } from './merge.texts.js';

/** True duplicates: one is worked on, the other is closed and points to it, until somebody separates them again. */
@Injectable()
export class MergeService {
  readonly #replies: ((tx: Sql, letterId: string) => Promise<boolean>)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
  ) {}

  /** The room of replies says here whether one is under way; letters stand below it. */
  refuseWhile(isReplyUnderWay: (tx: Sql, letterId: string) => Promise<boolean>): void {
    this.#replies.push(isReplyUnderWay);
  }

  /**
   * Closes a letter as the duplicate of another, named by its reference or register number. `isSamePerson` is the
   * officer's word for writers whose details differ. Throws {@link MergeRefused}; gives the event's id.
   */
  merge(
    reference: string,
    { into, isSamePerson }: { into: string; isSamePerson: boolean },
    by: Officer,
  ): Promise<string> {
    return this.dataSource.transaction(async (tx) => {
      const { letter, kept } = await this.#lockBoth(tx, reference, into, by);
      await this.#refuseChains(tx, letter, kept);
      if (letter.risk !== null) throw new RiskOpen();
      if (letter.state === 'in_review' || letter.state === 'approved') throw new MergeRefused('reply');
      for (const isUnderWay of this.#replies)
        if (await isUnderWay(tx, letter.id)) throw new MergeRefused('reply');
      if (!LETTER_STATES[letter.state].open) throw new TransitionRefused(letter.state, 'closed');
      if (!isSamePerson && !(await isSameWriter(tx, letter.id, kept.id))) throw new MergeRefused('person');

      const keptNumber = await numberOf(tx, kept);
      const reason = fill(mergeTexts['sr-Cyrl'].duplicateOf, { number: keptNumber });
      const merged = await moveLetter(tx, letter, {
        to: 'closed',
        by,
        kind: 'merge',
        reason,
        change: { mergedInto: kept.id, closedReason: reason },
        details: { kept: keptNumber },
      });
      const details = { merged: await numberOf(tx, letter) };
      await addEvent(tx, kept.id, { ...moverOf(by), kind: 'merged', details });
      return merged;
    });
  }

  /** The two were no duplicates: the merged one is opened again and stands for itself. */
  separate(reference: string, reason: string, by: Officer): Promise<string> {
    return this.dataSource.transaction(async (tx) => {
      const letter = await lockLetter(tx, 'reference', reference, by);
      if (!letter) throw new LetterNotFound();
      if (letter.mergedInto === null) throw new TransitionRefused(letter.state, 'received');
      const kept = (await letterById(tx, letter.mergedInto, 'citizen'))!;
      const separated = await moveLetter(tx, letter, {
        to: 'received',
        by,
        kind: 'separation',
        reason,
        change: { mergedInto: null, closedReason: null, assignedTo: null, ...newTerm(letter, this.profile) },
        details: { kept: await numberOf(tx, kept) },
      });
      await tellSeparated(tx, letter, by);
      return separated;
    });
  }

  async #lockBoth(tx: EntityManager, reference: string, into: string, by: Officer) {
    const asked = await letterByReference(tx, reference, by);
    if (!asked) throw new LetterNotFound();
    const keptId = await letterNamed(tx, into);
    if (keptId === asked.id) throw new MergeRefused('itself');
    if (keptId === undefined) throw new MergeRefused('absent');
    const locked = await lockLetters(tx, [asked.id, keptId], by);
    const letter = locked.find(({ id }) => id === asked.id);
    const kept = locked.find(({ id }) => id === keptId);
    if (!letter) throw new LetterNotFound();
    if (!kept) throw new MergeRefused('absent');
    return { letter, kept };
  }

  async #refuseChains(tx: EntityManager, letter: Letter, kept: Letter): Promise<void> {
    if (letter.mergedInto !== null) throw new MergeRefused('merged');
    if (kept.mergedInto !== null) throw new MergeRefused('kept-merged');
    if (letter.state === 'withdrawn' || kept.state === 'withdrawn') throw new MergeRefused('withdrawn');
    if (await keepsOthers(tx, letter.id)) throw new MergeRefused('keeps-others');
  }
}

/** Tells the history of the kept letter that a merged one stands for itself again. */
export async function tellSeparated(
  tx: EntityManager,
  letter: Pick<Letter, 'id' | 'reference' | 'mergedInto'>,
  by: Officer | 'citizen',
): Promise<void> {
  const details = { merged: await numberOf(tx, letter) };
  await addEvent(tx, letter.mergedInto!, { ...moverOf(by), kind: 'separated', details });
}

/** The register number, or the reference until the sequencer has been there. */
export async function numberOf(
  tx: Sql,
  { id, reference }: Pick<Letter, 'id' | 'reference'>,
): Promise<string> {
  return (await registerNumberOf(tx, id)) ?? reference;
}
