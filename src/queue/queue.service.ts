import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type ConnectionOptions, Queue, Worker } from 'bullmq';
import { DataSource } from 'typeorm';
import { Environment } from '../config/environment.js';
import type { QueueBackend } from './queue-backend.js';
import { queueBackend } from './queue.connection.js';
import { type JobPayload, jobId, QUEUE_NAMES, type QueueName, type Ring } from './queue.names.js';

/** Longest that whoever rings waits for the queue. */
const ADD_TIMEOUT_MS = 2_000;
/** How often a place that is away is asked again. */
const RETRY_MS = 1_000;
const PREFIX = '{pismo}';
/** The last finished jobs stay to be seen on the queue page. A later ring for the same row has an id of its own. */
const KEPT = { count: 1_000, age: 86_400 };
const JOB = { removeOnComplete: KEPT, removeOnFail: KEPT, attempts: 1 };

export type JobHandler = (payload: JobPayload) => Promise<void>;

/** Doorbells. Losing a ring loses nothing: the row that owes is swept (`duties`). */
@Injectable()
export class QueueService implements OnModuleInit, BeforeApplicationShutdown {
  readonly #logger = new Logger(QueueService.name);
  readonly #backend: QueueBackend;
  readonly #queues = new Map<QueueName, Queue>();
  readonly #workers: Worker[] = [];
  readonly #wanted: (() => void)[] = [];
  #retry: NodeJS.Timeout | undefined;
  #prepared = false;
  #closing = false;
  #down = false;
  #asking = false;

  constructor(environment: Environment, dataSource: DataSource) {
    this.#backend = queueBackend(environment, dataSource);
  }

  get backend(): 'redis' | 'postgres' {
    return this.#backend.kind;
  }

  async onModuleInit(): Promise<void> {
    await this.#prepare();
  }

  /** Rings once for each row. Never throws: false says that the queue is away and the sweep will see to it. */
  async add(name: QueueName, payloads: Ring[]): Promise<boolean> {
    if (payloads.length === 0) return true;
    if (this.#closing || !this.#prepared) return false;
    // While the queue is away one caller finds out when it is back; the others need not wait for it.
    if (this.#down && this.#asking) return false;
    this.#asking = true;
    try {
      const jobs = payloads.map((payload) => ({
        name,
        data: { id: payload.id },
        opts: { ...JOB, jobId: jobId(name, payload), delay: payload.delay },
      }));
      await within(ADD_TIMEOUT_MS, this.#queues.get(name)!.addBulk(jobs));
      this.#tellUp();
      return true;
    } catch (error) {
      this.#tellDown(error as Error);
      return false;
    } finally {
      this.#asking = false;
    }
  }

  /** Starts working on a queue as soon as it can be reached; one handler a queue. */
  work(name: QueueName, handler: JobHandler, { concurrency }: { concurrency: number }): void {
    const start = () => {
      const worker = new Worker<JobPayload>(
        name,
        (job) => handler(job.data),
        {
          connection: this.#backend.consumer as ConnectionOptions,
          prefix: PREFIX,
          concurrency,
          runRetryDelay: RETRY_MS,
          removeOnComplete: { count: 0 },
          removeOnFail: { count: 0 },
        },
        this.#backend.factory as never,
      );
      worker.on('error', (error) => this.#tellDown(error));
      worker.on('failed', (_job, error) => this.#logger.error(`A job of ${name} failed: ${error.message}`));
      this.#workers.push(worker as Worker);
    };
    if (this.#prepared) start();
    else this.#wanted.push(start);
  }

  /** The queues themselves, for the queue page. */
  all(): Queue[] {
    return [...this.#queues.values()];
  }

  /** Whether the queue answers now. */
  async health(): Promise<{ ok: boolean; detail?: string }> {
    try {
      await within(ADD_TIMEOUT_MS, this.#backend.ping());
      if (this.#prepared) this.#tellUp();
      return { ok: this.#prepared, detail: this.#prepared ? undefined : 'being prepared' };
    } catch (error) {
      return {
        ok: false,
        detail: `${this.#backend.kind} does not answer (${(error as Error).message}); work goes on from the database`,
      };
    }
  }

  /** Jobs in hand are finished first. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#retry);
    await Promise.all(this.#workers.map((worker) => worker.close()));
    await Promise.all(this.all().map((queue) => queue.close()));
    await this.#backend.close();
  }

  async #prepare(): Promise<void> {
    try {
      await within(10_000, this.#backend.prepare());
    } catch (error) {
      this.#tellDown(error as Error);
      if (!this.#closing) this.#retry = setTimeout(() => void this.#prepare(), RETRY_MS);
      return;
    }
    for (const name of QUEUE_NAMES) {
      const queue = new Queue(
        name,
        {
          connection: this.#backend.producer as ConnectionOptions,
          prefix: PREFIX,
          skipWaitingForReady: true,
          skipMetasUpdate: true,
          streams: { events: { maxLen: 1_000 } },
        },
        this.#backend.factory as never,
      );
      queue.on('error', (error) => this.#tellDown(error));
      this.#queues.set(name, queue);
    }
    this.#prepared = true;
    for (const start of this.#wanted.splice(0)) start();
  }

  #tellDown(error: Error): void {
    if (this.#down || this.#closing) return;
    this.#down = true;
    this.#logger.warn(
      `The queue (${this.#backend.kind}) is away: ${error.message}. Work goes on from the database.`,
    );
  }

  #tellUp(): void {
    if (!this.#down) return;
    this.#down = false;
    this.#logger.log(`The queue (${this.#backend.kind}) is back.`);
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  // What fails after we stopped waiting is not an unhandled failure.
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
