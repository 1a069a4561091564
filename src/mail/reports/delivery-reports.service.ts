import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MetricsService } from '../../web/metrics.service.js';
import { suppress } from '../brakes.queries.js';
import { EmailKinds } from '../email-kinds.js';
import type { RecipientReport } from './delivery-status.js';
import { emailByToken, lockEmail, noteReport, type SentEmail } from './sent-email.queries.js';

/** The e-mail is still being sent, as far as this program knows: the report is taken up when that has ended. */
export class NotSentYet extends Error {
  constructor() {
    super('a report came before the sending of its e-mail had ended');
    this.name = 'NotSentYet';
  }
}

/** Takes up what servers report of e-mails that they had accepted. */
@Injectable()
export class DeliveryReports {
  readonly #reports;

  constructor(
    private readonly dataSource: DataSource,
    private readonly kinds: EmailKinds,
    metrics: MetricsService,
  ) {
    this.#reports = metrics.counter(
      'pismo_email_reports_total',
      'Reports on e-mails that were sent, by what they say',
      ['outcome'],
    );
  }

  /** The e-mail of ours that one of these tokens names, the first first. */
  find(tokens: readonly string[]): Promise<SentEmail | undefined> {
    return emailByToken(this.dataSource, tokens);
  }

  /** Whether an answer to the e-mail belongs to what that is about, and to what. */
  aboutOf({ kind, subjectId }: SentEmail): string | null {
    return this.kinds.get(kind)?.correspondence ? subjectId : null;
  }

  /**
   * Notes a report on an e-mail. A failure ends it as a refusal at once would have, a dead address gets no automated
   * mail for a while; what failed before is left alone. Throws {@link NotSentYet}.
   */
  async takeUp(tx: EntityManager, emailId: string, report: RecipientReport): Promise<void> {
    const email = await lockEmail(tx, emailId);
    if (email.state === 'failed' || email.state === 'suppressed') return;
    if (email.state !== 'sent') throw new NotSentYet();
    // A server that passed it on may report a delay after another has reported the delivery.
    if (report.outcome === 'delayed' && email.report !== null) return;
    await noteReport(tx, email.id, report.outcome, report.reason);
    this.#reports.inc({ outcome: report.outcome });
    if (report.outcome !== 'failed') return;
    if (report.isHard) await suppress(tx, email.recipientKey, report.reason);
    const ended = { params: email.params, isTemporary: !report.isHard };
    await this.kinds.get(email.kind)?.onOutcome?.(email.subjectId, 'failed', tx, report.reason, ended);
  }
}
