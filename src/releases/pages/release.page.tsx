import { day } from '../../calendar/dates.js';
import { fill } from '../../script/texts.js';
import { Button } from '../../web/components/button.js';
import { paths } from '../../web/paths.js';
import { PublicPage } from '../../web/public-page.js';
import type { ReleaseDetail, ReleaseSummary } from '../release-in-language.js';
import type { ReleasePageProps } from './archive-page.js';
import { FollowLinks } from './follow-links.js';
import { ReleaseArticle } from './release-article.js';
import { ReleaseHead } from './release-head.js';
import { releaseTexts } from './release.texts.js';
import { Share } from './share.js';
import { Turn } from './turn.js';

export interface OneReleasePageProps extends ReleasePageProps {
  release: ReleaseDetail;
  older?: ReleaseSummary;
  newer?: ReleaseSummary;
}

/** `/releases/<slug>`: section, dateline, title, lead, body, pictures, sharing, "write to the President about this". */
export function ReleasePage(props: OneReleasePageProps) {
  const { language, profile, origin, release, older, newer } = props;
  const texts = releaseTexts[language];
  const isForeign = release.textLanguage !== language;
  return (
    <PublicPage
      language={language}
      profile={profile}
      origin={props.origin}
      path={`/releases/${release.slug}`}
      title={release.title}
      active="releases"
      description={isForeign ? undefined : release.lead || undefined}
      head={<ReleaseHead {...props} />}
      noindex={isForeign}
    >
      <ReleaseArticle language={language} origin={origin} timeZone={profile.timeZone} release={release}>
        <Share
          language={language}
          title={release.title}
          url={`${origin}${paths.release(language, release.slug)}`}
        />
        <FollowLinks language={language} />
        <section class="invite" aria-labelledby="invite">
          <h2 id="invite">{texts.inviteTitle}</h2>
          <p>{texts.invite}</p>
          <Button href={paths.contact(language, release.slug)}>{texts.inviteButton}</Button>
        </section>
        <Turn
          label={texts.others}
          older={older && neighbourLink(props, older, texts.older)}
          newer={newer && neighbourLink(props, newer, texts.newer)}
        />
      </ReleaseArticle>
    </PublicPage>
  );
}

const neighbourLink = (
  { language, profile }: OneReleasePageProps,
  { slug, title, publishedAt, textLanguage }: ReleaseSummary,
  label: string,
) => ({
  href: paths.release(language, slug),
  label: fill(label, { day: day(publishedAt, profile.timeZone) }),
  title,
  lang: textLanguage === language ? undefined : textLanguage,
});
