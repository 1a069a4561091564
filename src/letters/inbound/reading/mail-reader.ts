import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { MailUnreadable } from './mail-unreadable.js';
import type { MailAnswer } from './mail-reader.worker.js';
import type { ReadMail } from './read-mail.js';

/** What one mail may cost. A mail of 30 MB takes about a second and a half. */
export class ReadingLimits {
  milliseconds = 15_000;
  /** Of the thread's heap; contents of files lie outside it and are as large as the mail. */
  megabytes = 256;
}

/** Reads mails one at a time in a thread of its own, which is ended when it takes too long or too much. */
@Injectable()
export class MailReader implements OnApplicationShutdown {
  #thread: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits: ReadingLimits) {}

  /** What the file says. Throws {@link MailUnreadable}, and anything else only when the file cannot be read. */
  read(path: string): Promise<ReadMail> {
    const reading = this.#last.then(() => this.#read(path));
    this.#last = reading.catch(() => undefined);
    return reading;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#last;
    await this.#end();
  }

  async #read(path: string): Promise<ReadMail> {
    const thread = (this.#thread ??= this.#begin());
    let timer: NodeJS.Timeout | undefined;
    let stop = () => {};
    try {
      const told = await new Promise<MailAnswer>((resolve, reject) => {
        const failed = (error: NodeJS.ErrnoException) =>
          reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new MailUnreadable('memory') : error);
        const ended = () => reject(new Error('The thread that reads mails ended by itself.'));
        timer = setTimeout(() => reject(new MailUnreadable('time')), this.limits.milliseconds);
        thread.on('message', resolve).on('error', failed).on('exit', ended);
        stop = () => void thread.off('message', resolve).off('error', failed).off('exit', ended);
        thread.postMessage(path);
      });
      if ('mail' in told) return told.mail;
      throw 'why' in told ? new MailUnreadable(told.why) : new Error(told.failure);
    } catch (error) {
      // After a mail that was merely unreadable the thread is as good as before.
      if (!(error instanceof MailUnreadable) || error.why === 'time' || error.why === 'memory')
        await this.#end();
      throw error;
    } finally {
      clearTimeout(timer);
      stop();
    }
  }

  #begin(): Worker {
    // Compiled it is JavaScript, in tests the source itself.
    const file = new URL(`./mail-reader.worker${extname(import.meta.url)}`, import.meta.url);
    const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes } });
    thread.unref();
    // A thread that fails between two mails is begun anew by the next.
    thread.on('error', () => (this.#thread = undefined));
    return thread;
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }
}
