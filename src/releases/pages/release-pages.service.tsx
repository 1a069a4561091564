import { Injectable } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import type { Language } from '../../script/texts.js';
import { renderPage } from '../../web/render.js';
import type { WithdrawnRelease } from '../extras.queries.js';
import type { MadePage } from '../page-cache.js';
import { ReleaseSearchService } from '../release-search.service.js';
import { ReleasesService } from '../releases.service.js';
import type { SectionCode } from '../sections.js';
import type { ReleasePageProps } from './archive-page.js';
import { FoundPage } from './found.page.js';
import { MissingPage } from './missing.page.js';
import { MonthPage } from './month.page.js';
import { NewestPage } from './newest.page.js';
import { ReleasePage } from './release.page.js';
import { WithdrawnPage } from './withdrawn.page.js';
import { YearPage } from './year.page.js';

const A_PAGE = 20;
const EACH_MONTH = 5;
/** More than an office publishes in most months, so that a month is seldom more than one page. */
const OF_MONTH = 100;

/** Makes the public pages of releases; undefined where there is nothing to show, which is a 404. */
@Injectable()
export class ReleasePages {
  constructor(
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly releases: ReleasesService,
    private readonly searching: ReleaseSearchService,
  ) {}

  async newest(language: Language): Promise<MadePage> {
    const [archive, releases] = await Promise.all([
      this.releases.archive(),
      this.releases.newest(A_PAGE, language),
    ]);
    return page(<NewestPage {...this.shared(language)} archive={archive} releases={releases} />);
  }

  async year(language: Language, year: number): Promise<MadePage | undefined> {
    const archive = await this.releases.archive();
    if (archive.countOfYear(year) === 0) return undefined;
    const releases = await this.releases.ofYear(language, year, EACH_MONTH);
    return page(<YearPage {...this.shared(language)} archive={archive} year={year} releases={releases} />);
  }

  async month(
    language: Language,
    { year, month, before }: { year: number; month: number; before?: string },
  ): Promise<MadePage | undefined> {
    const archive = await this.releases.archive();
    if (archive.count(year, month) === 0) return undefined;
    // One more than is shown tells whether there are older ones.
    const filter = { before, limit: OF_MONTH + 1 };
    const found = await this.releases.ofMonth(language, { year, month }, filter);
    const releases = found.slice(0, OF_MONTH);
    const olderThan = found.length > OF_MONTH ? releases.at(-1)!.slug : undefined;
    if (releases.length === 0) return undefined;
    const when = { archive, year, month, releases, olderThan, before };
    return page(<MonthPage {...this.shared(language)} {...when} />);
  }

  async release(language: Language, slug: string): Promise<MadePage | undefined> {
    const release = await this.releases.bySlug(slug, language);
    if (release === undefined) return undefined;
    const neighbours = await this.releases.neighbours(release, language);
    return page(<ReleasePage {...this.shared(language)} release={release} {...neighbours} />);
  }

  /** What stands where a withdrawn release was. */
  withdrawn(language: Language, slug: string, withdrawn: WithdrawnRelease): MadePage {
    return page(<WithdrawnPage {...this.shared(language)} slug={slug} withdrawn={withdrawn} />);
  }

  async found(
    language: Language,
    { q, section, before }: { q?: string; section?: SectionCode; before?: string },
  ): Promise<MadePage> {
    // One more than is shown tells whether there are older ones.
    const filter = { section, before, limit: A_PAGE + 1 };
    const found =
      q === undefined
        ? await this.releases.list(language, filter)
        : await this.searching.search(q, language, filter);
    const releases = found.slice(0, A_PAGE);
    const olderThan = found.length > A_PAGE ? releases.at(-1)!.slug : undefined;
    return page(<FoundPage {...this.shared(language)} {...{ q, section, releases, olderThan }} />);
  }

  async missing(language: Language, when?: { year: number; month?: number }): Promise<MadePage> {
    return page(
      <MissingPage {...this.shared(language)} archive={await this.releases.archive()} when={when} />,
    );
  }

  private shared(language: Language): ReleasePageProps {
    return { language, profile: this.profile, origin: this.environment.publicUrl };
  }
}

const page = (vnode: Parameters<typeof renderPage>[0]): MadePage => ({
  type: 'text/html; charset=utf-8',
  body: renderPage(vnode),
});
