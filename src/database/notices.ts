import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { rows, type Sql } from './rows.js';

const FIRST_WAIT = 100;
const LONGEST_WAIT = 5_000;
/** How often the connection is asked whether it still lives: a line cut in silence would tell nothing more. */
const HEARTBEAT_EVERY = 20_000;

export interface Hearing {
  /** What another process, or this one, told with {@link tell}. */
  onNotice(text: string): void;
  /** The connection begins, or began again: whatever was told before went unheard. */
  onGap(): void;
}

/** Tells every process that hears this channel, this one too, when the transaction commits. At most 7,900 bytes. */
export async function tell(tx: Sql, channel: string, text: string): Promise<void> {
  await rows(tx, 'SELECT pg_notify($1, $2)', [channel, text]);
}

/**
 * What processes tell each other through PostgreSQL (NOTIFY), heard on one connection outside the pool. A notice is
 * a hint that something is worth looking at and may be lost: nothing that is owed may depend on one.
 */
@Injectable()
export class Notices implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Logger(Notices.name);
  readonly #hearings = new Map<string, Hearing>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #isStopped = false;

  constructor(private readonly dataSource: DataSource) {}

  /** Begins to hear a channel (a plain name); called while the program starts. */
  hear(channel: string, hearing: Hearing): void {
    if (this.#hearings.has(channel))
      throw new Error(`Two rooms hear the channel "${channel}": name one otherwise.`);
    this.#hearings.set(channel, hearing);
  }

  get isHearing(): boolean {
    return this.#client !== undefined;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.#hearings.size > 0) await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: (this.dataSource.options as { url?: string }).url,
      application_name: 'pismo notices',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => this.#hearings.get(channel)?.onNotice(payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      for (const channel of this.#hearings.keys())
        await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    } catch {
      void client.end().catch(() => undefined);
      this.retry();
      return;
    }
    if (this.#isStopped) return void client.end().catch(() => undefined);
    this.#client = client;
    this.#failures = 0;
    for (const hearing of this.#hearings.values()) hearing.onGap();
    this.beat(client);
  }

  private beat(client: pg.Client): void {
    this.#timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => this.#client === client && this.beat(client),
        () => this.lost(client),
      );
    }, HEARTBEAT_EVERY).unref();
  }

  private lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    void client.end().catch(() => undefined);
    this.retry();
  }

  private retry(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    if (this.#failures === 0)
      this.#log.warn('Lost the connection that hears what other processes tell; connecting again.');
    const wait = Math.min(FIRST_WAIT * 2 ** this.#failures, LONGEST_WAIT);
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.listen(), wait).unref();
  }
}
