import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../duties/duties.service.js';
import type { Leased } from '../duties/duty.js';
import { NaturalBatch } from '../duties/natural-batch.js';
import { Brakes } from './brakes.service.js';
import { suppress } from './brakes.queries.js';
import { compose } from './compose.js';
import { keepBytes } from './delivery.queries.js';
import { EmailEnds } from './email-ends.js';
import { EmailKinds } from './email-kinds.js';
import { MAIL_CONNECTIONS, MailServer, type SmtpReceipt } from './mail-server.js';
import type { OutgoingEmail } from './outgoing-email.entity.js';
import { Sender } from './sender.js';
import { Signature } from './signature.js';
import { meaningOf, type SmtpFailure } from './smtp-outcome.js';

type LeasedEmail = Leased<OutgoingEmail>;
type Ready = LeasedEmail & { bytes: Buffer };

/** Until an e-mail over a cap is looked at again. */
const NOT_NOW_SECONDS = 20;
/** Until an e-mail that met a server in trouble is tried again. */
const SERVER_TROUBLE_SECONDS = 10;
const UNWANTED = 'nobody wants it any more';
/** Sendings at once: a few more than connections, so that none idles while doubt is committed. */
const LANES = MAIL_CONNECTIONS + 3;

/** Performs the duty `email`: brakes, bytes, doubt on record, SMTP, outcome. */
@Injectable()
export class DeliveryService implements OnModuleInit {
  readonly #log = new Logger(DeliveryService.name);
  readonly #doubts = new NaturalBatch<Ready, boolean>((emails) => this.commitDoubt(emails), LANES);
  readonly #lanes = new NaturalBatch<Ready>(([email]) => this.send(email!).then(() => []), 1, LANES);

  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly kinds: EmailKinds,
    private readonly brakes: Brakes,
    private readonly sender: Sender,
    private readonly signature: Signature,
    private readonly server: MailServer,
    private readonly ends: EmailEnds,
  ) {}

  onModuleInit(): void {
    this.duties.register<OutgoingEmail>({
      kind: 'email',
      table: 'outgoing_email',
      key: 'id',
      batch: 10 * MAIL_CONNECTIONS,
      inFlight: 2,
      leaseSeconds: 300,
      firstRetrySeconds: 15,
      // With pauses that double up to an hour this goes on for about a day.
      maxAttempts: 32,
      // Longer than the server may be silent to one sending and to the one before it on the same connection.
      inDoubtSeconds: 150,
      ready: () => this.server.isReachable(),
      perform: (leased) => this.deliver(leased),
    });
  }

  async deliver(leased: LeasedEmail[]): Promise<void> {
    const { free, suppressed, over } = await this.brakes.sort(leased);
    await this.duties.retryLater('email', over, 'more e-mail in a minute than the brakes allow', {
      afterSeconds: NOT_NOW_SECONDS,
    });
    await Promise.all([
      ...suppressed.map(({ email, reason }) =>
        this.ends.end({ email, outcome: 'suppressed', answer: null, reason }),
      ),
      ...free.map((email) => this.deliverOne(email)),
    ]);
  }

  /** One e-mail that fails, by its template or in the database, holds up nobody else's. */
  private async deliverOne(email: LeasedEmail): Promise<void> {
    try {
      const bytes = email.row.rendered ?? (await this.render(email.row));
      if (bytes !== undefined) await this.#lanes.add({ ...email, bytes });
      else await this.ends.end({ email, outcome: 'suppressed', answer: null, reason: UNWANTED });
    } catch (error) {
      this.#log.error(`E-mail ${email.key} (${email.row.kind}) is put off: ${(error as Error).message}`);
      // What is in doubt stays so: only what was never begun can be put back without knowing more.
      if (error instanceof NotBegun) await this.duties.retryLater('email', email, error);
    }
  }

  private async render(row: OutgoingEmail): Promise<Buffer | undefined> {
    try {
      const kind = this.kinds.get(row.kind);
      if (!kind) throw new Error('no room registers this kind');
      const rendered = await kind.render(row.params, row.language);
      return rendered && (await this.signature.sign(await compose(row, rendered, this.sender, kind)));
    } catch (error) {
      throw new NotBegun((error as Error).message);
    }
  }

  private async send(email: Ready): Promise<void> {
    if (!(await this.#doubts.add(email))) return;
    const { answers, bounce_token, recipient } = email.row;
    let receipt: SmtpReceipt;
    try {
      receipt = await this.server.send(
        { from: answers === null ? this.sender.bounceAddress(bounce_token) : '', to: recipient },
        email.bytes,
      );
    } catch (error) {
      return this.sortOut(email, meaningOf(error));
    }
    await this.ends.end({ email, outcome: 'sent', answer: receipt.answer, reason: null });
  }

  /**
   * Bytes and doubt are committed before the first word of SMTP: whatever happens from there on is known to be
   * unknown. Tells of each whether it is still ours.
   */
  private async commitDoubt(emails: Ready[]): Promise<boolean[]> {
    const held = await this.dataSource.transaction(async (tx) => {
      await keepBytes(
        tx,
        emails.filter(({ row }) => row.rendered === null),
      );
      return this.duties.inDoubt('email', emails, tx);
    });
    return emails.map((email) => held.includes(email));
  }

  private async sortOut(email: Ready, failure: SmtpFailure): Promise<void> {
    const { reason } = failure;
    if (failure.meaning === 'in-doubt')
      return this.#log.warn(`E-mail ${email.key} is in doubt and is sent again later: ${reason}`);
    if (failure.meaning === 'later') {
      const afterSeconds = failure.isOurs ? SERVER_TROUBLE_SECONDS : undefined;
      await this.duties.retryLater('email', email, reason, { afterSeconds });
      return;
    }
    if (failure.isHardBounce) await suppress(this.dataSource, email.row.recipient_key, reason);
    await this.ends.end({ email, outcome: 'failed', answer: reason, reason });
  }
}

/** Failed before anything was on its way. */
class NotBegun extends Error {}
