import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Sql } from '../database/rows.js';
import type { Language } from '../script/texts.js';
import { addressKey, domainOf } from './email-address.js';
import { insertOwed, type OwedEmailRow } from './outgoing-email.queries.js';
import { Sender } from './sender.js';

export interface OwedEmail {
  kind: string;
  /** Unique name of the duty: the same is never owed twice. */
  dutyKey: string;
  /** What it is about. */
  subjectId: string | null;
  recipient: string;
  language: Language;
  /** Ids for the template; never a citizen's words. */
  params: Record<string, string>;
  /** Message-ID of the e-mail that is answered, empty when it had none; absent when nothing is. */
  answers?: string;
}

/** Owes e-mail, in the transaction of whatever makes it owed. */
@Injectable()
export class OutgoingEmails {
  constructor(private readonly sender: Sender) {}

  /** Due at once unless `isDue` is false; gives the row's id, for the ring after COMMIT, or undefined when it was owed before. */
  async owe(tx: Sql, owed: OwedEmail, isDue = true): Promise<string | undefined> {
    const row = this.newRow(owed);
    return (await insertOwed(tx, row, isDue)) ? row.id : undefined;
  }

  /** The row itself, for a room that inserts it in a statement of its own (`OWED_COLUMNS`). */
  newRow({ kind, dutyKey, subjectId, recipient, language, params, answers }: OwedEmail): OwedEmailRow {
    // Node draws these from a pool, which costs a letter in a rush much less than asking the kernel each time.
    const token = randomUUID().replaceAll('-', '');
    return {
      id: uuidv7(),
      kind,
      duty_key: dutyKey,
      subject_id: subjectId,
      recipient,
      recipient_key: addressKey(recipient),
      recipient_domain: domainOf(recipient),
      language,
      params,
      message_id: this.sender.messageId(token),
      bounce_token: token,
      answers: answers ?? null,
    };
  }
}
