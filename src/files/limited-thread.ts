import { Worker } from 'node:worker_threads';

/** Why a file was given up while it was read. */
export type GivenUpFor = 'time' | 'memory';

export class GivenUp extends Error {
  constructor(readonly why: GivenUpFor) {
    super(`Reading was given up: ${why}.`);
    this.name = 'GivenUp';
  }
}

export interface ThreadLimits {
  /** Between two signs of life. */
  milliseconds: number;
  /** Of the whole reading. */
  wholeMilliseconds: number;
  /** By which the program may grow while the thread reads; what WebAssembly takes is outside the thread's own heap. */
  megabytes: number;
  /** Of the thread's own heap, where that is less. */
  heapMegabytes?: number;
}

const takesNone = () => Promise.resolve();
const LOOK_AGAIN_MS = 500;
const MEGABYTE = 1024 * 1024;

/** What a thread says: something on the way, or its end. */
export type Said<Step, End> = { step: Step } | { end: End } | { failure: string };

/**
 * Has a stranger's file read in a thread of its own, which is ended when it takes too long or too much and, after some
 * idle time, when nobody asks any more. One file at a time.
 */
export class LimitedThread<Question, Step, End> {
  #thread: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly file: URL,
    private readonly limits: ThreadLimits,
    private readonly idleMilliseconds: number,
  ) {}

  /**
   * Asks, hands each step on as it comes, and gives the end. Throws {@link GivenUp}, or another error when the thread
   * failed for a reason of its own.
   */
  ask(question: Question, take: (step: Step) => Promise<void> = takesNone): Promise<End> {
    const asking = this.#last.then(() => this.#ask(question, take));
    this.#last = asking.catch(() => undefined);
    return asking;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#end();
  }

  async #ask(question: Question, take: (step: Step) => Promise<void>): Promise<End> {
    clearTimeout(this.#idle);
    const thread = (this.#thread ??= this.#begin());
    const timers: NodeJS.Timeout[] = [];
    let forget = () => {};
    try {
      return await new Promise<End>((resolve, reject) => {
        const giveUp = (why: GivenUpFor) => reject(new GivenUp(why));
        const failed = (error: NodeJS.ErrnoException) =>
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? giveUp('memory') : reject(error);
        const ended = () => reject(new Error('The thread that reads files ended by itself.'));
        let silent = setTimeout(() => giveUp('time'), this.limits.milliseconds);
        const before = process.memoryUsage.rss();
        const watch = setInterval(() => {
          if (process.memoryUsage.rss() - before > this.limits.megabytes * MEGABYTE) giveUp('memory');
        }, LOOK_AGAIN_MS);
        timers.push(
          watch,
          setTimeout(() => giveUp('time'), this.limits.wholeMilliseconds),
        );
        const heard = (said: Said<Step, End>) => {
          clearTimeout(silent);
          if ('end' in said) return resolve(said.end);
          if ('failure' in said) return reject(new Error(said.failure));
          // The thread goes on when the step is taken, so that it cannot run ahead of the disk.
          take(said.step).then(() => {
            silent = setTimeout(() => giveUp('time'), this.limits.milliseconds);
            timers.push(silent);
            thread.postMessage('go on');
          }, reject);
        };
        timers.push(silent);
        thread.on('message', heard).on('error', failed).on('exit', ended);
        forget = () => void thread.off('message', heard).off('error', failed).off('exit', ended);
        thread.postMessage({ question });
      });
    } catch (error) {
      await this.#end();
      throw error;
    } finally {
      for (const timer of timers) clearTimeout(timer);
      forget();
      this.#idle = setTimeout(() => void this.#end(), this.idleMilliseconds).unref();
    }
  }

  #begin(): Worker {
    const thread = new Worker(this.file, {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.heapMegabytes ?? this.limits.megabytes },
      // Libraries compiled from C warn on their own; what they find is no line of our log.
      stderr: true,
      stdout: true,
    });
    thread.unref();
    thread.on('error', () => (this.#thread = undefined));
    return thread;
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle);
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }
}
