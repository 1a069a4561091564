import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { FilesService } from '../../files/files.service.js';
import { isOwnAddress } from '../../mail/email-address.js';
import { DeliveryReports } from '../../mail/reports/delivery-reports.service.js';
import type { RecipientReport } from '../../mail/reports/delivery-status.js';
import type { SentEmail } from '../../mail/reports/sent-email.queries.js';
import { Sender } from '../../mail/sender.js';
import { ReceivingService } from '../receiving.service.js';
import { tokensOf } from './answered-email.js';
import { FollowUps } from './follow-ups.service.js';
import type { InboundEmail } from './inbound-email.entity.js';
import { type InboundEnd, noteMessageId } from './inbound.queries.js';
import { keepMailFiles } from './mail-files.js';
import { letterOfMail } from './mail-letter.js';
import { isOfMachine, isUnmarkedBounce, whyUnanswered, type WhyUnanswered } from './never-answer.js';
import type { MailReport } from './reading/read-report.js';
import type { ReadMail } from './reading/read-mail.js';

/** What a mail is, and what remains to be done in the transaction that says so. */
export interface SortedMail extends InboundEnd {
  state: 'done' | 'aside' | 'quarantined';
  unanswered: WhyUnanswered | null;
  finish?: (tx: EntityManager) => Promise<void>;
}

/** Tells letters from follow-ups, machines' answers and reports, and receives what is to be received. */
@Injectable()
export class MailSorting {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly receiving: ReceivingService,
    private readonly followUps: FollowUps,
    private readonly reports: DeliveryReports,
    private readonly sender: Sender,
  ) {}

  async sort(row: InboundEmail, mail: ReadMail): Promise<SortedMail> {
    const { own } = this.sender;
    const { headers, report } = mail;
    const isReport = report !== null && (report.isProper || row.envelope_sender === '');
    const from = mail.from?.address ?? null;
    const asked = { envelopeSender: row.envelope_sender, from, headers, isReport, own };
    const unanswered = whyUnanswered(asked);
    const answered = await this.reports.find(tokensOf(row, mail, this.sender));
    if (isReport) return this.#report(report, unanswered, answered);
    const isToBounces = row.envelope_recipient.includes('+b.') && isOwnAddress(row.envelope_recipient, own);
    if (answered && isToBounces && isUnmarkedBounce(asked)) return UNREADABLE;
    if (answered ? isOfMachine(asked) : isToBounces && unanswered !== null)
      return this.#machinesAnswer(row, unanswered, answered);
    const letterId = answered && this.reports.aboutOf(answered);
    return (letterId && (await this.#followUp(letterId, row, mail))) || this.#letter(row, mail, unanswered);
  }

  /** A report that says nothing to a program waits for a person; one about nothing of ours, or a receipt, is put aside. */
  #report(
    { recipients, isReceipt }: MailReport,
    unanswered: WhyUnanswered | null,
    email: SentEmail | undefined,
  ): SortedMail {
    const told = { unanswered, facts: null };
    if (recipients.length === 0 && !isReceipt) return UNREADABLE;
    const said = email && reportOn(email, recipients);
    if (said === undefined) return { ...told, state: 'aside', reason: 'report' };
    return {
      ...{ ...told, state: 'aside', reason: `report-${said.outcome}` },
      letterId: this.reports.aboutOf(email!) ?? undefined,
      finish: (tx) => this.reports.takeUp(tx, email!.id, said),
    };
  }

  #machinesAnswer(
    row: InboundEmail,
    unanswered: WhyUnanswered | null,
    email: SentEmail | undefined,
  ): SortedMail {
    const told = { state: 'aside' as const, unanswered, facts: null };
    const letterId = email && this.reports.aboutOf(email);
    if (!letterId) return { ...told, reason: 'to-bounce-address' };
    return {
      ...{ ...told, reason: 'auto-reply', letterId },
      finish: (tx) => this.followUps.noteAutoReply(tx, letterId, row),
    };
  }

  async #followUp(letterId: string, row: InboundEmail, mail: ReadMail): Promise<SortedMail | undefined> {
    const added = await this.followUps.add(letterId, row, mail);
    if (added === undefined) return undefined;
    const { supplementId, notOffered } = added;
    // One acknowledgement a letter: nobody is answered for what follows it.
    const facts = await this.#facts(row, mail, notOffered);
    return { state: 'done', letterId, supplementId, unanswered: 'follow-up', facts };
  }

  async #letter(row: InboundEmail, mail: ReadMail, unanswered: WhyUnanswered | null): Promise<SortedMail> {
    const { kept, notOffered } = await keepMailFiles(this.files, mail.files);
    const facts = await this.#facts(row, mail, notOffered);
    const answer =
      unanswered === null ? { recipient: row.envelope_sender, messageId: mail.messageId ?? '' } : null;
    const { id: letterId } = await this.receiving.receive(letterOfMail(row, mail, kept, answer));
    return { state: 'done', letterId, unanswered, facts };
  }

  async #facts(
    { id }: InboundEmail,
    mail: ReadMail,
    notOffered: NonNullable<InboundEnd['facts']>['notOffered'],
  ) {
    const { messageId, isCut, seal } = mail;
    const sameMessageId = messageId !== null && (await noteMessageId(this.dataSource, id, messageId));
    return { notOffered, isCut, hasHtml: mail.html !== null, seal, sameMessageId };
  }
}

const UNREADABLE: SortedMail = {
  ...{ state: 'quarantined', reason: 'report-unreadable', unanswered: 'null-sender', facts: null },
};

/** Each of our e-mails has one recipient: the line about that one, else the worst. */
function reportOn(
  { recipientKey }: SentEmail,
  recipients: readonly RecipientReport[],
): RecipientReport | undefined {
  return (
    recipients.find(({ recipient }) => recipient === recipientKey) ??
    recipients.find(({ outcome }) => outcome === 'failed') ??
    recipients[0]
  );
}
