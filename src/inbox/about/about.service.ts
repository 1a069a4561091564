import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { type AboutRelease, countAbout } from '../../letters/about-release.queries.js';
import { LETTER_ROLES, type Officer, officerOf, visibleTo } from '../../letters/viewer.js';
import { Gazetteer } from '../../places/gazetteer.js';
import { type NamedRelease, namedReleases } from '../../releases/named-releases.queries.js';
import type { ReleaseSummary } from '../../releases/release-in-language.js';
import { ReleasesService } from '../../releases/releases.service.js';
import type { SignedIn } from '../../staff/account.js';
import { MOST_FOUND } from '../list/count.queries.js';
import { withinTime } from '../list/within-time.js';
import { type Facet, facetsOf } from '../narrow/facets.js';
import { countHits } from '../narrow/hit-counts.queries.js';

/** Releases on one page. */
const PAGE = 30;
/** Counting is given up after this, in milliseconds. */
const PATIENCE = 2_000;

/** Whose letters the figures are of, and whether the letters themselves may be opened. */
export interface Scope {
  viewer: Officer | 'office';
  readsLetters: boolean;
  /** Whether figures count letters that this officer may not open. */
  isWider: boolean;
}

export interface CountedRelease extends ReleaseSummary {
  about: AboutRelease;
}

/** One release with the figures of the letters about it. */
export interface ReleaseFigures {
  release: NamedRelease;
  about: AboutRelease;
  /** Undefined when counting would take too long. */
  facets: Facet[] | undefined;
}

/** Counts letters about releases: for the press of the whole office, for others of what they may see. */
@Injectable()
export class AboutService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly releases: ReleasesService,
    private readonly profile: OfficeProfile,
    private readonly gazetteer: Gazetteer,
  ) {}

  scopeOf(account: SignedIn): Scope {
    const isPress = account.roles.includes('press');
    return {
      viewer: isPress ? 'office' : officerOf(account),
      readsLetters: account.roles.some((role) => LETTER_ROLES.includes(role)),
      isWider: isPress && visibleTo(officerOf(account), []) !== 'true',
    };
  }

  /** Newest first; `next` names the release after which the next page goes on. */
  async page(
    account: SignedIn,
    before: string | undefined,
  ): Promise<{ releases: CountedRelease[]; next: string | undefined }> {
    const found = await this.releases.list(account.language, { limit: PAGE + 1, before });
    const shown = found.slice(0, PAGE);
    const counts = await countAbout(
      this.dataSource,
      shown.map(({ slug }) => slug),
      this.scopeOf(account).viewer,
    );
    const releases = shown.map((release) => ({ ...release, about: counts.get(release.slug)! }));
    return { releases, next: found.length > PAGE ? shown.at(-1)!.slug : undefined };
  }

  /** Undefined for a release that nobody outside the office has seen. */
  async one(account: SignedIn, slug: string): Promise<ReleaseFigures | undefined> {
    const { language } = account;
    const [release] = await namedReleases(this.dataSource, language, [slug]);
    if (release === undefined) return undefined;
    const { viewer } = this.scopeOf(account);
    const parameters: unknown[] = [slug];
    const visible = viewer === 'office' ? 'true' : visibleTo(viewer, parameters);
    const selection = { where: `letter.release_slug = $1 AND ${visible}`, parameters };
    const [counts, counted] = await Promise.all([
      countAbout(this.dataSource, [slug], viewer),
      withinTime(this.dataSource, PATIENCE, (tx) =>
        countHits(tx, selection, this.profile.timeZone, MOST_FOUND),
      ),
    ]);
    const { profile, gazetteer } = this;
    const facets = counted && facetsOf(counted.counts, Infinity, { language, profile, gazetteer });
    return { release, about: counts.get(slug)!, facets };
  }
}
