import { extname } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { GivenUp, LimitedThread, type ThreadLimits } from '../../../files/limited-thread.js';
import { MailUnreadable } from './mail-unreadable.js';
import type { MailAnswer } from './mail-reader.worker.js';
import type { ReadMail } from './read-mail.js';

/** What one mail may cost. A mail of 30 MB takes about a second and a half. */
export class ReadingLimits implements ThreadLimits {
  milliseconds = 15_000;
  wholeMilliseconds = 15_000;
  megabytes = 1_000;
  /** Contents of files lie outside the heap and are as large as the mail. */
  heapMegabytes = 256;
}

const IDLE_MS = 60_000;

/** Reads mails one at a time in a thread with limits. */
@Injectable()
export class MailReader implements OnApplicationShutdown {
  readonly #thread: LimitedThread<{ path: string }, never, MailAnswer>;

  constructor(limits: ReadingLimits) {
    // Compiled it is JavaScript, in tests the source itself.
    const file = new URL(`./mail-reader.worker${extname(import.meta.url)}`, import.meta.url);
    this.#thread = new LimitedThread(file, limits, IDLE_MS);
  }

  /** What the file says. Throws {@link MailUnreadable}, and anything else only when the file cannot be read. */
  async read(path: string): Promise<ReadMail> {
    const told = await this.#thread.ask({ path }).catch((error: Error) => {
      throw error instanceof GivenUp ? new MailUnreadable(error.why) : error;
    });
    if ('why' in told) throw new MailUnreadable(told.why);
    return told.mail;
  }

  onApplicationShutdown(): Promise<void> {
    return this.#thread.close();
  }
}
