import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type FetchMessageObject, ImapFlow } from 'imapflow';
import { isOnThisMachine, type Mailbox } from '../../../config/mailbox-url.js';
import { FileRefused } from '../../../files/file-refused.js';
import type { InboundService } from '../../../letters/inbound/inbound.service.js';
import { ENVELOPE_FIELDS, mailboxEnvelope } from './mailbox-envelope.js';

/** Mails that are asked for, and moved, together. */
const BATCH = 50;
/** The mailbox is looked at so often even when its server says nothing. */
const POLL_MS = 60_000;
const FIRST_RETRY_MS = 1_000;
const BROKEN = 'the server closed the connection';
const MOST_RETRY_MS = 5 * 60_000;

/** What people are told about a mailbox. */
export interface MailboxState {
  name: string;
  isConnected: boolean;
  /** Mails that wait in the mailbox; undefined before the first look. */
  waiting: number | undefined;
  /** Mails that are too big or empty, put into a folder of their own for a person. */
  refused: number;
  /** Why it is not connected, or what a person must look at. */
  trouble: string | undefined;
}

/**
 * Takes the mails out of one mailbox: each is kept first, and moved to another folder only then, so that it is never
 * deleted, and that whatever breaks in between leaves it where it was. Whoever takes it again, this process or another
 * one, finds its bytes kept already. Nothing is remembered of the mailbox, so no renumbering of it can mislead us.
 */
export class MailboxPuller {
  readonly #log = new Logger(MailboxPuller.name);
  readonly #stopping = new AbortController();
  readonly state: MailboxState;
  #failures = 0;
  #client: ImapFlow | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly mailbox: Mailbox,
    private readonly inbound: InboundService,
    private readonly addresses: { own: readonly string[]; mailbox: string },
  ) {
    this.state = {
      ...{ name: mailbox.name, isConnected: false, waiting: undefined, refused: 0 },
      trouble: 'not connected yet',
    };
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Resolves when the mail in hand is dealt with; a server that does not answer is not waited for. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    if (!this.state.isConnected) this.#client?.close();
    await this.#running;
  }

  /** Connects again and again, each time later, until it is stopped. */
  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const client = (this.#client = this.#newClient());
      try {
        await client.connect();
        await this.#serve(client);
      } catch (error) {
        this.#tellTrouble(error as Error & { responseText?: string });
      } finally {
        this.state.isConnected = false;
        client.close();
      }
      const delay = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, MOST_RETRY_MS);
      this.#failures += 1;
      await sleep(delay * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => {});
    }
  }

  #newClient(): ImapFlow {
    const { host, port, secure, user, password } = this.mailbox;
    const client = new ImapFlow({
      ...{ host: host.replace(/^\[|\]$/g, ''), port, secure, auth: { user, pass: password }, logger: false },
      ...(!secure && !isOnThisMachine(host) && { doSTARTTLS: true }),
      ...{ autoIdleDelay: 1_000, connectionTimeout: 30_000, socketTimeout: 3 * POLL_MS },
    });
    // What broke is told by the command that fails, or by the close that follows.
    client.on('error', () => {});
    return client;
  }

  /** Takes out what is there and what arrives, until the connection ends or the program stops. */
  async #serve(client: ImapFlow): Promise<void> {
    const { folder, done } = this.mailbox;
    await client.mailboxCreate(done);
    await client.mailboxCreate(refusedFolder(done));
    await client.mailboxOpen(folder);
    for (;;) {
      const news = newsOf(client, this.#stopping.signal);
      try {
        await this.#takeAll(client);
        const refused = await client.status(refusedFolder(done), { messages: true });
        this.state.refused = (refused && refused.messages) || 0;
        this.#tellWell();
        await Promise.race([
          news.arrived,
          sleep(POLL_MS, undefined, { signal: news.signal }).catch(() => {}),
        ]);
      } finally {
        news.forget();
      }
      if (this.#stopping.signal.aborted) return await client.logout();
      if (!client.usable) throw new Error(BROKEN);
      // Asks for what a server without IDLE does not tell by itself.
      await client.noop();
    }
  }

  async #takeAll(client: ImapFlow): Promise<void> {
    for (;;) {
      const uids = (await client.search({ deleted: false }, { uid: true })) || [];
      // On a broken line every mailbox looks empty.
      if (!client.usable) throw new Error(BROKEN);
      this.state.waiting = uids.length;
      if (uids.length === 0 || this.#stopping.signal.aborted) return;
      const range = uids.slice(0, BATCH).join(',');
      const mails = await client.fetchAll(range, { uid: true, headers: ENVELOPE_FIELDS }, { uid: true });
      // Another process may have moved them in between; a server that names mails and gives none is not hurried.
      if (!(await this.#take(client, mails)))
        await sleep(FIRST_RETRY_MS, undefined, { signal: this.#stopping.signal }).catch(() => {});
    }
  }

  /** Moves what is kept even when a later one breaks: it need not be asked for again. False when there was nothing. */
  async #take(client: ImapFlow, mails: FetchMessageObject[]): Promise<boolean> {
    const kept: number[] = [];
    const refused: number[] = [];
    try {
      for (const { uid, headers } of mails) {
        if (this.#stopping.signal.aborted) break;
        const { content } = await client.download(String(uid), undefined, {
          uid: true,
          chunkSize: 1024 * 1024,
        });
        if (!content) continue;
        try {
          await this.inbound.keep(content, mailboxEnvelope(headers ?? Buffer.alloc(0), this.addresses));
          kept.push(uid);
        } catch (error) {
          if (!(error instanceof FileRefused)) throw error;
          this.#log.warn(
            `A mail in ${this.mailbox.name} is ${error.code}; it lies in ${refusedFolder(this.mailbox.done)}`,
          );
          refused.push(uid);
        }
      }
    } finally {
      await this.#move(client, kept, this.mailbox.done);
      await this.#move(client, refused, refusedFolder(this.mailbox.done));
    }
    return kept.length + refused.length > 0;
  }

  async #move(client: ImapFlow, uids: number[], folder: string): Promise<void> {
    if (uids.length === 0 || !client.usable) return;
    if (await client.messageMove(uids.join(','), folder, { uid: true })) return;
    // Another process may have moved them all; what is left is not moved and would be asked for without end.
    const left = (await client.search({ uid: uids.join(',') }, { uid: true })) || [];
    if (left.length > 0)
      throw new Error(
        `kept mails cannot be moved to the folder ${folder}: let its account create and fill that folder`,
      );
  }

  #tellWell(): void {
    if (!this.state.isConnected) this.#log.log(`Letters are pulled from ${this.mailbox.name}`);
    this.#failures = 0;
    this.state.isConnected = true;
    this.state.trouble =
      this.state.refused === 0
        ? undefined
        : `${this.state.refused} too big or empty, in the folder ${refusedFolder(this.mailbox.done)}: look at them by hand`;
  }

  #tellTrouble(error: Error & { responseText?: string }): void {
    if (this.#stopping.signal.aborted) return;
    const why = error.responseText ?? error.message;
    // One line for an outage, not one for every attempt.
    if (this.state.trouble !== why)
      this.#log.error(`${this.mailbox.name} cannot be read, trying again: ${why}`);
    this.state.trouble = why;
  }
}

const refusedFolder = (done: string) => `${done} refused`;

/** Resolves when mail arrives, the connection closes or the program stops; listens from now on. */
function newsOf(client: ImapFlow, stopping: AbortSignal) {
  const waiting = new AbortController();
  const listening = new AbortController();
  const arrived = new Promise<void>((resolve) => {
    const tell = () => {
      resolve();
      waiting.abort();
    };
    client.once('exists', tell);
    client.once('close', tell);
    stopping.addEventListener('abort', tell, { signal: listening.signal });
    listening.signal.addEventListener('abort', () => {
      client.off('exists', tell);
      client.off('close', tell);
    });
  });
  return { arrived, signal: waiting.signal, forget: () => (waiting.abort(), listening.abort()) };
}
