import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../../duties/duties.service.js';
import type { Leased } from '../../duties/duty.js';
import { FilesService } from '../../files/files.service.js';
import { isOwnAddress } from '../../mail/email-address.js';
import { Sender } from '../../mail/sender.js';
import { ReceivingService } from '../receiving.service.js';
import { InboundCounters } from './inbound-counters.js';
import type { InboundEmail } from './inbound-email.entity.js';
import { addInboundEvent, noteMessageId, recordInbound } from './inbound.queries.js';
import { keepMailFiles } from './mail-files.js';
import { letterOfMail } from './mail-letter.js';
import { whyUnanswered, type WhyUnanswered } from './never-answer.js';
import { MailReader } from './reading/mail-reader.js';
import { MailUnreadable } from './reading/mail-unreadable.js';
import type { ReadMail } from './reading/read-mail.js';

type LeasedMail = Leased<InboundEmail>;

/** Mails in hand at once; the files of each are in memory while they are written. */
const LANES = 4;

/**
 * Makes letters of mails. The submission key is the mail's id, so that a worker that dies anywhere in between leaves
 * one letter and not two; a mail that cannot be read waits for a person and holds up nobody else's.
 */
@Injectable()
export class InboundWorker implements OnModuleInit {
  readonly #log = new Logger(InboundWorker.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly files: FilesService,
    private readonly reader: MailReader,
    private readonly receiving: ReceivingService,
    private readonly sender: Sender,
    private readonly counters: InboundCounters,
  ) {}

  onModuleInit(): void {
    this.duties.register<InboundEmail>({
      kind: 'inbound',
      table: 'inbound_email',
      key: 'id',
      batch: 8,
      // Longer than eight mails that each take all the time that one may take.
      leaseSeconds: 180,
      maxAttempts: 12,
      perform: async (leased) => {
        const left = [...leased];
        const lane = async () => {
          for (let mail = left.shift(); mail !== undefined; mail = left.shift()) await this.#takeUp(mail);
        };
        await Promise.all(Array.from({ length: LANES }, lane));
      },
    });
  }

  async #takeUp(leased: LeasedMail): Promise<void> {
    try {
      await this.#handle(leased, await this.reader.read(this.files.pathOf(leased.row.sha256)));
    } catch (error) {
      if (error instanceof MailUnreadable) return this.#quarantine(leased, error);
      this.#log.error(`Mail ${leased.key} is put off: ${(error as Error).message}`);
      await this.duties.retryLater('inbound', leased, error);
    }
  }

  async #handle(leased: LeasedMail, mail: ReadMail): Promise<void> {
    const { row } = leased;
    const { id, envelope_sender, envelope_recipient } = row;
    const from = mail.from?.address ?? null;
    const { headers, isReport } = mail;
    const unanswered = whyUnanswered({
      ...{ envelopeSender: envelope_sender, from, headers, isReport, own: this.sender.own },
    });
    if (isReport || (unanswered !== null && this.#isForBounces(envelope_recipient)))
      return this.#putAside(leased, isReport ? 'report' : 'to-bounce-address', unanswered);
    const sameMessageId =
      mail.messageId !== null && (await noteMessageId(this.dataSource, id, mail.messageId));
    const { kept, notOffered } = await keepMailFiles(this.files, mail.files);
    const answer =
      unanswered === null ? { recipient: envelope_sender, messageId: mail.messageId ?? '' } : null;
    const { id: letterId } = await this.receiving.receive(letterOfMail(row, mail, kept, answer));
    const { isCut, seal } = mail;
    await this.#end(leased, 'done', {
      letterId,
      unanswered,
      facts: { notOffered, isCut, hasHtml: mail.html !== null, seal, sameMessageId },
    });
    this.counters.letter(unanswered);
  }

  /** Addresses to which only servers write, since no person sees them. */
  #isForBounces(recipient: string): boolean {
    return recipient.includes('+b.') && isOwnAddress(recipient, [this.sender.address]);
  }

  async #putAside(leased: LeasedMail, reason: string, unanswered: WhyUnanswered | null): Promise<void> {
    await this.#end(leased, 'aside', { reason, unanswered, facts: null });
    this.counters.aside(unanswered);
  }

  async #quarantine(leased: LeasedMail, { why }: MailUnreadable): Promise<void> {
    await this.#end(leased, 'quarantined', { reason: why, unanswered: null, facts: null });
    this.counters.quarantined();
    this.#log.warn(`Mail ${leased.key} is quarantined: ${why}.`);
  }

  async #end(
    leased: LeasedMail,
    state: 'done' | 'aside' | 'quarantined',
    told: Parameters<typeof recordInbound>[2],
  ): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await recordInbound(tx, leased.key, told);
      const held = await this.duties.done('inbound', leased, state, tx);
      // Somebody else has it by now and says the same.
      if (held.length === 0) throw new Error('the lease was lost');
      if (state === 'quarantined') await addInboundEvent(tx, leased.key, 'quarantined');
    });
  }
}
