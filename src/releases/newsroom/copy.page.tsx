import type { ReleasePageProps } from '../pages/archive-page.js';
import { ReleaseArticle } from '../pages/release-article.js';
import type { ReleaseDetail } from '../release-in-language.js';
import { PublicPage } from '../../web/public-page.js';

/** The public page of a release that is not public: for the office's own eyes, or under embargo. */
export const CopyPage = ({
  language,
  profile,
  origin,
  release,
  notice,
  path,
  fileAddress,
}: ReleasePageProps & {
  release: ReleaseDetail;
  notice: string;
  path: string;
  fileAddress: (sha256: string) => string;
}) => (
  <PublicPage
    language={language}
    profile={profile}
    path={path}
    title={release.title}
    active="releases"
    noindex
  >
    <p class="embargo">{notice}</p>
    <ReleaseArticle
      language={language}
      origin={origin}
      timeZone={profile.timeZone}
      release={release}
      fileAddress={fileAddress}
    />
  </PublicPage>
);
