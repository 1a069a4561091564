import type { ServerResponse } from 'node:http';
import type { Officer } from '../../letters/viewer.js';
import type { SignedIn } from '../../staff/account.js';

/** What an open page is sent. */
export type LiveEvent = 'here' | 'changed' | 'present';

/** Bytes that a page may leave unread before it is taken for gone. */
const MOST_UNREAD = 256 * 1024;

/** One page of an officer that hears what changes, over one open answer (server-sent events). */
export class Seat {
  /** The letter that the page shows, once this officer's right to see it is asked. */
  letterId: string | undefined;

  constructor(
    readonly id: string,
    readonly account: SignedIn,
    readonly officer: Officer,
    private readonly response: ServerResponse,
  ) {}

  send(event: LiveEvent, data: unknown): void {
    this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Keeps proxies from taking the line for dead. */
  beat(): void {
    this.write(':\n\n');
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (this.response.writableEnded) return;
    if (this.response.writableLength > MOST_UNREAD) this.response.destroy();
    else this.response.write(text);
  }
}
