import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { Gazetteer } from '../../places/gazetteer.js';
import type { SignedIn } from '../../staff/account.js';
import { InboxService } from '../inbox.service.js';
import { MOST_FOUND } from '../list/count.queries.js';
import { withinTime } from '../list/within-time.js';
import { type Facet, facetsOf } from './facets.js';
import { countHits } from './hit-counts.queries.js';

/** Counting is given up after this, in milliseconds. */
const PATIENCE = 2_000;

/** What a search can be narrowed to. */
export interface Narrowing {
  facets: Facet[];
  /** Whether there are more hits than were counted. */
  isMore: boolean;
}

/** Counts the hits of a search by what officers sort letters by. */
@Injectable()
export class NarrowService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly inbox: InboxService,
    private readonly profile: OfficeProfile,
    private readonly gazetteer: Gazetteer,
  ) {}

  /** Undefined when counting would take too long. */
  async of(account: SignedIn, query: Record<string, unknown>): Promise<Narrowing | undefined> {
    const selection = await this.inbox.selectionOf(account, query);
    const counted = await withinTime(this.dataSource, PATIENCE, (tx) =>
      countHits(tx, selection, this.profile.timeZone, MOST_FOUND),
    );
    if (counted === undefined) return undefined;
    const hits = Math.min(counted.hits, MOST_FOUND);
    const { profile, gazetteer } = this;
    return {
      facets: facetsOf(counted.counts, hits, { language: account.language, profile, gazetteer }),
      isMore: counted.hits > MOST_FOUND,
    };
  }
}
