import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { EmailKinds } from '../../mail/email-kinds.js';
import { OutgoingEmails } from '../../mail/outgoing-emails.service.js';
import { toLatin } from '../../script/transliterate.js';
import type { Account } from '../../staff/account.entity.js';
import { StaffService } from '../../staff/staff.service.js';
import { letterById } from '../letters.queries.js';
import { type MentionCause, mentionEmail } from './mention.email.js';
import { mentionTexts } from './notes.texts.js';

const KIND = 'letter.mention';

const asCause = (of: string | undefined): MentionCause => (of === 'annotation' ? of : 'note');

/** Tells officers by e-mail that a note mentions them, or that something was written on their letter. */
@Injectable()
export class MentionEmails implements OnModuleInit {
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
      render: async ({ letterId, by, of }, language) => {
        const letter = await letterById(this.dataSource, letterId ?? '', 'citizen');
        if (!letter) throw new Error('The letter of a note is gone.');
        const [author] = await this.staff.accountsByIds([by ?? '']);
        const name = author?.name ?? mentionTexts[language].somebody;
        const who = language === 'sr-Cyrl' ? name : toLatin(name);
        return mentionEmail(this.profile, publicUrl, language, { ...letter, who, of: asCause(of) });
      },
      sample: async (language) =>
        mentionEmail(this.profile, publicUrl, language, {
          ...{ reference: 'W3ZE-81NH', registerNumber: '2026-003414', who: mentionTexts[language].sample },
          of: 'note',
        }),
    });
  }

  /** Owes one e-mail to each of them, in the transaction of the note; gives their ids. */
  async owe(
    tx: EntityManager,
    { letterId, eventId, by, of }: { letterId: string; eventId: string; by: string; of: MentionCause },
    mentioned: readonly Account[],
  ): Promise<string[]> {
    const owed: string[] = [];
    for (const { id: accountId, email, language } of mentioned) {
      const id = await this.outgoing.owe(tx, {
        kind: KIND,
        dutyKey: `mention:${eventId}:${accountId}`,
        subjectId: letterId,
        recipient: email,
        language,
        params: { letterId, by, of },
      });
      if (id !== undefined) owed.push(id);
    }
    return owed;
  }
}
