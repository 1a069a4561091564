import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { addEvent } from '../changes.queries.js';
import { LetterEmails } from '../emails/letter-emails.service.js';
import { lockLetter } from '../letters.queries.js';
import { moveLetter } from '../move-letter.js';
import { lettersToClose, lettersToRemind, stillAwaits } from './details-rounds.queries.js';
import { detailsTexts } from './details.texts.js';

const DAY_MS = 86_400_000;

/**
 * Reminds whoever wrote by e-mail and did not complete the details, once, and closes the letter when they do not come
 * after that either. Never a paper letter, never one that is marked as a danger, and never after its writer has
 * written again: then an officer decides.
 */
@Injectable()
export class DetailsRounds {
  constructor(
    private readonly profile: OfficeProfile,
    private readonly emails: LetterEmails,
  ) {}

  /** Gives the e-mails that are owed. */
  async go(tx: EntityManager, now: Date): Promise<string[]> {
    await this.#close(tx, now);
    return this.#remind(tx, now);
  }

  async #remind(tx: EntityManager, now: Date): Promise<string[]> {
    const { remindOfDetailsAfterDays: after, closeWithoutDetailsAfterDays: until } = this.profile;
    const closesOn = new Date(now.getTime() + (until - after) * DAY_MS);
    const owed: string[] = [];
    for (const { id, recipient } of await lettersToRemind(tx, daysBefore(now, after))) {
      const letter = await lockLetter(tx, 'id', id, 'citizen');
      if (!letter || !(await stillAwaits(tx, id))) continue;
      const email = await this.emails.oweReminder(tx, letter, recipient, closesOn);
      if (email === undefined) continue;
      await addEvent(tx, id, { mover: 'system', kind: 'details-reminder' });
      owed.push(email);
    }
    return owed;
  }

  async #close(tx: EntityManager, now: Date): Promise<void> {
    const { remindOfDetailsAfterDays: after, closeWithoutDetailsAfterDays: until } = this.profile;
    // Whoever was reminded late has as long as the reminder says.
    const ids = await lettersToClose(tx, daysBefore(now, until), daysBefore(now, until - after));
    for (const id of ids) {
      const letter = await lockLetter(tx, 'id', id, 'citizen');
      if (!letter || !(await stillAwaits(tx, id))) continue;
      const reason = detailsTexts['sr-Cyrl'].neverCame;
      await moveLetter(tx, letter, {
        ...{ to: 'closed', by: 'system', kind: 'details-closure', reason },
        change: { closedReason: reason },
      });
    }
  }
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);
