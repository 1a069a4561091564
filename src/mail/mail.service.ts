import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../duties/duties.service.js';
import { type EmailAbout, emailsAbout } from './outgoing-email.queries.js';

/** What officers see and do about e-mail that the office owes. */
@Injectable()
export class MailService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
  ) {}

  emailsAbout(subjectId: string): Promise<EmailAbout[]> {
    return emailsAbout(this.dataSource, subjectId);
  }

  /** Sends a failed e-mail again; false when it has not failed. */
  retryByHand(id: string): Promise<boolean> {
    return this.duties.retryByHand('email', id);
  }
}
