import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../../duties/duties.service.js';
import type { Leased } from '../../duties/duty.js';
import { PageCache } from '../page-cache.js';
import { fingerprintOf } from './content.js';
import { makePublic } from './make-public.js';
import { lockDeskRow } from './newsroom.queries.js';
import type { PublishingRow } from './publishing.queries.js';
import { PUBLISHING } from './steps.service.js';

/** Publishes at the minute that a second officer approved. */
@Injectable()
export class ScheduledReleases implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly cache: PageCache,
  ) {}

  onModuleInit(): void {
    this.duties.register<PublishingRow>({
      kind: PUBLISHING,
      table: 'release_publishing',
      key: 'id',
      batch: 1,
      leaseSeconds: 60,
      maxAttempts: 20,
      firstRetrySeconds: 1,
      mostRetrySeconds: 60,
      perform: async (leased) => {
        for (const each of leased) await this.publish(each);
      },
    });
  }

  /** Only what was approved goes out, and only once: row, release and event change in one transaction under the lease. */
  private async publish(leased: Leased<PublishingRow>): Promise<void> {
    const { row } = leased;
    await this.dataSource.transaction(async (tx) => {
      const desk = await lockDeskRow(tx, row.release_id);
      const isApproved =
        desk?.state === 'scheduled' &&
        desk.draft !== null &&
        fingerprintOf(desk.draft.content) === row.fingerprint;
      const held = await this.duties.done(PUBLISHING, leased, isApproved ? 'done' : 'cancelled', tx);
      if (held.length > 0 && isApproved) await makePublic(tx, desk, { at: row.goes_out_at });
    });
    this.cache.purge();
  }
}
