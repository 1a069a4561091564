import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../duties/duties.service.js';
import { EmailKinds } from './email-kinds.js';
import { type EmailAbout, emailsAbout, kindOf } from './outgoing-email.queries.js';

/** What officers see and do about e-mail that the office owes. */
@Injectable()
export class MailService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly kinds: EmailKinds,
  ) {}

  emailsAbout(subjectId: string): Promise<EmailAbout[]> {
    return emailsAbout(this.dataSource, subjectId);
  }

  /** Whether a failed e-mail of this kind is tried again as it was: not what a person sends anew. */
  mayRetry(kind: string): boolean {
    return this.kinds.get(kind)?.byHand !== true;
  }

  /** Sends a failed e-mail again; false when it has not failed, or its kind is not tried again. */
  async retryByHand(id: string): Promise<boolean> {
    const kind = await kindOf(this.dataSource, id);
    return kind !== undefined && this.mayRetry(kind) && this.duties.retryByHand('email', id);
  }
}
