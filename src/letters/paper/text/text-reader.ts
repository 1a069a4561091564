import { extname } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LimitedThread, type ThreadLimits } from '../../../files/limited-thread.js';
import type { TextEnd, TextQuestion, TextStep } from './text-reading.js';

/** What reading one scan may cost. A page takes about two seconds. */
export class TextLimits implements ThreadLimits {
  milliseconds = 60_000;
  wholeMilliseconds = 10 * 60_000;
  megabytes = 1_500;
}

/** Languages take 200 MB, so the thread goes when nothing was scanned for a while. */
const IDLE_MS = 60_000;

/** Reads the words in scans, one scan at a time. */
@Injectable()
export class TextReader implements OnApplicationShutdown {
  readonly #thread: LimitedThread<TextQuestion, TextStep, TextEnd>;

  constructor(limits: TextLimits) {
    const file = new URL(`./text-reader.worker${extname(import.meta.url)}`, import.meta.url);
    this.#thread = new LimitedThread(file, limits, IDLE_MS);
  }

  read(question: TextQuestion, take: (step: TextStep) => Promise<void>): Promise<TextEnd> {
    return this.#thread.ask(question, take);
  }

  onApplicationShutdown(): Promise<void> {
    return this.#thread.close();
  }
}
