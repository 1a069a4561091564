import type { ComponentChildren } from 'preact';
import type { OfficeProfile } from '../../config/office-profile.js';
import { type Language, textIn } from '../../script/texts.js';
import { Intro } from '../../web/components/intro.js';
import { inVersion } from '../../web/paths.js';
import { PublicPage } from '../../web/public-page.js';
import { archiveTexts } from './archive.texts.js';
import { FollowLinks } from './follow-links.js';
import { PageHead } from './page-head.js';
import { SearchForm } from './search-form.js';

/** What every page of releases is told. */
export interface ReleasePageProps {
  language: Language;
  profile: OfficeProfile;
  /** `PUBLIC_URL`. */
  origin: string;
}

export interface ArchivePageProps extends ReleasePageProps {
  /** Without a version, for example "/releases/2026". */
  path: string;
  /** Of the browser's window. */
  title: string;
  /** The page's `h1`; "Саопштења" unless told. */
  heading?: string;
  lead?: string;
  q?: string;
  /** Searches and missing pages. */
  noindex?: boolean;
  children?: ComponentChildren;
}

/** The shell of every list: title and search, then what the page is about. */
export function ArchivePage(props: ArchivePageProps) {
  const { language, profile, origin, path, title, noindex } = props;
  const texts = archiveTexts[language];
  const head = (
    <PageHead
      language={language}
      origin={origin}
      canonical={inVersion(language, path)}
      title={title}
      description={texts.description}
      siteName={textIn(language, profile.name)}
    />
  );
  return (
    <PublicPage
      language={language}
      profile={profile}
      origin={origin}
      path={path}
      title={title}
      active="releases"
      description={noindex ? undefined : texts.description}
      head={noindex ? undefined : head}
      noindex={noindex}
    >
      <Intro title={props.heading ?? texts.title} lead={props.lead}>
        <SearchForm language={language} q={props.q} />
        <FollowLinks language={language} />
      </Intro>
      {props.children}
    </PublicPage>
  );
}
