import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { eraseDiscarded } from './discarded.queries.js';
import { DISCARDED_KEPT_DAYS } from './discarded.js';

const EVERY_MS = 60 * 60 * 1000;
const BATCH = 100;

/** Erases, hour by hour, what was thrown away long ago: nobody keeps words that nobody wanted. */
@Injectable()
export class DiscardedReleases implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Logger(DiscardedReleases.name);
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
  ) {}

  onApplicationBootstrap(): void {
    if (this.environment.role === 'web') return;
    this.#timer = setInterval(
      () =>
        void this.erase().catch((error: Error) =>
          this.#log.error(`Discarded releases were not erased: ${error.message}`),
        ),
      EVERY_MS,
    ).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** One pass; answers how many went, which the log tells too, for nothing else remembers them. */
  async erase(): Promise<number> {
    for (let erased = 0; ;) {
      const batch = await this.dataSource.transaction((tx) => eraseDiscarded(tx, DISCARDED_KEPT_DAYS, BATCH));
      erased += batch;
      if (batch === BATCH) continue;
      if (erased > 0)
        this.#log.log(`Discarded releases erased after ${DISCARDED_KEPT_DAYS} days: ${erased}.`);
      return erased;
    }
  }
}
