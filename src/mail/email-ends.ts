import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DutiesService } from '../duties/duties.service.js';
import { NaturalBatch } from '../duties/natural-batch.js';
import { type EmailEnd, recordEnds } from './delivery.queries.js';
import { EmailKinds } from './email-kinds.js';

const MOST_AT_ONCE = 200;

/** Writes how e-mails ended, and what the owing rooms do about it; what ends at the same time is one transaction. */
@Injectable()
export class EmailEnds {
  readonly #log = new Logger(EmailEnds.name);
  readonly #batch = new NaturalBatch<EmailEnd>((ends) => this.#write(ends), MOST_AT_ONCE);

  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly kinds: EmailKinds,
  ) {}

  /** Resolves after COMMIT. An e-mail that is somebody else's by now is left alone. */
  end(end: EmailEnd): Promise<void> {
    return this.#batch.add(end);
  }

  async #write(ends: EmailEnd[]): Promise<void[]> {
    try {
      await this.dataSource.transaction((tx) => this.#writeAll(tx, ends));
    } catch (error) {
      if (ends.length === 1) throw error;
      // One that cannot be written must not keep the others from it.
      this.#log.warn(`E-mails are ended one by one: ${(error as Error).message}`);
      const results = await Promise.allSettled(
        ends.map((end) => this.dataSource.transaction((tx) => this.#writeAll(tx, [end]))),
      );
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    }
    return [];
  }

  async #writeAll(tx: EntityManager, ends: EmailEnd[]): Promise<void> {
    for (const outcome of ['sent', 'failed', 'suppressed'] as const) {
      const such = ends.filter((end) => end.outcome === outcome);
      if (such.length === 0) continue;
      const held = await this.duties.done(
        'email',
        such.map(({ email }) => email),
        outcome,
        tx,
      );
      const still = such.filter(({ email }) => held.includes(email));
      await recordEnds(tx, still);
      for (const { email, reason } of still) {
        const { kind, subject_id, params } = email.row;
        const ended = { params, isTemporary: false };
        await this.kinds.get(kind)?.onOutcome?.(subject_id, outcome, tx, reason, ended);
      }
    }
  }
}
