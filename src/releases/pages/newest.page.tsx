import { fill } from '../../script/texts.js';
import { Section } from '../../web/components/section.js';
import { paths } from '../../web/paths.js';
import type { Archive } from '../archive.js';
import type { ReleaseSummary } from '../release-in-language.js';
import { ArchiveNav } from './archive-nav.js';
import { ArchivePage, type ReleasePageProps } from './archive-page.js';
import { archiveTexts } from './archive.texts.js';
import { ReleaseList } from './release-list.js';

export interface NewestPageProps extends ReleasePageProps {
  archive: Archive;
  releases: ReleaseSummary[];
}

/** `/releases`: the newest, and the way to all others. */
export function NewestPage(props: NewestPageProps) {
  const { language, profile, archive, releases } = props;
  const texts = archiveTexts[language];
  const year = archive.years[0];
  return (
    <ArchivePage {...props} path="/releases" title={texts.title}>
      <ArchiveNav language={language} archive={archive} />
      <Section id="newest" title={texts.newest} wide>
        {releases.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <ReleaseList language={language} timeZone={profile.timeZone} releases={releases} />
        )}
        {year !== undefined && (
          <p class="more">
            <a href={paths.releasesOfYear(language, year)}>{fill(texts.wholeYear, { year })}</a>
          </p>
        )}
      </Section>
    </ArchivePage>
  );
}
