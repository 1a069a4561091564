import { isoLocal } from '../../calendar/dates.js';
import { textIn } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { picturePath } from '../picture-address.js';
import { newsArticle } from './news-article.js';
import { PageHead } from './page-head.js';
import type { ReleaseDetail } from '../release-in-language.js';
import type { ReleasePageProps } from './archive-page.js';

/** What machines read of a release. Serbian standing in for English is canonical on its own page. */
export function ReleaseHead({ profile, origin, release }: ReleasePageProps & { release: ReleaseDetail }) {
  const { title, lead, textLanguage, slug, publishedAt, updatedAt, pictures } = release;
  const name = textIn(textLanguage, profile.name);
  return (
    <>
      <PageHead
        language={textLanguage}
        origin={origin}
        canonical={paths.release(textLanguage, slug)}
        title={title}
        description={lead}
        type="article"
        siteName={name}
      />
      <meta property="article:published_time" content={isoLocal(publishedAt, profile.timeZone)} />
      <meta property="article:modified_time" content={isoLocal(updatedAt, profile.timeZone)} />
      {pictures.map((picture) => (
        <>
          <meta property="og:image" content={`${origin}${picturePath(picture)}`} />
          <meta property="og:image:width" content={String(picture.width)} />
          <meta property="og:image:height" content={String(picture.height)} />
          <meta property="og:image:alt" content={picture.alt} />
        </>
      ))}
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{
          __html: newsArticle(release, { origin, timeZone: profile.timeZone, publisher: name }),
        }}
      />
    </>
  );
}
