import { fill } from '../../script/texts.js';
import { Section } from '../../web/components/section.js';
import { paths } from '../../web/paths.js';
import type { Archive } from '../archive.js';
import type { ReleaseSummary } from '../release-in-language.js';
import type { MonthCount } from '../archive.queries.js';
import { ArchiveNav } from './archive-nav.js';
import { ArchivePage, type ReleasePageProps } from './archive-page.js';
import { archiveTexts, countText, monthName, monthText } from './archive.texts.js';
import { ReleaseList } from './release-list.js';
import { Turn, type TurnLink } from './turn.js';
import { MonthTitle } from './year.page.js';

export interface MonthPageProps extends ReleasePageProps {
  archive: Archive;
  year: number;
  month: number;
  releases: ReleaseSummary[];
  /** Slug after which older ones of the month follow. */
  olderThan?: string;
  /** Slug after which this page begins, where it is not the month's first. */
  before?: string;
}

/** `/releases/<year>/<month>`: the releases of a month, page by page where they are many. */
export function MonthPage(props: MonthPageProps) {
  const { language, profile, archive, year, month, releases, olderThan, before } = props;
  const query = (slug: string | undefined) => (slug === undefined ? '' : `?before=${slug}`);
  const texts = archiveTexts[language];
  const { older, newer } = archive.around(year, month);
  const linkTo = (label: string, entry: MonthCount | undefined): TurnLink | undefined =>
    entry && {
      href: paths.releasesOfMonth(language, entry.year, entry.month),
      label,
      title: monthText(language, entry.year, entry.month, { capital: true }),
    };
  return (
    <ArchivePage
      {...props}
      path={paths.releasesOfMonth('sr-Cyrl', year, month) + query(before)}
      title={`${texts.title}, ${monthText(language, year, month)}`}
    >
      <ArchiveNav language={language} archive={archive} year={year} month={month} />
      <Section
        id="month"
        title={
          <MonthTitle
            title={monthText(language, year, month, { capital: true })}
            count={countText(language, archive.count(year, month))}
          />
        }
        wide
      >
        <ReleaseList language={language} timeZone={profile.timeZone} releases={releases} />
        {olderThan !== undefined && (
          <p class="more">
            <a href={paths.releasesOfMonth(language, year, month) + query(olderThan)} rel="next">
              {fill(texts.olderOfMonth, { month: monthName(language, month), year })}
            </a>
          </p>
        )}
        <Turn
          label={texts.otherMonths}
          older={linkTo(texts.olderMonth, older)}
          newer={linkTo(texts.newerMonth, newer)}
        />
      </Section>
    </ArchivePage>
  );
}
