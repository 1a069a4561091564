import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { EmailKinds } from '../../mail/email-kinds.js';
import { OutgoingEmails } from '../../mail/outgoing-emails.service.js';
import type { Account } from '../../staff/account.entity.js';
import { type DueFacts, dueEmail, sampleDueFacts } from './due.email.js';
import { dueFacts, type DueNotice } from './rounds.queries.js';

const KIND = 'letter.due';
/** So many letters of each kind are named; the rest is a number, and a link. */
const NAMED = 20;

/** Tells officers by e-mail which of their letters are due soon or late. */
@Injectable()
export class DueEmails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly kinds: EmailKinds,
    private readonly outgoing: OutgoingEmails,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: KIND,
      provoked: false,
      render: async (params, language) =>
        dueEmail(this.profile, this.environment.publicUrl, language, {
          late: await this.facts(params.late, params.lateCount),
          soon: await this.facts(params.soon, params.soonCount),
        }),
      sample: async (language) =>
        dueEmail(this.profile, this.environment.publicUrl, language, sampleDueFacts()),
    });
  }

  /** Owes each account one e-mail for this hour; gives their ids. */
  async owe(
    tx: EntityManager,
    hour: string,
    toTell: ReadonlyMap<string, Record<DueNotice, string[]>>,
    accounts: ReadonlyMap<string, Account>,
  ): Promise<string[]> {
    const owed: string[] = [];
    for (const [accountId, letters] of toTell) {
      const { email, language } = accounts.get(accountId)!;
      const id = await this.outgoing.owe(tx, {
        kind: KIND,
        dutyKey: `due:${accountId}:${hour}`,
        subjectId: null,
        recipient: email,
        language,
        params: {
          late: letters.escalation.slice(0, NAMED).join(','),
          lateCount: String(letters.escalation.length),
          soon: letters['due-warning'].slice(0, NAMED).join(','),
          soonCount: String(letters['due-warning'].length),
        },
      });
      if (id !== undefined) owed.push(id);
    }
    return owed;
  }

  private async facts(ids = '', count = '0'): Promise<DueFacts> {
    const letters = ids === '' ? [] : await dueFacts(this.dataSource, ids.split(','));
    return { letters, count: Number(count) };
  }
}
