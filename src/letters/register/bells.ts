import { Injectable } from '@nestjs/common';
import { DutiesService } from '../../duties/duties.service.js';
import type { QueueName } from '../../queue/queue.names.js';

/** Ids kept while the queue is slow; what is beyond them the duties' sweep finds. */
const MOST_KEPT = 10_000;
const AT_ONCE = 1_000;

/**
 * Rings for what became due without making the sequencer wait for the queue: numbers go on however slow or away
 * the queue is, and what gathers meanwhile goes together.
 */
@Injectable()
export class Bells {
  readonly #waiting = new Map<QueueName, string[]>();
  readonly #ringing = new Map<QueueName, Promise<void>>();

  constructor(private readonly duties: DutiesService) {}

  ring(kind: QueueName, ids: string[]): void {
    if (ids.length === 0) return;
    const waiting = this.#waiting.get(kind) ?? [];
    waiting.push(...ids.slice(0, MOST_KEPT - waiting.length));
    this.#waiting.set(kind, waiting);
    if (!this.#ringing.has(kind)) this.#ringing.set(kind, this.ringWaiting(kind, waiting));
  }

  /** Resolves when everything rung for so far has been handed to the queue. */
  async quiet(): Promise<void> {
    await Promise.all(this.#ringing.values());
  }

  private async ringWaiting(kind: QueueName, waiting: string[]): Promise<void> {
    while (waiting.length > 0) await this.duties.ring(kind, waiting.splice(0, AT_ONCE));
    this.#ringing.delete(kind);
  }
}
