import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { readEnvironment } from '../../src/config/environment.js';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { DutiesService } from '../../src/duties/duties.service.js';
import { DutiesWorker } from '../../src/duties/duties.worker.js';
import type { DutyDefinition } from '../../src/duties/duty.js';
import { QueueService } from '../../src/queue/queue.service.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

export interface Chore {
  id: string;
  state: string;
  attempts: number;
  resends: number;
  last_error: string | null;
  lease_token: string | null;
  in_doubt_at: Date | null;
  wait: number | null;
}

export interface Office {
  dataSource: DataSource;
  queue: QueueService;
  duties: DutiesService;
  worker: DutiesWorker;
  stop(): Promise<void>;
}

/** A database with a table of chores that are owed, and as many processes on it as a test wants. */
export class ChoreTable {
  private readonly offices: Office[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly sql: DataSource,
  ) {}

  static async create(): Promise<ChoreTable> {
    const database = await testDatabase();
    const sql = await new DataSource(dataSourceOptions(database.url, 4)).initialize();
    await sql.query(`CREATE TABLE chore (
      id uuid PRIMARY KEY DEFAULT uuidv7(), state text NOT NULL DEFAULT 'pending', due_at timestamptz,
      attempts int NOT NULL DEFAULT 0, lease_token bigint, leased_until timestamptz, last_error text,
      in_doubt_at timestamptz, resends int NOT NULL DEFAULT 0, created_at timestamptz NOT NULL DEFAULT now())`);
    return new ChoreTable(database, sql);
  }

  /** One more process; `start` also lets it answer bells and sweep. */
  async office(definition: Partial<DutyDefinition<Chore>>, { start = false } = {}): Promise<Office> {
    const dataSource = await new DataSource(dataSourceOptions(this.database.url, 8)).initialize();
    const environment = readEnvironment({});
    const queue = new QueueService(environment, dataSource);
    await queue.onModuleInit();
    const duties = new DutiesService(dataSource, queue);
    duties.register<Chore>({
      kind: 'chore',
      queue: 'email',
      table: 'chore',
      key: 'id',
      batch: 10,
      leaseSeconds: 30,
      maxAttempts: 3,
      inDoubtSeconds: 30,
      perform: async () => {},
      ...definition,
    });
    const worker = new DutiesWorker(environment, duties, queue);
    if (start) worker.onApplicationBootstrap();
    let isStopped = false;
    const office: Office = {
      dataSource,
      queue,
      duties,
      worker,
      stop: async () => {
        if (isStopped) return;
        isStopped = true;
        await worker.onModuleDestroy();
        await queue.beforeApplicationShutdown();
        await dataSource.destroy();
      },
    };
    this.offices.push(office);
    return office;
  }

  async owe(count = 1, due = 'now()'): Promise<string[]> {
    const made = (await this.sql.query(
      `INSERT INTO chore (due_at) SELECT ${due} FROM generate_series(1, $1) RETURNING id`,
      [count],
    )) as { id: string }[];
    return made.map(({ id }) => id);
  }

  /** The rows now; `wait` is seconds until due. */
  async rows(): Promise<Chore[]> {
    return this.sql.query(
      `SELECT *, extract(epoch FROM due_at - now())::float8 AS wait FROM chore ORDER BY id`,
    );
  }

  async expireLeases(): Promise<void> {
    await this.sql.query(
      `UPDATE chore SET leased_until = now() - interval '1 second' WHERE leased_until IS NOT NULL`,
    );
  }

  async drop(): Promise<void> {
    for (const office of this.offices) await office.stop();
    await this.sql.destroy();
    await this.database.drop();
  }
}

export async function until(condition: () => boolean | Promise<boolean>, what: string, ms = 15_000) {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) if (await condition()) return;
  throw new Error(`Waited in vain: ${what}.`);
}
