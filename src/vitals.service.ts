import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from './database/rows.js';
import { DutiesService } from './duties/duties.service.js';
import { FilesService } from './files/files.service.js';
import { MailServer } from './mail/mail-server.js';
import { QueueService } from './queue/queue.service.js';
import { HealthService } from './web/health.service.js';
import { MetricsService } from './web/metrics.service.js';

/** How the parts below the floor of health and metrics are: each says so itself, here it is asked. */
@Injectable()
export class VitalsService implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly health: HealthService,
    private readonly metrics: MetricsService,
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly queue: QueueService,
    private readonly duties: DutiesService,
    private readonly mail: MailServer,
  ) {}

  onModuleInit(): void {
    this.health.add('database', () => this.database(), { essential: true });
    this.health.add('disk', () => this.disk(), { essential: true });
    this.health.add('queue', () => this.queue.health());
    this.health.add('mail', async () => this.mail.health());
    this.health.add('duties', () => this.waiting());
    this.measure();
  }

  onApplicationBootstrap(): void {
    this.duties.refuseUnhandled();
  }

  /** A standby answers too, but nothing can be received into it. */
  private async database() {
    const [answer] = await rows<{ standby: boolean }>(
      this.dataSource,
      'SELECT pg_is_in_recovery() AS standby',
    );
    return answer!.standby ? { ok: false, detail: 'this is a standby: it takes no letters' } : { ok: true };
  }

  private async disk() {
    return (await this.files.diskIsLow())
      ? { ok: false, detail: 'little room is left: letters are refused before one is half kept; make room' }
      : { ok: true };
  }

  private async waiting() {
    const late = (await this.counts()).filter(({ counts }) => counts.lagSeconds > 300 || counts.failed > 0);
    const detail = late
      .map(
        ({ kind, counts }) =>
          `${kind}: ${counts.due} due, the oldest for ${Math.round(counts.lagSeconds)} s, ${counts.failed} failed`,
      )
      .join('; ');
    return late.length === 0 ? { ok: true } : { ok: false, detail };
  }

  private measure(): void {
    this.metrics.gauge(
      'pismo_duty_rows',
      'Owed rows by kind and state, counted up to 10,000',
      ['kind', 'state'],
      async (gauge) => {
        for (const { kind, counts } of await this.counts()) {
          gauge.set({ kind, state: 'due' }, counts.due);
          gauge.set({ kind, state: 'in_doubt' }, counts.inDoubt);
          gauge.set({ kind, state: 'failed' }, counts.failed);
        }
      },
    );
    this.metrics.gauge(
      'pismo_duty_oldest_due_seconds',
      'Age of the oldest owed row that is due',
      ['kind'],
      async (gauge) => {
        for (const { kind, counts } of await this.counts()) gauge.set({ kind }, counts.lagSeconds);
      },
    );
    this.metrics.gauge('pismo_disk_free_bytes', 'Free room where attachments are kept', [], async (gauge) => {
      gauge.set(await this.files.freeBytes());
    });
  }

  private counts() {
    return Promise.all(
      this.duties.definitions().map(async ({ kind }) => ({ kind, counts: await this.duties.counts(kind) })),
    );
  }
}
