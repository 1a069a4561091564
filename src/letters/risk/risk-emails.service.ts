import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { EmailKinds } from '../../mail/email-kinds.js';
import { OutgoingEmails } from '../../mail/outgoing-emails.service.js';
import type { Language } from '../../script/texts.js';
import { StaffService } from '../../staff/staff.service.js';
import { letterById } from '../letters.queries.js';
import { riskEmail } from './risk.email.js';

const KIND = 'letter.risk';

/** Tells those on duty of a danger: the accounts that are on duty, and the standing list of the profile. */
@Injectable()
export class RiskEmails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly staff: StaffService,
    private readonly kinds: EmailKinds,
    private readonly outgoing: OutgoingEmails,
  ) {}

  onModuleInit(): void {
    const { publicUrl } = this.environment;
    this.kinds.register({
      kind: KIND,
      provoked: false,
      render: async ({ letterId }, language) => {
        const letter = await letterById(this.dataSource, letterId ?? '', 'citizen');
        if (!letter) throw new Error('The letter of a danger is gone.');
        return riskEmail(this.profile, publicUrl, language, { ...letter, risk: letter.risk ?? 'life' });
      },
      sample: async (language) =>
        riskEmail(this.profile, publicUrl, language, {
          ...{ reference: 'W3ZE-81NH', registerNumber: '2026-003414', risk: 'life' },
        }),
    });
  }

  /** Owes one e-mail to each of them, in the transaction of the mark; gives their ids. */
  async owe(tx: EntityManager, letterId: string, eventId: string): Promise<string[]> {
    const owed: string[] = [];
    for (const { email, language } of await this.onDuty()) {
      const id = await this.outgoing.owe(tx, {
        kind: KIND,
        dutyKey: `risk:${eventId}:${email.toLowerCase()}`,
        subjectId: letterId,
        recipient: email,
        language,
        params: { letterId },
      });
      if (id !== undefined) owed.push(id);
    }
    return owed;
  }

  private async onDuty(): Promise<{ email: string; language: Language }[]> {
    const accounts = (await this.staff.activeAccounts()).filter(({ onDuty }) => onDuty);
    const known = new Set(accounts.map(({ email }) => email.toLowerCase()));
    const standing = this.profile.onDuty.filter((email) => !known.has(email.toLowerCase()));
    return [...accounts, ...standing.map((email) => ({ email, language: 'sr-Cyrl' as const }))];
  }
}
