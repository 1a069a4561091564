import { isoLocal } from '../../calendar/dates.js';
import { paths } from '../../web/paths.js';
import { picturePath } from '../picture-address.js';
import type { ReleaseDetail } from '../release-in-language.js';

/**
 * The release as schema.org's NewsArticle, ready to stand inside `<script type="application/ld+json">`: such a
 * script is data and is never run, but `<` is still written as an escape, so that no title can end the element.
 */
export function newsArticle(
  release: ReleaseDetail,
  { origin, timeZone, publisher }: { origin: string; timeZone: string; publisher: string },
): string {
  const { title, lead, textLanguage, publishedAt, updatedAt, slug, pictures } = release;
  const organization = {
    '@type': 'GovernmentOrganization',
    name: publisher,
    url: `${origin}${paths.home(textLanguage)}`,
  };
  const document = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: lead || undefined,
    inLanguage: textLanguage,
    datePublished: isoLocal(publishedAt, timeZone),
    dateModified: isoLocal(updatedAt, timeZone),
    mainEntityOfPage: `${origin}${paths.release(textLanguage, slug)}`,
    image: pictures.length === 0 ? undefined : pictures.map((picture) => `${origin}${picturePath(picture)}`),
    author: organization,
    publisher: organization,
    isAccessibleForFree: true,
  };
  return JSON.stringify(document).replaceAll('<', '\\u003c');
}
