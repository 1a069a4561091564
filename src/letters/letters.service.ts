import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficeProfile } from '../config/office-profile.js';
import { addEvent, changeLetter } from './changes.queries.js';
import { LetterEmails } from './emails/letter-emails.service.js';
import type { Letter } from './letter.entity.js';
import type { LetterView, OpenLetter } from './letter.view.js';
import {
  attachmentsOf,
  attachmentsWith,
  letterEvents,
  lockLetter,
  recordOpening,
  supplementsOf,
} from './letters.queries.js';
import { LetterNotFound, RiskOpen, TransitionRefused } from './letters.refused.js';
import { MergeRefused } from './merge/merge.refused.js';
import { tellSeparated } from './merge/merge.service.js';
import { togetherWith } from './merge/together.js';
import { carryOut, moveLetter, moverOf, type Move } from './move-letter.js';
import { planAssignment, planClosure, planTriage, type Triage } from './plans.js';
import { missingDetails, type ContactDetails, type NewLetter, type Received } from './new-letter.js';
import { ReceivingService } from './receiving.service.js';
import { Bells } from './register/bells.js';
import { oweIndexing } from './search/indexing.queries.js';
import { type Added, SupplementsService } from './supplements.service.js';
import { newTerm } from './time/term.js';
import { UNDOABLE, UndoRefused } from './undo.js';
import { lastChange } from './undo.queries.js';
import type { Officer } from './viewer.js';

/** What the office and the citizen can do with a letter. Every change and its event are one transaction. */
@Injectable()
export class LettersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly receiving: ReceivingService,
    private readonly supplements: SupplementsService,
    private readonly emails: LetterEmails,
    private readonly bells: Bells,
  ) {}

  /** Stores a letter for good; resolves after COMMIT. Throws `SubmissionKeyReused` on a key with other content. */
  receive(letter: NewLetter): Promise<Received> {
    return this.receiving.receive(letter);
  }

  /**
   * Opens a letter for an officer and writes that it was read (or only fetched ahead: `delivered`). Throws
   * {@link LetterNotFound} also when this officer may not see it.
   */
  async open(reference: string, by: Officer, as: 'read' | 'delivered' = 'read'): Promise<OpenLetter> {
    const letter = await recordOpening(this.dataSource, reference, by, as);
    if (!letter) throw new LetterNotFound();
    return this.whole(letter, by);
  }

  /** A letter with its history, attachments and supplements. */
  async whole(letter: LetterView, viewer: Officer | 'citizen'): Promise<OpenLetter> {
    const [events, attachments, supplements, together] = await Promise.all([
      letterEvents(this.dataSource, letter.id, viewer),
      attachmentsOf(this.dataSource, letter.id),
      supplementsOf(this.dataSource, letter.id, viewer),
      viewer === 'citizen' ? togetherWith(this.dataSource, letter) : undefined,
    ]);
    return { letter, events, attachments: attachmentsWith(attachments, supplements), supplements, together };
  }

  /** Sets category, urgency and unit: a new letter becomes triaged, one already triaged or in work is corrected. */
  async triage(reference: string, triage: Triage, by: Officer): Promise<string> {
    this.checkCodes(triage.category, triage.unit);
    return this.change('reference', reference, by, (tx, letter) =>
      carryOut(tx, planTriage(letter, triage, by, this.profile)),
    );
  }

  /** Gives a triaged letter, or one in work, to an account. */
  assign(reference: string, accountId: string, by: Officer): Promise<string> {
    return this.change('reference', reference, by, (tx, letter) =>
      carryOut(tx, planAssignment(letter, accountId, by)),
    );
  }

  /** Puts a letter in work back among the triaged ones, assigned to nobody. */
  handBack(reference: string, by: Officer, reason?: string): Promise<string> {
    return this.move(reference, by, (letter) => {
      if (letter.state !== 'in_work') throw new TransitionRefused(letter.state, 'triaged');
      return { to: 'triaged', kind: 'handing-back', reason, change: { assignedTo: null } };
    });
  }

  close(reference: string, reason: string, by: Officer): Promise<string> {
    return this.change('reference', reference, by, (tx, letter) =>
      carryOut(tx, planClosure(letter, reason, by)),
    );
  }

  markSpam(reference: string, reason: string, by: Officer): Promise<string> {
    return this.move(reference, by, ({ risk }) => {
      if (risk !== null) throw new RiskOpen();
      return { to: 'spam', kind: 'spam', reason, change: { closedReason: reason } };
    });
  }

  /** Opens a closed letter, or one marked as spam, again. */
  reopen(reference: string, reason: string, by: Officer): Promise<string> {
    return this.move(reference, by, (letter) => {
      if (letter.state !== 'closed' && letter.state !== 'spam')
        throw new TransitionRefused(letter.state, 'received');
      if (letter.mergedInto !== null) throw new MergeRefused('merged');
      return {
        to: 'received',
        kind: 'reopening',
        reason,
        change: { closedReason: null, assignedTo: null, ...newTerm(letter, this.profile) },
      };
    });
  }

  /**
   * Takes back what an officer did last, within {@link UNDO_MINUTES}: the letter is again as it was before, even
   * where the table of states knows no such move. Throws {@link UndoRefused} when anything has happened since.
   */
  undo(reference: string, eventId: string, by: Officer): Promise<string> {
    return this.change('reference', reference, by, async (tx, letter) => {
      const last = await lastChange(tx, letter.id);
      if (last?.id !== eventId || last.before === null || !UNDOABLE.includes(last.kind))
        throw new UndoRefused('changed');
      if (last.accountId !== by.accountId) throw new UndoRefused('foreign');
      if (!last.isRecent) throw new UndoRefused('late');
      await changeLetter(tx, letter.id, last.before);
      if (last.kind === 'merge') await tellSeparated(tx, letter, by);
      return addEvent(tx, letter.id, {
        ...moverOf(by),
        kind: 'undo',
        ...(last.before.state && { from: letter.state, to: last.before.state }),
        details: { undone: last.kind },
      });
    });
  }

  /** The citizen takes the letter back. */
  async withdraw(letterId: string): Promise<void> {
    await this.change('id', letterId, 'citizen', (tx, letter) =>
      moveLetter(tx, letter, { to: 'withdrawn', by: 'citizen', kind: 'withdrawal' }),
    );
  }

  /** The citizen adds words or files; the letter that is worked on goes where the table of states says. */
  async supplement(letterId: string, added: Added): Promise<void> {
    await this.supplements.add(letterId, added);
  }

  /**
   * The citizen gives the details that were missing. A letter that is answerable now becomes received, and its
   * clock goes on.
   */
  async completeDetails(letterId: string, details: ContactDetails): Promise<void> {
    await this.change('id', letterId, 'citizen', async (tx, letter) => {
      if (letter.state !== 'details_needed') throw new TransitionRefused(letter.state, 'received');
      await oweIndexing(tx, letter.id);
      if (missingDetails({ channel: letter.channel, ...details }).length > 0) {
        await changeLetter(tx, letter.id, details);
        return addEvent(tx, letter.id, { mover: 'citizen', kind: 'details' });
      }
      await moveLetter(tx, letter, { to: 'received', by: 'citizen', kind: 'details', change: details });
    });
  }

  /** Sends the private link again to the stored address; the brakes on automated mail apply. False without an address. */
  async resendLink(letterId: string): Promise<boolean> {
    let owed: string | undefined;
    await this.change('id', letterId, 'citizen', async (tx, letter) => {
      owed = await this.emails.oweLink(tx, letter);
      if (owed) await addEvent(tx, letter.id, { mover: 'citizen', kind: 'link' });
    });
    if (owed) this.bells.ring('email', [owed]);
    return owed !== undefined;
  }

  private move(reference: string, by: Officer, how: (letter: Letter) => Omit<Move, 'by'>) {
    return this.change('reference', reference, by, (tx, letter) =>
      moveLetter(tx, letter, { ...how(letter), by }),
    );
  }

  /** Locks the letter, if `viewer` may see it, and runs the change in the same transaction. */
  private change<T>(
    key: 'id' | 'reference',
    value: string,
    viewer: Officer | 'citizen',
    work: (tx: EntityManager, letter: Letter) => Promise<T>,
  ): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      const letter = await lockLetter(tx, key, value, viewer);
      if (!letter) throw new LetterNotFound();
      return work(tx, letter);
    });
  }

  private checkCodes(category: string, unit: string): void {
    if (!this.profile.categories.some(({ code }) => code === category))
      throw new Error(`The office profile has no category "${category}".`);
    if (!this.profile.units.some(({ code }) => code === unit))
      throw new Error(`The office profile has no unit "${unit}".`);
  }
}
