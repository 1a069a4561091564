import { fill } from '../../script/texts.js';
import type { Archive } from '../archive.js';
import { ArchiveNav } from './archive-nav.js';
import { ArchivePage, type ReleasePageProps } from './archive-page.js';
import { archiveTexts, monthName } from './archive.texts.js';

export interface MissingPageProps extends ReleasePageProps {
  archive: Archive;
  /** A year or month without releases; undefined for a release that is not there. */
  when?: { year: number; month?: number };
}

/** 404, with the ways to what the reader may have meant. */
export function MissingPage(props: MissingPageProps) {
  const { language, archive, when } = props;
  const texts = archiveTexts[language];
  const heading =
    when === undefined
      ? texts.missingTitle
      : when.month === undefined
        ? fill(texts.emptyYear, { year: when.year })
        : fill(texts.emptyMonth, { month: monthName(language, when.month), year: when.year });
  return (
    <ArchivePage
      {...props}
      path="/releases"
      title={heading}
      heading={heading}
      lead={when === undefined ? texts.missingLead : texts.emptyLead}
      noindex
    >
      <ArchiveNav
        language={language}
        archive={archive}
        year={when !== undefined && archive.countOfYear(when.year) > 0 ? when.year : undefined}
      />
    </ArchivePage>
  );
}
