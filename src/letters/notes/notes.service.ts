import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../staff/account.entity.js';
import { StaffService } from '../../staff/staff.service.js';
import { addEvent } from '../changes.queries.js';
import { letterById, lockLetter } from '../letters.queries.js';
import { LetterNotFound } from '../letters.refused.js';
import { moverOf } from '../move-letter.js';
import { Bells } from '../register/bells.js';
import { oweIndexing } from '../search/indexing.queries.js';
import { type Officer, officerOf } from '../viewer.js';
import { MentionEmails } from './mention-emails.service.js';
import { mentionedIn, MentionRefused } from './mentions.js';
import { addMentions } from './notes.queries.js';

/** What officers tell each other about a letter; the citizen never sees it. */
@Injectable()
export class NotesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly staff: StaffService,
    private readonly emails: MentionEmails,
    private readonly bells: Bells,
  ) {}

  /**
   * Adds a note; who is mentioned in it (`@` and the name), or by their account, is told by e-mail and has the letter
   * among those that mention them until they open it. Throws {@link MentionRefused} when somebody mentioned may not see
   * the letter: nothing is kept then.
   */
  async add(
    reference: string,
    { text, mention }: { text: string; mention?: string },
    by: Officer,
  ): Promise<string> {
    const people = (await this.staff.activeAccounts()).filter(({ id }) => id !== by.accountId);
    const chosen = people.find(({ id }) => id === mention);
    const isNamed = chosen === undefined || mentionedIn(text, [chosen]).length > 0;
    const whole = isNamed ? text : `${text} @${chosen.name}`;
    const mentioned = mentionedIn(whole, people);
    const owed: string[] = [];
    const event = await this.dataSource.transaction(async (tx) => {
      const letter = await lockLetter(tx, 'reference', reference, by);
      if (!letter) throw new LetterNotFound();
      await refuseStrangers(tx, letter.id, mentioned);
      const eventId = await addEvent(tx, letter.id, { ...moverOf(by), kind: 'note', reason: whole });
      await oweIndexing(tx, letter.id);
      if (mentioned.length === 0) return eventId;
      const note = { eventId, letterId: letter.id };
      await addMentions(tx, { ...note, accountIds: mentioned.map(({ id }) => id) });
      owed.push(...(await this.emails.owe(tx, { ...note, by: by.accountId, of: 'note' }, mentioned)));
      return eventId;
    });
    this.bells.ring('email', owed);
    return event;
  }
}

async function refuseStrangers(
  tx: EntityManager,
  letterId: string,
  mentioned: readonly Account[],
): Promise<void> {
  const strangers: string[] = [];
  for (const account of mentioned)
    if (!(await letterById(tx, letterId, officerOf(account)))) strangers.push(account.name);
  if (strangers.length > 0) throw new MentionRefused(strangers);
}
