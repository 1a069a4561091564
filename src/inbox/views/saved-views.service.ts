import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { officerOf } from '../../letters/viewer.js';
import type { SignedIn } from '../../staff/account.js';
import { type InboxView, queryOf, readView } from '../list/inbox.view.js';
import { knownValues } from '../list/known-values.js';
import { isSameView } from '../list/queues.js';
import { deleteView, insertView, renameView, type SavedView, savedViews } from './saved-views.queries.js';
import { ViewCounts } from './view-counts.js';

/** As many as a column can show; whoever has more no longer finds the one that is meant. */
export const MOST_VIEWS = 30;
export const LONGEST_VIEW_NAME = 60;

/** A saved view as it stands in the column. */
export interface KeptView extends SavedView {
  view: InboxView;
  /** Filters that the office has given up since it was saved; they filter nothing. */
  ignored: string[];
}

/** A saved view in the column of queues. */
export interface ShownView extends KeptView {
  /** As queues count; undefined when it is not known yet. */
  count: number | undefined;
  /** Whether the list shows it. */
  isShown: boolean;
}

/** Views that officers keep under a name, for themselves or for their unit. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly counts: ViewCounts,
  ) {}

  async of(account: SignedIn): Promise<KeptView[]> {
    const saved = await savedViews(this.dataSource, officerOf(account), MOST_VIEWS);
    return saved.map((view) => ({ ...view, ...this.read(view.query) }));
  }

  /** The views of the column, beside the list of another one. */
  async shownBeside(account: SignedIn, list: InboxView): Promise<ShownView[]> {
    const kept = await this.of(account);
    const counts = await this.counts.of(
      officerOf(account),
      kept.map(({ view }) => view),
    );
    return kept.map((one, index) => ({
      ...one,
      count: counts[index],
      isShown: isSameView(one.view, list),
    }));
  }

  /** Keeps what the inbox knows of a query; `nothing` when that is no filter at all. */
  async save(
    account: SignedIn,
    { name, query, forUnit }: { name: string; query: string; forUnit: boolean },
  ): Promise<'saved' | 'taken' | 'full' | 'nothing'> {
    const kept = this.canonical(query);
    if (kept === '') return 'nothing';
    const unit = forUnit ? account.unit : null;
    return insertView(this.dataSource, officerOf(account), { name, query: kept, unit }, MOST_VIEWS);
  }

  /** Undefined for a view that is foreign or absent. */
  rename(account: SignedIn, id: string, name: string): Promise<'saved' | 'taken' | undefined> {
    return renameView(this.dataSource, officerOf(account), id, name);
  }

  /** False for a view that is foreign or absent. */
  remove(account: SignedIn, id: string): Promise<boolean> {
    return deleteView(this.dataSource, officerOf(account), id);
  }

  /** A query as the inbox itself would write it, without what it does not know. */
  canonical(query: string): string {
    return queryOf(this.read(query).view).slice(1);
  }

  private read(query: string): { view: InboxView; ignored: string[] } {
    return readView(Object.fromEntries(new URLSearchParams(query)), knownValues(this.profile));
  }
}
