import { fill, textIn } from '../../script/texts.js';
import { Section } from '../../web/components/section.js';
import { paths } from '../../web/paths.js';
import { SECTIONS, type SectionCode } from '../sections.js';
import { ArchivePage, type ReleasePageProps } from './archive-page.js';
import { archiveTexts } from './archive.texts.js';
import { type ListedRelease, ReleaseList } from './release-list.js';
import { Turn } from './turn.js';

export interface FoundPageProps extends ReleasePageProps {
  /** The reader's words as typed; undefined when only a section is browsed. */
  q?: string;
  section?: SectionCode;
  releases: ListedRelease[];
  /** Slug after which older ones follow. */
  olderThan?: string;
}

/** `/releases?q=…` and `/releases?section=…`. */
export function FoundPage(props: FoundPageProps) {
  const { language, profile, q, section, releases, olderThan } = props;
  const texts = archiveTexts[language];
  const sectionName = section && textIn(language, SECTIONS[section]);
  const title = q === undefined ? sectionName! : texts.foundTitle;
  const sought = q === undefined ? undefined : fill(texts.foundFor, { q });
  const address = paths.releasesFound('sr-Cyrl', { q, section });
  return (
    <ArchivePage
      {...props}
      path={address}
      title={q === undefined ? `${texts.title}, ${sectionName}` : texts.searchForm}
      noindex
    >
      {releases.length === 0 ? (
        <NothingFound {...props} />
      ) : (
        <Section
          id="found"
          title={
            <>
              {title} {sought !== undefined && <span class="small">{sought}</span>}
            </>
          }
          wide
        >
          <ReleaseList language={language} timeZone={profile.timeZone} releases={releases} />
          {olderThan !== undefined && (
            <Turn
              label={texts.older}
              older={{
                href: paths.releasesFound(language, { q, section, before: olderThan }),
                label: texts.more,
                title: texts.older,
              }}
            />
          )}
        </Section>
      )}
    </ArchivePage>
  );
}

function NothingFound({ language, q }: FoundPageProps) {
  const texts = archiveTexts[language];
  return (
    <Section id="none" title={texts.nothingTitle}>
      {q !== undefined && <p>{fill(texts.nothing, { q })}</p>}
      <p>
        {texts.insteadStart}
        <a href={paths.releases(language)}>{texts.insteadBrowse}</a>
        {texts.insteadOr}
        <a href={paths.contact(language)}>{texts.insteadWrite}</a>
        {texts.insteadEnd}
      </p>
    </Section>
  );
}
