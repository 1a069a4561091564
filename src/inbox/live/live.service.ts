import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Notices } from '../../database/notices.js';
import { announceLetters, type LetterNotice, LETTERS_CHANNEL } from '../../letters/announce.queries.js';
import { officerOf } from '../../letters/viewer.js';
import type { SignedIn } from '../../staff/account.js';
import { SessionService } from '../../staff/session.service.js';
import { LiveNews } from './live-news.service.js';
import { keepSeats, leaveSeat, takeSeat } from './presence.queries.js';
import { Seat } from './seat.js';

/** What comes within so many milliseconds is told together. */
const GATHER = 300;
/** How often an open page is known to be still there; its session is asked for as well. */
const BEAT = 20_000;
/** Pages that one account may keep open at a time; the oldest goes. */
const MOST_SEATS = 12;

/** The pages of this process that hear what changes, and what they are told. */
@Injectable()
export class LiveService implements OnModuleInit, OnModuleDestroy {
  readonly #log = new Logger(LiveService.name);
  readonly #seats = new Map<string, Seat>();
  #gathered: Required<LetterNotice> = { events: [], arrived: 0, presence: [] };
  #telling: NodeJS.Timeout | undefined;
  #beating: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly notices: Notices,
    private readonly sessions: SessionService,
    private readonly news: LiveNews,
  ) {}

  onModuleInit(): void {
    this.notices.hear(LETTERS_CHANNEL, {
      onNotice: (text) => this.gather(JSON.parse(text) as LetterNotice),
      // Whatever went unheard, the pages see when they look again.
      onGap: () => this.gather({ arrived: 0 }),
    });
    this.#beating = setInterval(() => void this.beat(), BEAT).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#beating);
    clearTimeout(this.#telling);
    for (const seat of this.#seats.values()) seat.end();
  }

  /** Takes a page in until its answer ends; `shown` is the letter before its officer's eyes. */
  async open(
    account: SignedIn,
    response: ServerResponse,
    shown?: { reference: string; isWriting: boolean },
  ): Promise<void> {
    const seat = new Seat(randomUUID(), account, officerOf(account), response);
    const own = [...this.#seats.values()].filter((other) => other.account.id === account.id);
    if (own.length >= MOST_SEATS) own[0]!.end();
    this.#seats.set(seat.id, seat);
    response.on('close', () => void this.close(seat));
    seat.send('here', {});
    if (shown === undefined) return;
    await this.guarded(async () => {
      const { id } = seat;
      seat.letterId = await takeSeat(this.dataSource, { seat: id, ...shown }, seat.officer);
      // The page may have gone while it was asked.
      if (!this.#seats.has(id)) await this.leave(seat);
      else if (seat.letterId) await announceLetters(this.dataSource, { presence: [seat.letterId] });
    });
  }

  private async close(seat: Seat): Promise<void> {
    if (this.#seats.delete(seat.id)) await this.guarded(() => this.leave(seat));
  }

  private async leave({ id, letterId }: Seat): Promise<void> {
    if (letterId === undefined) return;
    await leaveSeat(this.dataSource, id);
    await announceLetters(this.dataSource, { presence: [letterId] });
  }

  private gather({ events = [], arrived = 0, presence = [] }: LetterNotice): void {
    this.#gathered.events.push(...events);
    this.#gathered.arrived += arrived;
    this.#gathered.presence.push(...presence);
    this.#telling ??= setTimeout(() => void this.tell(), GATHER).unref();
  }

  private async tell(): Promise<void> {
    this.#telling = undefined;
    const told = this.#gathered;
    this.#gathered = { events: [], arrived: 0, presence: [] };
    const seats = [...this.#seats.values()];
    if (seats.length > 0) await this.guarded(() => this.news.tell(seats, told));
  }

  /** Ends the pages whose session has ended, and says of the others that they are still there. */
  async beat(): Promise<void> {
    await this.guarded(async () => {
      for (const seat of [...this.#seats.values()]) {
        if (await this.sessions.isAlive(seat.account.sessionId)) seat.beat();
        else seat.end();
      }
      const shown = [...this.#seats.values()].filter(({ letterId }) => letterId !== undefined);
      await keepSeats(
        this.dataSource,
        shown.map(({ id }) => id),
      );
    });
  }

  /** News are a hint: without a database the pages stay as they are, and the log says why. */
  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#log.warn(`Open pages are not told what changed: ${(error as Error).message}`);
    }
  }
}
