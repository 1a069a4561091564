import { Section } from '../../web/components/section.js';
import { paths } from '../../web/paths.js';
import type { Archive } from '../archive.js';
import type { ReleaseSummary } from '../release-in-language.js';
import type { MonthCount } from '../archive.queries.js';
import { ArchiveNav } from './archive-nav.js';
import { ArchivePage, type ReleasePageProps } from './archive-page.js';
import { archiveTexts, countText, monthText } from './archive.texts.js';
import { ReleaseList } from './release-list.js';
import { Turn, type TurnLink } from './turn.js';
import { MonthTitle } from './year.page.js';

export interface MonthPageProps extends ReleasePageProps {
  archive: Archive;
  year: number;
  month: number;
  releases: ReleaseSummary[];
}

/** `/releases/<year>/<month>`: every release of a month. */
export function MonthPage(props: MonthPageProps) {
  const { language, profile, archive, year, month, releases } = props;
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
      path={paths.releasesOfMonth('sr-Cyrl', year, month)}
      title={`${texts.title}, ${monthText(language, year, month)}`}
    >
      <ArchiveNav language={language} archive={archive} year={year} month={month} />
      <Section
        id="month"
        title={
          <MonthTitle
            title={monthText(language, year, month, { capital: true })}
            count={countText(language, releases.length)}
          />
        }
        wide
      >
        <ReleaseList language={language} timeZone={profile.timeZone} releases={releases} />
        <Turn
          label={texts.otherMonths}
          older={linkTo(texts.olderMonth, older)}
          newer={linkTo(texts.newerMonth, newer)}
        />
      </Section>
    </ArchivePage>
  );
}
