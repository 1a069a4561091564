import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { InboundService } from '../../../letters/inbound/inbound.service.js';
import { Sender } from '../../../mail/sender.js';
import { HealthService } from '../../../web/health.service.js';
import { MetricsService } from '../../../web/metrics.service.js';
import { MailboxPuller } from './mailbox-puller.js';

/** What is in hand when the program stops is finished for so long. */
const FINISH_MS = 10_000;

/** Pulls letters from the mailboxes of `IMAP_URLS`, in processes that do background work. */
@Injectable()
export class Mailboxes implements OnApplicationBootstrap, OnModuleDestroy {
  #pullers: MailboxPuller[] = [];

  constructor(
    private readonly environment: Environment,
    private readonly sender: Sender,
    private readonly inbound: InboundService,
    private readonly health: HealthService,
    private readonly metrics: MetricsService,
  ) {}

  onApplicationBootstrap(): void {
    const { mailboxes, role } = this.environment;
    if (mailboxes.length === 0 || role === 'web') return;
    const addresses = { own: this.sender.own, mailbox: this.sender.address };
    this.#pullers = mailboxes.map((mailbox) => new MailboxPuller(mailbox, this.inbound, addresses));
    this.health.add('mailboxes', async () => this.#health());
    const label = ['mailbox'];
    this.metrics.gauge('pismo_mailbox_connected', 'Whether a mailbox can be read', label, async (gauge) => {
      for (const { name, isConnected } of this.#states()) gauge.set({ mailbox: name }, Number(isConnected));
    });
    this.metrics.gauge('pismo_mailbox_waiting', 'Mails that wait in a mailbox', label, async (gauge) => {
      for (const { name, waiting } of this.#states()) gauge.set({ mailbox: name }, waiting ?? 0);
    });
    for (const puller of this.#pullers) puller.start();
  }

  async onModuleDestroy(): Promise<void> {
    const late = new Promise((resolve) => setTimeout(resolve, FINISH_MS).unref());
    await Promise.race([Promise.all(this.#pullers.map((puller) => puller.stop())), late]);
  }

  #states() {
    return this.#pullers.map(({ state }) => state);
  }

  #health() {
    const troubled = this.#states().filter(({ trouble }) => trouble !== undefined);
    return troubled.length === 0
      ? { ok: true }
      : { ok: false, detail: troubled.map(({ name, trouble }) => `${name}: ${trouble}`).join('; ') };
  }
}
