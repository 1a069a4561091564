import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HealthService } from '../../web/health.service.js';
import { MetricsService } from '../../web/metrics.service.js';
import { countForPeople } from './quarantine.queries.js';
import type { SortedMail } from './mail-sorting.service.js';

/** How many mails became what, and how many wait for a person. */
@Injectable()
export class InboundCounters implements OnModuleInit {
  readonly #emails;
  readonly #unanswered;

  constructor(
    private readonly metrics: MetricsService,
    private readonly health: HealthService,
    private readonly dataSource: DataSource,
  ) {
    this.#emails = metrics.counter(
      'pismo_inbound_emails_total',
      'E-mails that arrived, by what became of them',
      ['outcome'],
    );
    this.#unanswered = metrics.counter(
      'pismo_inbound_unanswered_total',
      'E-mails that no program may answer, by reason',
      ['reason'],
    );
  }

  onModuleInit(): void {
    this.metrics.gauge(
      'pismo_inbound_waiting',
      'E-mails that could not be made letters and wait for a person',
      [],
      async (gauge) => gauge.set((await countForPeople(this.dataSource)).waiting),
    );
    this.health.add('inbound-email', async () => {
      const { waiting } = await countForPeople(this.dataSource);
      return waiting === 0
        ? { ok: true }
        : { ok: false, detail: `${waiting} in quarantine: an officer must look` };
    });
  }

  sorted({ state, supplementId, reason, unanswered }: Omit<SortedMail, 'finish'>): void {
    const outcome =
      state !== 'done' ? (reason === 'auto-reply' ? reason : state) : supplementId ? 'follow-up' : 'letter';
    this.#emails.inc({ outcome });
    if (unanswered !== null) this.#unanswered.inc({ reason: unanswered });
  }
}
