import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../config/office-profile.js';
import { countJobs, type Selection } from '../letters/bulk/bulk.queries.js';
import { countForPeople } from '../letters/inbound/quarantine.queries.js';
import { countForReading } from '../letters/reading-list/reading-list.queries.js';
import { foundAmong } from '../letters/search/found-words.queries.js';
import { readSearch, type Search } from '../letters/search/search.js';
import { planSearch, searchCondition } from '../letters/search/search.queries.js';
import { officerOf, visibleTo } from '../letters/viewer.js';
import { PrintService } from '../replies/print/print.service.js';
import { wordsOf } from '../releases/found-words.js';
import type { SignedIn } from '../staff/account.js';
import { orderOf, readView } from './list/inbox.view.js';
import { knownValues } from './list/known-values.js';
import { withinTime } from './list/within-time.js';
import type { LetterPage } from './list/letter-page.js';
import { cursorOf, type ListedLetter, listLetters, listRisks, PAGE_SIZE } from './list/list.queries.js';
import {
  countLetters,
  type LetterCount,
  countQueues,
  MOST_COUNTED,
  MOST_FOUND,
} from './list/count.queries.js';
import { presentAt } from './live/presence.queries.js';
import type { Waiting } from './list/queue-column.js';
import { QUARANTINE_ROLES } from './quarantine/quarantine-roles.js';
import { matching } from './list/view.conditions.js';
import { type InboxQueue, isSameView, queueOf, queuesFor, type QueueCode } from './list/queues.js';
import { rememberSearch } from './suggest/recent-searches.queries.js';
import { SavedViews, type ShownView } from './views/saved-views.service.js';

/** Counting the hits of a search to the last is given up after this, in milliseconds. */
const COUNTING = 5_000;

/** The two panes that stand beside every letter. */
export interface Panes {
  queues: readonly InboxQueue[];
  counts: Record<QueueCode, number>;
  waiting: Waiting;
  saved: readonly ShownView[];
  page: LetterPage;
}

/** Finds what the queues and the list show to an account. */
@Injectable()
export class InboxService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly prints: PrintService,
    private readonly views: SavedViews,
  ) {}

  /** Queues with their counts, and the page of the list that a query asks for. */
  async panes(account: SignedIn, query: Record<string, unknown>): Promise<Panes> {
    const queues = queuesFor(account.unit);
    const officer = officerOf(account);
    const reviews = account.roles.includes('approver');
    const [counts, page, toPrint, bulk, saved, aside] = await Promise.all([
      countQueues(this.dataSource, officer, queues, this.profile),
      this.page(account, query, queues),
      this.prints.waiting(officer),
      countJobs(this.dataSource, account.id, reviews),
      this.views.shownBeside(account, this.viewOf(query).view),
      this.countAside(account),
    ]);
    const inQueue = page.queue && counts[page.queue];
    return {
      queues,
      counts,
      waiting: {
        toPrint: toPrint.length,
        bulk,
        ...aside,
      },
      saved,
      page: {
        ...page,
        savedAs: saved.find(({ isShown }) => isShown)?.name,
        ...(inQueue !== undefined && {
          count: Math.min(inQueue, MOST_COUNTED),
          isMore: inQueue > MOST_COUNTED,
        }),
      },
    };
  }

  /** What waits beside the queues, one after another: the panes' questions at once are as many as the pool bears. */
  private async countAside({ roles }: SignedIn): Promise<Pick<Waiting, 'reading' | 'quarantined'>> {
    const most = this.profile.readingListLetters;
    return {
      reading: roles.includes('triage') ? { count: await countForReading(this.dataSource), most } : undefined,
      quarantined: roles.some((role) => QUARANTINE_ROLES.includes(role))
        ? (await countForPeople(this.dataSource)).waiting
        : undefined,
    };
  }

  /**
   * Keeps a search that was asked for, so that it can be offered again. A further page of it is no new one, and
   * words beside filters are a view, which is kept by saving it.
   */
  async remember(account: SignedIn, query: Record<string, unknown>): Promise<void> {
    const { view, cursor } = this.viewOf(query);
    if (view.q === undefined || !isSameView(view, { q: view.q }) || Object.keys(cursor).length > 0) return;
    await rememberSearch(this.dataSource, account.id, view.q);
  }

  /** What a query asks for, as far as this office knows it. */
  viewOf(query: Record<string, unknown>): ReturnType<typeof readView> {
    return readView(query, knownValues(this.profile));
  }

  /** Everything that a query's view shows to an account, whatever page of it, as a condition on `letter`. */
  async selectionOf(account: SignedIn, query: Record<string, unknown>): Promise<Selection> {
    const officer = officerOf(account);
    const { view } = this.viewOf(query);
    const parameters: unknown[] = [];
    const conditions = [visibleTo(officer, parameters), ...matching(view, officer, this.profile, parameters)];
    if (view.q !== undefined) {
      const search = await planSearch(this.dataSource, readSearch(view.q, this.profile));
      conditions.push(searchCondition(search, parameters).where);
    }
    return { where: conditions.join(' AND '), parameters };
  }

  /** How many letters a search finds, counted as far as a search is; undefined when that takes too long. */
  async hitsOf(account: SignedIn, query: Record<string, unknown>): Promise<LetterCount | undefined> {
    const { view } = this.viewOf(query);
    if (view.q === undefined) return undefined;
    const search = readSearch(view.q, this.profile);
    return withinTime(this.dataSource, COUNTING, async (tx) =>
      countLetters(tx, officerOf(account), view, this.profile, await planSearch(tx, search), MOST_FOUND),
    );
  }

  /** The words of an open letter that the search beside it found; undefined without a search. */
  async foundInLetter(
    query: Record<string, unknown>,
    text: string,
  ): Promise<ReadonlySet<string> | undefined> {
    const { q } = this.viewOf(query).view;
    if (q === undefined) return undefined;
    return foundAmong(this.dataSource, readSearch(q, this.profile), wordsOf(text));
  }

  /** The words of these rows that the search found, and where in the text. */
  private async foundIn(search: Search, letters: readonly ListedLetter[]): Promise<ReadonlySet<string>> {
    const shown = letters.map(({ name, surname, subject, start }) =>
      [name, surname, subject, start].join(' '),
    );
    return foundAmong(this.dataSource, search, wordsOf(shown.join(' ')));
  }

  private async page(
    account: SignedIn,
    query: Record<string, unknown>,
    queues: InboxQueue[],
  ): Promise<Omit<LetterPage, 'savedAs'>> {
    const officer = officerOf(account);
    const { view, cursor, ignored } = this.viewOf(query);
    const queue = queueOf(view, queues)?.code;
    let from = cursor;
    const search = view.q === undefined ? undefined : readSearch(view.q, this.profile);
    const planned = search && (await planSearch(this.dataSource, search));
    const list = () => listLetters(this.dataSource, officer, view, this.profile, from, planned);
    const [listed, risks, counted] = await Promise.all([
      list(),
      view.q === undefined && !view.risk ? listRisks(this.dataSource, officer) : [],
      queue === undefined && planned?.hits !== 'many'
        ? countLetters(this.dataSource, officer, view, this.profile, planned)
        : undefined,
    ]);
    let found = listed;
    // The letters of that page have moved on since the link was made: the first page says more than an empty one.
    if (found.letters.length === 0 && Object.keys(from).length > 0) {
      from = {};
      found = await list();
    }
    const { letters, hasMore } = found;
    const isBackward = from.before !== undefined;
    const first = letters[0];
    const last = letters.at(-1);
    const ids = [...letters, ...risks].map(({ id }) => id);
    return {
      view,
      cursor: from,
      queue,
      letters,
      risks,
      present: await presentAt(this.dataSource, ids, account.id),
      // Many hits are dear to count, and the page does not wait for it.
      ...(counted ??
        (hasMore || Object.keys(from).length > 0
          ? { count: PAGE_SIZE, isMore: true }
          : { count: letters.length, isMore: false })),
      previous:
        first && (isBackward ? hasMore : from.after !== undefined)
          ? cursorOf(first, orderOf(view))
          : undefined,
      next: last && (isBackward || hasMore) ? cursorOf(last, orderOf(view)) : undefined,
      ignored: [...ignored, ...(search?.ignored ?? [])],
      found: search && (await this.foundIn(search, letters)),
    };
  }
}
