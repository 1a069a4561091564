import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { HealthService } from '../web/health.service.js';
import { PageCache } from './page-cache.js';
import { HEARTBEAT, LISTEN } from './release-writing.queries.js';

const FIRST_WAIT = 100;
const LONGEST_WAIT = 5_000;
/** How often the connection is asked whether it still lives: a line cut in silence would leave old pages standing. */
const HEARTBEAT_EVERY = 20_000;

/** Purges this process's pages when any process publishes. Listens on a connection of its own, outside the pool. */
@Injectable()
export class PurgeListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PurgeListener.name);
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly cache: PageCache,
    health: HealthService,
  ) {
    health.add('releases', async () =>
      this.client === undefined
        ? { ok: false, detail: 'not listening for newly published releases; pages may be some seconds old' }
        : { ok: true },
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: (this.dataSource.options as { url?: string }).url,
      application_name: 'pismo releases',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client.on('notification', () => this.cache.purge());
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(LISTEN);
    } catch {
      void client.end().catch(() => undefined);
      this.retry();
      return;
    }
    if (this.stopped) return void client.end().catch(() => undefined);
    this.client = client;
    this.failures = 0;
    // Whatever was published while nobody listened went unheard.
    this.cache.purge();
    this.beat(client);
  }

  private beat(client: pg.Client): void {
    this.timer = setTimeout(() => {
      client.query(HEARTBEAT).then(
        () => this.client === client && this.beat(client),
        () => this.lost(client),
      );
    }, HEARTBEAT_EVERY).unref();
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    void client.end().catch(() => undefined);
    this.retry();
  }

  private retry(): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    if (this.failures === 0)
      this.logger.warn('Lost the connection that listens for published releases; connecting again.');
    const wait = Math.min(FIRST_WAIT * 2 ** this.failures, LONGEST_WAIT);
    this.failures += 1;
    this.timer = setTimeout(() => void this.listen(), wait).unref();
  }
}
