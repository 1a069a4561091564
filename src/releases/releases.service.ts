import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../config/office-profile.js';
import type { Language } from '../script/texts.js';
import { type Archive, archiveOf } from './archive.js';
import { countsByMonth, everyRelease, keepCounts, newestOfEachMonth, spanOf } from './archive.queries.js';
import {
  attachmentsOf,
  correctionsOf,
  movedSlug,
  type WithdrawnRelease,
  withdrawnBySlug,
} from './extras.queries.js';
import { type NewRelease, problemsOf, ReleaseRefused } from './new-release.js';
import { PageCache } from './page-cache.js';
import { picturesOf } from './pictures.queries.js';
import {
  detailIn,
  type ReleaseDetail,
  type ReleaseParts,
  type ReleaseSummary,
  summaryIn,
} from './release-in-language.js';
import { writeRelease } from './release-writing.js';
import {
  neighbour,
  releaseBySlug,
  releaseExists,
  type ReleaseFilter,
  releaseList,
} from './releases.queries.js';
import { type Hits, planHits } from './search-hits.queries.js';

/** Press releases as readers see them (drafts never), and publishing. */
@Injectable()
export class ReleasesService {
  private areCountsKept = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly cache: PageCache,
  ) {}

  newest(count: number, language: Language): Promise<ReleaseSummary[]> {
    return this.list(language, { limit: count });
  }

  /** Newest first; search and browsing go on with `before`. */
  async list(language: Language, filter: ReleaseFilter): Promise<ReleaseSummary[]> {
    return (await releaseList(this.dataSource, language, filter)).map((row) => summaryIn(language, row));
  }

  /** How the hits of words are found, for the filter of a list. */
  hitsOf(q: string): Promise<Hits> {
    return planHits(this.dataSource, q);
  }

  /** The same with bodies and pictures, for feeds, the API and excerpts. */
  async listWhole(language: Language, filter: ReleaseFilter): Promise<ReleaseDetail[]> {
    const found = await releaseList(this.dataSource, language, filter);
    const partsOf = await this.parts(found.map(({ id }) => id));
    return found.map((row) => detailIn(language, row, partsOf(row.id)));
  }

  async bySlug(slug: string, language: Language): Promise<ReleaseDetail | undefined> {
    const row = await releaseBySlug(this.dataSource, language, slug);
    return row && detailIn(language, row, (await this.parts([row.id]))(row.id));
  }

  /** What readers are told at a slug that shows no release: that it was withdrawn, or where it is now. */
  async goneFrom(slug: string): Promise<{ withdrawn?: WithdrawnRelease; movedTo?: string }> {
    const withdrawn = await withdrawnBySlug(this.dataSource, slug);
    return withdrawn ? { withdrawn } : { movedTo: await movedSlug(this.dataSource, slug) };
  }

  exists(slug: string): Promise<boolean> {
    return releaseExists(this.dataSource, slug);
  }

  /** The releases published just before and just after one. */
  async neighbours(release: ReleaseSummary, language: Language) {
    const [older, newer] = await Promise.all(
      (['older', 'newer'] as const).map((side) => neighbour(this.dataSource, language, release, side)),
    );
    return { older: older && summaryIn(language, older), newer: newer && summaryIn(language, newer) };
  }

  /** Years and months that have releases, with their counts. */
  async archive(): Promise<Archive> {
    const { timeZone } = this.profile;
    if (!this.areCountsKept) await this.dataSource.transaction((tx) => keepCounts(tx, timeZone));
    this.areCountsKept = true;
    return archiveOf(await countsByMonth(this.dataSource, timeZone));
  }

  /** The newest few of each month of a year. */
  async ofYear(language: Language, year: number, each: number): Promise<ReleaseSummary[]> {
    const { timeZone } = this.profile;
    const found = await newestOfEachMonth(this.dataSource, language, { year, timeZone, each });
    return found.map((row) => summaryIn(language, row));
  }

  /** Newest first; what does not fit goes on with `before`. */
  async ofMonth(
    language: Language,
    month: { year: number; month: number },
    { limit, before }: Pick<ReleaseFilter, 'limit' | 'before'>,
  ): Promise<ReleaseSummary[]> {
    const span = await spanOf(this.dataSource, this.profile.timeZone, month);
    return this.list(language, { ...span, limit, before });
  }

  /** The newest 4,000, some 8 MB with their versions; older ones are reached through the months, which are all there. */
  forSiteMap() {
    return everyRelease(this.dataSource, 4_000);
  }

  private async parts(ids: string[]): Promise<(id: string) => ReleaseParts> {
    const [pictures, attachments, corrections] = await Promise.all([
      picturesOf(this.dataSource, ids),
      attachmentsOf(this.dataSource, ids),
      correctionsOf(this.dataSource, ids),
    ]);
    const of = <Part extends { releaseId: string }>(parts: Part[], id: string) =>
      parts.filter(({ releaseId }) => releaseId === id);
    return (id) => ({
      pictures: of(pictures, id),
      attachments: of(attachments, id),
      corrections: of(corrections, id),
    });
  }

  /** Publishes at once; every process shows it from now on. Throws {@link ReleaseRefused} naming every problem. */
  async publish(release: NewRelease): Promise<{ id: string; slug: string }> {
    const problems = problemsOf(release);
    if (problems.length > 0) throw new ReleaseRefused(problems);
    const { id, slug } = await this.dataSource
      .transaction((tx) => writeRelease(tx, release))
      .catch((error: { constraint?: string; driverError?: { constraint?: string } }) => {
        if ((error.driverError?.constraint ?? error.constraint) !== 'release_slug_key') throw error;
        throw new ReleaseRefused([`The slug "${release.slug ?? ''}" is taken.`]);
      });
    this.cache.purge();
    return { id, slug };
  }
}
