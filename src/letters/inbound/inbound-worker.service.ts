import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../../duties/duties.service.js';
import type { Leased } from '../../duties/duty.js';
import { FilesService } from '../../files/files.service.js';
import { InboundCounters } from './inbound-counters.js';
import type { InboundEmail } from './inbound-email.entity.js';
import { addInboundEvent, recordInbound } from './inbound.queries.js';
import { MailSorting, type SortedMail } from './mail-sorting.service.js';
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
    private readonly sorting: MailSorting,
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
    const sorted = await this.sorting.sort(leased.row, mail);
    await this.#end(leased, sorted);
    this.counters.sorted(sorted);
  }

  async #quarantine(leased: LeasedMail, { why }: MailUnreadable): Promise<void> {
    const sorted: SortedMail = { state: 'quarantined', reason: why, unanswered: null, facts: null };
    await this.#end(leased, sorted);
    this.counters.sorted(sorted);
    this.#log.warn(`Mail ${leased.key} is quarantined: ${why}.`);
  }

  async #end(leased: LeasedMail, { state, finish, ...told }: SortedMail): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await recordInbound(tx, leased.key, told);
      const held = await this.duties.done('inbound', leased, state, tx);
      // Somebody else has it by now and says the same.
      if (held.length === 0) throw new Error('the lease was lost');
      if (state === 'quarantined') await addInboundEvent(tx, leased.key, 'quarantined');
      await finish?.(tx);
    });
  }
}
