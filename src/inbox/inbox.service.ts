import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../config/office-profile.js';
import { STATES } from '../letters/letter.states.js';
import { CHANNELS } from '../letters/new-letter.js';
import { officerOf } from '../letters/viewer.js';
import type { SignedIn } from '../staff/account.js';
import { readView } from './list/inbox.view.js';
import type { LetterPage } from './list/letter-page.js';
import { countLetters, countQueues, cursorOf, listLetters, MOST_COUNTED } from './list/list.queries.js';
import { type InboxQueue, queueOf, queuesFor, type QueueCode } from './list/queues.js';

/** The two panes that stand beside every letter. */
export interface Panes {
  queues: readonly InboxQueue[];
  counts: Record<QueueCode, number>;
  page: LetterPage;
}

/** Finds what the queues and the list show to an account. */
@Injectable()
export class InboxService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
  ) {}

  /** Queues with their counts, and the page of the list that a query asks for. */
  async panes(account: SignedIn, query: Record<string, unknown>): Promise<Panes> {
    const queues = queuesFor(account.unit);
    const [counts, page] = await Promise.all([
      countQueues(this.dataSource, officerOf(account), queues),
      this.page(account, query, queues),
    ]);
    const count = page.queue === undefined ? page.count : counts[page.queue];
    return {
      queues,
      counts,
      page: { ...page, count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED },
    };
  }

  /** What a query asks for, as far as this office knows it. */
  viewOf(query: Record<string, unknown>): ReturnType<typeof readView> {
    return readView(query, {
      states: STATES,
      channels: CHANNELS,
      categories: this.profile.categories.map(({ code }) => code),
      units: this.profile.units.map(({ code }) => code),
    });
  }

  private async page(
    account: SignedIn,
    query: Record<string, unknown>,
    queues: InboxQueue[],
  ): Promise<LetterPage> {
    const officer = officerOf(account);
    const { view, cursor, ignored } = this.viewOf(query);
    const queue = queueOf(view, queues)?.code;
    let from = cursor;
    let found = await listLetters(this.dataSource, officer, view, from);
    // The letters of that page have moved on since the link was made: the first page says more than an empty one.
    if (found.letters.length === 0 && Object.keys(from).length > 0)
      found = await listLetters(this.dataSource, officer, view, (from = {}));
    const { letters, hasMore } = found;
    const isBackward = from.before !== undefined;
    const first = letters[0];
    const last = letters.at(-1);
    return {
      view,
      cursor: from,
      queue,
      letters,
      count: queue === undefined ? await countLetters(this.dataSource, officer, view) : 0,
      isMore: false,
      previous:
        first && (isBackward ? hasMore : from.after !== undefined) ? cursorOf(first, view.sort) : undefined,
      next: last && (isBackward || hasMore) ? cursorOf(last, view.sort) : undefined,
      ignored,
    };
  }
}
