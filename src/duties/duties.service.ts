import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Sql } from '../database/rows.js';
import { QUEUE_NAMES, type QueueName } from '../queue/queue.names.js';
import { QueueService } from '../queue/queue.service.js';
import {
  claimDuties,
  countDuties,
  doubtDuties,
  endDuties,
  overdueKeys,
  retryFailed,
  returnDuties,
  returnLost,
} from './duties.queries.js';
import type { DutyCounts, DutyDefinition, Leased } from './duty.js';
import { dutyTable, type DutyTable } from './identifiers.js';

type Held = Pick<Leased, 'key' | 'token'>;
type Kind = DutyDefinition<never> & { queue: QueueName; sql: DutyTable };

/** Most jobs that one ring adds in one go. */
const RING_BATCH = 1_000;

/**
 * The one mechanism for what is owed: rows are leased, done, put back or given up. Every change is conditional on
 * the lease's token, so that whoever lost a row cannot decide about it any more.
 */
@Injectable()
export class DutiesService {
  readonly #logger = new Logger(DutiesService.name);
  readonly #kinds = new Map<string, Kind>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: QueueService,
  ) {}

  /** Says who does a kind of duty; called while the program starts. */
  register<Row extends object>(definition: DutyDefinition<Row>): void {
    const { kind } = definition;
    const queue = definition.queue ?? QUEUE_NAMES.find((name) => name === kind);
    if (queue === undefined)
      throw new Error(`"${kind}" has no queue: add it to QUEUE_NAMES, or name one that is there.`);
    if (this.#kinds.has(kind))
      throw new Error(`Two handlers want to do "${kind}": remove one, or name it otherwise.`);
    const rival = this.definitions().find((other) => other.queue === queue);
    if (rival)
      throw new Error(
        `"${kind}" and "${rival.kind}" share the queue "${queue}": give one a queue of its own.`,
      );
    if (typeof definition.perform !== 'function')
      throw new Error(`Nobody does "${kind}": give its definition a perform function.`);
    this.#kinds.set(kind, { ...definition, queue, sql: dutyTable(definition) } as unknown as Kind);
  }

  /** Stops the start when a queue has nobody to answer it. */
  refuseUnhandled(): void {
    const handled = this.definitions().map(({ queue }) => queue);
    const missing = QUEUE_NAMES.filter((name) => !handled.includes(name));
    if (missing.length > 0)
      throw new Error(
        `Nobody answers the queue ${missing.join(', ')}: register a duty for it, or remove it from QUEUE_NAMES.`,
      );
  }

  definitions(): (DutyDefinition<never> & { queue: QueueName })[] {
    return [...this.#kinds.values()];
  }

  /** Takes due rows, by their ids or the oldest first. */
  async claim<Row>(kind: string, which: { ids: string[] } | { limit: number }): Promise<Leased<Row>[]> {
    const { sql, leaseSeconds } = this.#kind(kind);
    const ids = 'ids' in which ? which.ids : undefined;
    const limit = 'limit' in which ? which.limit : which.ids.length;
    if (limit === 0) return [];
    return claimDuties<Row>(this.dataSource, sql, { leaseSeconds, limit, ids });
  }

  /** Ends rows well, in the given state; gives those that were still ours, the rest is somebody else's by now. */
  done<T extends Held>(
    kind: string,
    leased: T | T[],
    state: string,
    tx: Sql = this.dataSource,
  ): Promise<T[]> {
    return this.#stillHeld(leased, (held) => endDuties(tx, this.#kind(kind).sql, held, state));
  }

  /** Commits that from here on nobody may know how it ended. */
  inDoubt<T extends Held>(kind: string, leased: T | T[], tx: Sql = this.dataSource): Promise<T[]> {
    const { sql, inDoubtSeconds } = this.#kind(kind);
    if (inDoubtSeconds === undefined)
      throw new Error(`"${kind}" has no doubt: give its definition inDoubtSeconds.`);
    return this.#stillHeld(leased, (held) => doubtDuties(tx, sql, held, inDoubtSeconds));
  }

  /** Puts rows back for later. With `afterSeconds` the attempt does not count, since the fault was not theirs. */
  retryLater<T extends Held>(
    kind: string,
    leased: T | T[],
    error: unknown,
    { afterSeconds, tx = this.dataSource }: { afterSeconds?: number; tx?: Sql } = {},
  ): Promise<T[]> {
    const { sql, firstRetrySeconds = 5, mostRetrySeconds = 3_600, maxAttempts } = this.#kind(kind);
    const backoff = { firstSeconds: firstRetrySeconds, mostSeconds: mostRetrySeconds, maxAttempts };
    return this.#stillHeld(leased, (held) =>
      returnDuties(tx, sql, held, sentence(error), backoff, afterSeconds),
    );
  }

  /** Gives rows up until a person looks at them. */
  fail<T extends Held>(
    kind: string,
    leased: T | T[],
    error: unknown,
    tx: Sql = this.dataSource,
  ): Promise<T[]> {
    return this.#stillHeld(leased, (held) =>
      endDuties(tx, this.#kind(kind).sql, held, 'failed', sentence(error)),
    );
  }

  /** A person's button: true when the row had failed and is due again. */
  async retryByHand(kind: string, key: string): Promise<boolean> {
    const isBack = await retryFailed(this.dataSource, this.#kind(kind).sql, key);
    if (isBack) await this.ring(kind, [key], `by-hand-${Date.now()}`);
    return isBack;
  }

  /**
   * Rings for rows that became due; call it after COMMIT. `again` tells a later ring for the same rows from the
   * first, whose job the queue still keeps; `delay` (milliseconds) is for rows that become due only then. False: the queue is away, and the sweep will find them.
   */
  async ring(kind: string, ids: string[], again?: string, delay?: number): Promise<boolean> {
    const queue = this.#kinds.get(kind)?.queue ?? QUEUE_NAMES.find((name) => name === kind);
    if (queue === undefined)
      throw new Error(`Nobody knows the duty "${kind}": register it, or correct its name.`);
    let isHeard = true;
    for (let start = 0; start < ids.length; start += RING_BATCH)
      isHeard =
        (await this.queue.add(
          queue as QueueName,
          ids.slice(start, start + RING_BATCH).map((id) => ({ id, ring: again, delay })),
        )) && isHeard;
    return isHeard;
  }

  /** Takes back what was lost or stayed in doubt too long; gives the number of rows. */
  async takeBackLost(kind: string, limit = 1_000): Promise<number> {
    const { sql, maxAttempts } = this.#kind(kind);
    const count = await returnLost(this.dataSource, sql, maxAttempts, limit);
    if (count > 0)
      this.#logger.warn(`${count} of ${kind} were taken back: their worker was lost or the end is unknown.`);
    return count;
  }

  /** Rows that have been due for at least `seconds`, oldest first. */
  overdue(kind: string, seconds: number, limit: number): Promise<string[]> {
    return overdueKeys(this.dataSource, this.#kind(kind).sql, seconds, limit);
  }

  counts(kind: string): Promise<DutyCounts> {
    return countDuties(this.dataSource, this.#kind(kind).sql);
  }

  async #stillHeld<T extends Held>(leased: T | T[], update: (held: T[]) => Promise<string[]>): Promise<T[]> {
    const held = Array.isArray(leased) ? leased : [leased];
    const changed = new Set(await update(held));
    return held.filter(({ key }) => changed.has(key));
  }

  #kind(kind: string): Kind {
    const found = this.#kinds.get(kind);
    if (!found) throw new Error(`Nobody knows the duty "${kind}": register it, or correct its name.`);
    return found;
  }
}

/** What went wrong, in one line that fits a page. */
function sentence(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 500);
}
