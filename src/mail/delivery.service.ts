import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../duties/duties.service.js';
import type { Leased } from '../duties/duty.js';
import { Brakes } from './brakes.service.js';
import { suppress } from './brakes.queries.js';
import { compose } from './compose.js';
import { EmailKinds, type EmailOutcome } from './email-kinds.js';
import { MAIL_CONNECTIONS, MailServer } from './mail-server.js';
import type { OutgoingEmail } from './outgoing-email.entity.js';
import { keepBytes, recordEnd } from './delivery.queries.js';
import { Sender } from './sender.js';
import { meaningOf, type SmtpFailure } from './smtp-outcome.js';

type LeasedEmail = Leased<OutgoingEmail>;

/** No automated mail goes for this long to an address that refused for good. */
const SUPPRESSED_DAYS = 60;
/** Until an e-mail over a cap is looked at again. */
const NOT_NOW_SECONDS = 20;

/** Performs the duty `email`: brakes, bytes, doubt on record, SMTP, outcome. */
@Injectable()
export class DeliveryService implements OnModuleInit {
  readonly #log = new Logger(DeliveryService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly kinds: EmailKinds,
    private readonly brakes: Brakes,
    private readonly sender: Sender,
    private readonly server: MailServer,
  ) {}

  onModuleInit(): void {
    this.duties.register<OutgoingEmail>({
      kind: 'email',
      table: 'outgoing_email',
      key: 'id',
      batch: 4 * MAIL_CONNECTIONS,
      inFlight: 2,
      leaseSeconds: 300,
      firstRetrySeconds: 15,
      // With pauses that double up to an hour this goes on for about a day.
      maxAttempts: 32,
      inDoubtSeconds: 120,
      perform: (leased) => this.deliver(leased),
    });
  }

  async deliver(leased: LeasedEmail[]): Promise<void> {
    const { free, suppressed, over } = await this.brakes.sort(leased);
    await this.duties.retryLater('email', over, 'more e-mail in a minute than the brakes allow', {
      afterSeconds: NOT_NOW_SECONDS,
    });
    for (const { email, reason } of suppressed) await this.end(email, 'suppressed', { error: reason });
    const ready = await this.makeReady(free);
    await Promise.all(ready.map(([email, raw]) => this.send(email, raw)));
  }

  /**
   * Renders what was never rendered, and commits bytes and doubt before the first word of SMTP: whatever happens
   * from there on is known to be unknown. Gives those that are still ours.
   */
  private async makeReady(emails: LeasedEmail[]): Promise<[LeasedEmail, Buffer][]> {
    const bytes = new Map<string, Buffer>();
    for (const email of emails) {
      try {
        bytes.set(email.key, email.row.rendered ?? (await this.render(email.row)));
      } catch (error) {
        // One template that fails holds up nobody else's e-mail.
        this.#log.error(
          `E-mail ${email.key} (${email.row.kind}) cannot be rendered: ${(error as Error).message}`,
        );
        await this.duties.retryLater('email', email, error);
      }
    }
    const rendered = emails.filter(({ key }) => bytes.has(key));
    const held = await this.dataSource.transaction(async (tx) => {
      await keepBytes(
        tx,
        rendered.filter(({ row }) => row.rendered === null).map(({ key }) => [key, bytes.get(key)!]),
      );
      return this.duties.inDoubt('email', rendered, tx);
    });
    return held.map((email) => [email, bytes.get(email.key)!]);
  }

  private async render(row: OutgoingEmail): Promise<Buffer> {
    const kind = this.kinds.get(row.kind);
    if (!kind) throw new Error('no room registers this kind');
    return compose(row, await kind.render(row.params, row.language), this.sender);
  }

  private async send(email: LeasedEmail, raw: Buffer): Promise<void> {
    const { bounce_token, recipient } = email.row;
    try {
      const { answer } = await this.server.send(
        { from: this.sender.bounceAddress(bounce_token), to: recipient },
        raw,
      );
      await this.end(email, 'sent', { answer });
    } catch (error) {
      await this.sortOut(email, meaningOf(error));
    }
  }

  private async sortOut(email: LeasedEmail, failure: SmtpFailure): Promise<void> {
    if (failure.meaning === 'later') await this.duties.retryLater('email', email, failure.reason);
    else if (failure.meaning === 'in-doubt')
      this.#log.warn(`E-mail ${email.key} is in doubt and is sent again later: ${failure.reason}`);
    else {
      if (failure.isHardBounce)
        await suppress(this.dataSource, email.row.recipient_key, failure.reason, SUPPRESSED_DAYS);
      await this.end(email, 'failed', { answer: failure.reason, error: failure.reason });
    }
  }

  /** The end of the duty, and what the owing room does about it, in one transaction. */
  private async end(
    email: LeasedEmail,
    outcome: EmailOutcome,
    { answer, error }: { answer?: string; error?: string },
  ) {
    await this.dataSource.transaction(async (tx) => {
      const [held] =
        outcome === 'failed'
          ? await this.duties.fail('email', email, error, tx)
          : await this.duties.done('email', email, outcome, tx);
      if (!held) return;
      await recordEnd(tx, email.key, { outcome, answer: answer ?? null, reason: error ?? null });
      await this.kinds.get(email.row.kind)?.onOutcome?.(email.row.subject_id, outcome, tx);
    });
  }
}
