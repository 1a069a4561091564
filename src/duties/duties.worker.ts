import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { QueueService } from '../queue/queue.service.js';
import { DutiesService } from './duties.service.js';
import type { DutyDefinition } from './duty.js';
import { NaturalBatch } from './natural-batch.js';

/** How often owed rows are looked over. */
export const SWEEP_MS = 2_000;
/** Whoever made a row due rings for it; only rows that waited this long were not heard. */
const UNHEARD_SECONDS = 1;
const SWEEP_BATCH = 1_000;
/** A row that waits is rung for again this often, not at every sweep: its job may just stand in line. */
const RING_AGAIN_MS = 10_000;

/** Answers the bells, and looks by itself every few seconds for what no bell told. */
@Injectable()
export class DutiesWorker implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger(DutiesWorker.name);
  readonly #batches = new Map<string, NaturalBatch<string>>();
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | undefined;
  #isStopping = false;
  #isTroubled = false;

  constructor(
    private readonly environment: Environment,
    private readonly duties: DutiesService,
    private readonly queue: QueueService,
  ) {}

  onApplicationBootstrap(): void {
    for (const definition of this.duties.definitions())
      this.#batches.set(
        definition.kind,
        new NaturalBatch((ids) => this.#perform(definition, ids), definition.batch, definition.inFlight),
      );
    if (this.environment.role === 'web') return;
    for (const { kind, queue, batch, inFlight = 1 } of this.duties.definitions())
      this.queue.work(queue, ({ id }) => this.perform(kind, id), { concurrency: batch * inFlight });
    this.#schedule();
  }

  async onModuleDestroy(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    await this.#sweeping;
  }

  /** Does one row's duty if it is still owed; many that come at once are claimed and done together. */
  perform(kind: string, id: string): Promise<void> {
    return this.#batches.get(kind)!.add(id);
  }

  /** Lost leases and doubts come back, and what has been due for a while is rung for again. */
  async sweep(): Promise<void> {
    for (const { kind, ready, batch } of this.duties.definitions()) {
      await this.duties.takeBackLost(kind);
      if (ready && !ready()) continue;
      const overdue = await this.duties.overdue(kind, UNHEARD_SECONDS, SWEEP_BATCH);
      if (
        overdue.length === 0 ||
        (await this.duties.ring(kind, overdue, `sweep-${Math.floor(Date.now() / RING_AGAIN_MS)}`))
      )
        continue;
      // The bell itself is broken: what is owed is done all the same.
      await Promise.all(overdue.slice(0, batch * 4).map((id) => this.perform(kind, id)));
    }
  }

  async #perform(definition: DutyDefinition<never>, ids: string[]): Promise<void[]> {
    if (definition.ready?.() === false) return [];
    const leased = await this.duties.claim<never>(definition.kind, { ids: [...new Set(ids)] });
    if (leased.length === 0) return [];
    try {
      await definition.perform(leased);
    } catch (error) {
      const back = await this.duties.retryLater(definition.kind, leased, error);
      this.#logger.error(`${back.length} of ${definition.kind} are put off: ${(error as Error).message}`);
    }
    return [];
  }

  #schedule(): void {
    if (this.#isStopping) return;
    // Several workers that start together should not sweep together for ever.
    this.#timer = setTimeout(
      () => {
        this.#sweeping = this.#sweepOnce().then(() => this.#schedule());
      },
      SWEEP_MS * (0.75 + Math.random() / 2),
    );
  }

  async #sweepOnce(): Promise<void> {
    try {
      await this.sweep();
      this.#isTroubled = false;
    } catch (error) {
      if (!this.#isTroubled)
        this.#logger.error(`Owed work cannot be looked over: ${(error as Error).message}`);
      this.#isTroubled = true;
    }
  }
}
