import { dateline, isoLocal } from '../../calendar/dates.js';
import { type Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { type Marked, MarkedText } from './marked-text.js';
import type { ReleaseSummary } from '../release-in-language.js';

export interface ListedRelease extends ReleaseSummary {
  /** For search: title and sentence with the found words apart. */
  found?: { title: Marked; sentence: Marked };
}

export interface ReleaseListProps {
  language: Language;
  timeZone: string;
  releases: readonly ListedRelease[];
  /** Only dates and titles. */
  terse?: boolean;
}

/** Date, title and one sentence each. Titles that are not in the page's language say so to screen readers. */
export const ReleaseList = ({ language, timeZone, releases, terse }: ReleaseListProps) => (
  <ul class="releases releases--dated">
    {releases.map((release) => {
      const lang = release.textLanguage === language ? undefined : release.textLanguage;
      const sentence = release.found?.sentence ?? [{ text: release.lead, isFound: false }];
      return (
        <li>
          <p class="dateline">
            <time datetime={isoLocal(release.publishedAt, timeZone)}>
              {dateline(release.publishedAt, timeZone)}
            </time>
          </p>
          <h3 lang={lang}>
            <a href={paths.release(language, release.slug)}>
              {release.found === undefined ? release.title : <MarkedText parts={release.found.title} />}
            </a>
          </h3>
          {!terse && sentence.some(({ text }) => text !== '') && (
            <p lang={lang}>
              <MarkedText parts={sentence} />
            </p>
          )}
        </li>
      );
    })}
  </ul>
);
