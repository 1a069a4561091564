import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { readSearch } from '../../letters/search/search.js';
import { planSearch } from '../../letters/search/search.queries.js';
import type { Officer } from '../../letters/viewer.js';
import type { InboxView } from '../list/inbox.view.js';
import { countLetters, giveUpAfter } from '../list/count.queries.js';

/** A page waits so long for the counts of saved views, in milliseconds. */
const PATIENCE = 50;
/** A count that took longer than this is dear, in milliseconds: it is not taken anew for every page. */
const DEAR = 25;
/** So long a dear count is told as it was, in milliseconds. */
const STALE = 60_000;
/** Counting is given up after this, in milliseconds. */
const LONGEST = 2_000;
/** So many counts are remembered; with more, all are taken anew. */
const MOST_KNOWN = 5_000;

interface Known {
  /** Undefined while it was never told in time. */
  count?: number;
  took: number;
  at: number;
  running?: Promise<void>;
}

/**
 * How many letters saved views have, as far as that is cheap: anything can be saved, and the column stands beside
 * every letter. What is dear is told a little late or, before it is known, not at all.
 */
@Injectable()
export class ViewCounts {
  private readonly log = new Logger(ViewCounts.name);
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
  ) {}

  /** The count of each view, at most one more than the column tells; undefined where none is known yet. */
  async of(viewer: Officer, views: readonly InboxView[]): Promise<(number | undefined)[]> {
    if (views.length === 0) return [];
    if (this.#known.size > MOST_KNOWN) this.#known.clear();
    const known = views.map((view) => this.known(viewer, view));
    await Promise.race([
      Promise.all(known.map(({ running }) => running)),
      sleep(PATIENCE, undefined, { ref: false }),
    ]);
    return known.map(({ count }) => count);
  }

  /** What is known of a view, with the count that is under way when it is due. */
  private known(viewer: Officer, view: InboxView): Known {
    const key = JSON.stringify([viewer.accountId, viewer.unit, view]);
    const known = this.#known.get(key) ?? { took: 0, at: 0 };
    this.#known.set(key, known);
    const isDue = known.took < DEAR || Date.now() - known.at > STALE;
    if (isDue) known.running ??= this.count(viewer, view, known);
    return known;
  }

  private async count(viewer: Officer, view: InboxView, known: Known): Promise<void> {
    const began = Date.now();
    const search = view.q === undefined ? undefined : readSearch(view.q, this.profile);
    try {
      known.count = await this.dataSource.transaction(async (tx) => {
        await giveUpAfter(tx, LONGEST);
        const planned = search && (await planSearch(tx, search));
        const { count, isMore } = await countLetters(tx, viewer, view, this.profile, planned);
        return isMore ? count + 1 : count;
      });
    } catch (error) {
      known.count = undefined;
      this.log.warn(`A saved view is not counted: ${(error as Error).message}`);
    } finally {
      known.at = Date.now();
      known.took = known.at - began;
      known.running = undefined;
    }
  }
}
