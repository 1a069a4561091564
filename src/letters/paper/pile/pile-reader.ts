import { extname } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LimitedThread, type ThreadLimits } from '../../../files/limited-thread.js';
import type { PileEnd, PileStep } from './pile-reading.js';

/** What one pile may cost. Five hundred scanned pages take about two minutes. */
export class PileLimits implements ThreadLimits {
  milliseconds = 30_000;
  wholeMilliseconds = 8 * 60_000;
  megabytes = 1_500;
}

const IDLE_MS = 60_000;

/** Draws piles and parts them into envelopes, in a thread with limits. */
@Injectable()
export class PileReader implements OnApplicationShutdown {
  readonly #thread: LimitedThread<{ path: string }, PileStep, PileEnd>;

  constructor(limits: PileLimits) {
    // Compiled it is JavaScript, in tests the source itself.
    const file = new URL(`./pile-reader.worker${extname(import.meta.url)}`, import.meta.url);
    this.#thread = new LimitedThread(file, limits, IDLE_MS);
  }

  read(path: string, take: (step: PileStep) => Promise<void>): Promise<PileEnd> {
    return this.#thread.ask({ path }, take);
  }

  onApplicationShutdown(): Promise<void> {
    return this.#thread.close();
  }
}
