import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Leased } from '../duties/duty.js';
import {
  type BrakeLimits,
  countSuppressed,
  lastMinute,
  letThrough,
  suppressedAmong,
} from './brakes.queries.js';
import { MetricsService } from '../web/metrics.service.js';
import { isMachine, isStrictAddress } from './email-address.js';
import type { OutgoingEmail } from './outgoing-email.entity.js';
import { EmailKinds } from './email-kinds.js';
import { Sender } from './sender.js';

/** What a stranger could provoke is limited (design: mail, brakes). Benchmarks raise the caps a minute. */
export class MailLimits implements BrakeLimits {
  perRecipientPerDay = 2;
  perDomainPerMinute = 600;
  perMinute = 3_000;
}

type LeasedEmail = Leased<OutgoingEmail>;
export interface Suppressed {
  email: LeasedEmail;
  reason: string;
}

/** Why an e-mail is held back, as its row tells it. */
const REASONS = {
  'bad-address': 'not one plain e-mail address',
  machine: 'an address of a machine, or our own',
  dead: 'the address refused an e-mail within the last 60 days',
  limit: (perDay: number) => `the address has had ${perDay} automated messages in 24 hours`,
} as const;
type Reason = keyof typeof REASONS;

/** The brakes of automated mail. A suppressed e-mail stays on record with its reason; the letter is unharmed. */
@Injectable()
export class Brakes {
  readonly #held;

  constructor(
    private readonly dataSource: DataSource,
    private readonly sender: Sender,
    private readonly limits: MailLimits,
    private readonly kinds: EmailKinds,
    metrics: MetricsService,
  ) {
    this.#held = metrics.counter(
      'pismo_email_held_total',
      'E-mails that the brakes held back, by reason; over-cap ones go later',
      ['reason'],
    );
    metrics.gauge(
      'pismo_suppressed_addresses',
      'Addresses that get no automated mail for now because they refused one',
      [],
      async (gauge) => gauge.set(await countSuppressed(this.dataSource)),
    );
  }

  /** Which of the claimed e-mails may go now, which may never, and which are over a cap and go later. */
  async sort(
    leased: LeasedEmail[],
  ): Promise<{ free: LeasedEmail[]; suppressed: Suppressed[]; over: LeasedEmail[] }> {
    const dead = await suppressedAmong(
      this.dataSource,
      leased.map(({ row }) => row.recipient_key),
    );
    const reasons = new Map(leased.map((email) => [email, this.#never(email.row, dead)]));
    const { within, over } = await this.#sortByCaps(
      leased.filter((email) => reasons.get(email) === undefined),
    );
    const provoked = within.filter(({ row }) => this.#isProvoked(row));
    const passed = await this.dataSource.transaction((tx) =>
      letThrough(
        tx,
        provoked.map(({ key }) => key),
        this.limits,
      ),
    );
    for (const email of provoked) if (!passed.has(email.key)) reasons.set(email, 'limit');
    for (const reason of reasons.values()) if (reason) this.#held.inc({ reason });
    if (over.length > 0) this.#held.inc({ reason: 'over-cap' }, over.length);
    return {
      free: within.filter((email) => reasons.get(email) === undefined),
      suppressed: leased.flatMap((email) => {
        const reason = reasons.get(email);
        return reason === undefined ? [] : [{ email, reason: this.#inWords(reason) }];
      }),
      over,
    };
  }

  #inWords(reason: Reason): string {
    return reason === 'limit' ? REASONS.limit(this.limits.perRecipientPerDay) : REASONS[reason];
  }

  #isProvoked({ kind }: OutgoingEmail): boolean {
    const { provoked, toSubscribers } = this.kinds.get(kind) ?? {};
    return provoked !== false && !toSubscribers;
  }

  #never(row: OutgoingEmail, dead: Set<string>): Reason | undefined {
    if (!isStrictAddress(row.recipient)) return 'bad-address';
    if (this.kinds.get(row.kind)?.provoked === false) return undefined;
    if (isMachine(row.recipient, this.sender.own)) return 'machine';
    // What was let through before and is back was sent again by a person, who may know better.
    if (row.counted_at === null && dead.has(row.recipient_key)) return 'dead';
    return undefined;
  }

  async #sortByCaps(emails: LeasedEmail[]): Promise<{ within: LeasedEmail[]; over: LeasedEmail[] }> {
    const domains = new Set(emails.map(({ row }) => row.recipient_domain));
    const minute = await lastMinute(this.dataSource, [...domains]);
    const within: LeasedEmail[] = [];
    const over: LeasedEmail[] = [];
    for (const email of emails) {
      const { counted_at, recipient_domain } = email.row;
      const ofDomain = minute.byDomain.get(recipient_domain) ?? 0;
      // What was let through before has been counted already.
      const isFree =
        counted_at !== null ||
        (minute.all < this.limits.perMinute && ofDomain < this.limits.perDomainPerMinute);
      (isFree ? within : over).push(email);
      if (!isFree || counted_at !== null) continue;
      minute.all += 1;
      minute.byDomain.set(recipient_domain, ofDomain + 1);
    }
    return { within, over };
  }
}
