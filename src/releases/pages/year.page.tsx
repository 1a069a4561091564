import { officeParts } from '../../calendar/dates.js';
import { fill } from '../../script/texts.js';
import { Section } from '../../web/components/section.js';
import { paths } from '../../web/paths.js';
import type { Archive } from '../archive.js';
import type { ReleaseSummary } from '../release-in-language.js';
import { ArchiveNav } from './archive-nav.js';
import { ArchivePage, type ReleasePageProps } from './archive-page.js';
import { archiveTexts, countText, monthName, monthText } from './archive.texts.js';
import { ReleaseList } from './release-list.js';

export interface YearPageProps extends ReleasePageProps {
  archive: Archive;
  year: number;
  /** The newest few of each month, newest first. */
  releases: ReleaseSummary[];
}

/** `/releases/<year>`: each month with its newest titles. */
export function YearPage(props: YearPageProps) {
  const { language, profile, archive, year, releases } = props;
  const texts = archiveTexts[language];
  const monthOf = ({ publishedAt }: ReleaseSummary) => officeParts(publishedAt, profile.timeZone).month;
  return (
    <ArchivePage
      {...props}
      path={`/releases/${year}`}
      title={`${texts.title}, ${fill(texts.year, { year })}`}
    >
      <ArchiveNav language={language} archive={archive} year={year} />
      {archive.months
        .filter((entry) => entry.year === year)
        .map(({ month, count }) => {
          const shown = releases.filter((release) => monthOf(release) === month);
          return (
            <Section
              id={`month-${month}`}
              title={
                <MonthTitle
                  title={monthText(language, year, month, { capital: true })}
                  count={countText(language, count)}
                />
              }
              wide
            >
              <ReleaseList language={language} timeZone={profile.timeZone} releases={shown} terse />
              {count > shown.length && (
                <p class="more">
                  <a href={paths.releasesOfMonth(language, year, month)}>
                    {fill(texts.wholeMonth, { month: monthName(language, month), year })}
                  </a>
                </p>
              )}
            </Section>
          );
        })}
    </ArchivePage>
  );
}

export const MonthTitle = ({ title, count }: { title: string; count: string }) => (
  <>
    {title} <span class="small">{count}</span>
  </>
);
