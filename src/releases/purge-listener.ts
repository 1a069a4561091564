import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices } from '../database/notices.js';
import { HealthService } from '../web/health.service.js';
import { PageCache } from './page-cache.js';
import { RELEASES_CHANNEL } from './release-writing.queries.js';

/** Purges this process's pages when any process publishes, and when it may have missed that one did. */
@Injectable()
export class PurgeListener implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly cache: PageCache,
    private readonly health: HealthService,
  ) {}

  onModuleInit(): void {
    const purge = () => this.cache.purge();
    this.notices.hear(RELEASES_CHANNEL, { onNotice: purge, onGap: purge });
    this.health.add('releases', async () =>
      this.notices.isHearing
        ? { ok: true }
        : { ok: false, detail: 'not listening for newly published releases; pages may be some seconds old' },
    );
  }
}
