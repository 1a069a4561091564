import { dateline } from '../../calendar/dates.js';
import { fill } from '../../script/texts.js';
import { toLatin } from '../../script/transliterate.js';
import { paths } from '../../web/paths.js';
import { PublicPage } from '../../web/public-page.js';
import type { WithdrawnRelease } from '../extras.queries.js';
import { textLanguageOf } from '../release-in-language.js';
import type { ReleasePageProps } from './archive-page.js';
import { releaseTexts } from './release.texts.js';

/** 410: what stands where a release was that the office has withdrawn. Its own words are gone, the reason is told. */
export function WithdrawnPage({
  language,
  profile,
  slug,
  withdrawn,
}: ReleasePageProps & { slug: string; withdrawn: WithdrawnRelease }) {
  const texts = releaseTexts[language];
  const textLanguage = textLanguageOf(language, withdrawn.noteEn !== '');
  const note =
    textLanguage === 'en'
      ? withdrawn.noteEn
      : textLanguage === 'sr-Latn'
        ? toLatin(withdrawn.noteSr)
        : withdrawn.noteSr;
  const when = (date: Date) => dateline(date, profile.timeZone);
  return (
    <PublicPage
      language={language}
      profile={profile}
      path={`/releases/${slug}`}
      title={texts.withdrawnTitle}
      active="releases"
      noindex
    >
      <article class="release">
        <h1>{texts.withdrawnTitle}</h1>
        <p class="lead">
          {fill(texts.withdrawnLead, {
            published: when(withdrawn.publishedAt),
            withdrawn: when(withdrawn.withdrawnAt),
          })}
        </p>
        <p lang={textLanguage === language ? undefined : textLanguage}>{note}</p>
        <p>
          <a href={paths.releases(language)}>{texts.all}</a>
        </p>
      </article>
    </PublicPage>
  );
}
