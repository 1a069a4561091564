import { type Language, LANGUAGES } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import type { Archive } from '../archive.js';

export interface SiteMapOf {
  origin: string;
  archive: Archive;
  releases: { slug: string; updatedAt: Date; hasEnglish: boolean }[];
}

const SERBIAN: readonly Language[] = ['sr-Cyrl', 'sr-Latn'];

/** Every public page in its versions, each naming the others (sitemaps.org, with Google's `xhtml:link`). */
export function siteMap({ origin, archive, releases }: SiteMapOf): string {
  const entries = [
    ...[paths.home, paths.contact, paths.letters, paths.accessibility, paths.releases].map((page) =>
      versionsOf(origin, LANGUAGES, (language) => page(language)),
    ),
    ...archive.years.map((year) =>
      versionsOf(origin, LANGUAGES, (language) => paths.releasesOfYear(language, year)),
    ),
    ...archive.months.map(({ year, month }) =>
      versionsOf(origin, LANGUAGES, (language) => paths.releasesOfMonth(language, year, month)),
    ),
    ...releases.map(({ slug, updatedAt, hasEnglish }) =>
      versionsOf(
        origin,
        hasEnglish ? LANGUAGES : SERBIAN,
        (language) => paths.release(language, slug),
        updatedAt,
      ),
    ),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
}

function versionsOf(
  origin: string,
  languages: readonly Language[],
  pathIn: (language: Language) => string,
  updatedAt?: Date,
): string {
  const address = (language: Language) => escaped(`${origin}${pathIn(language)}`);
  const links = [
    ...languages.map((language) => [language, address(language)]),
    ['x-default', address('sr-Cyrl')],
  ]
    .map(([language, href]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`)
    .join('');
  const changed = updatedAt === undefined ? '' : `<lastmod>${updatedAt.toISOString()}</lastmod>`;
  return languages
    .map((language) => `<url><loc>${address(language)}</loc>${changed}${links}</url>`)
    .join('\n');
}

/** Slugs and prefixes need no escaping, but `PUBLIC_URL` is the operator's. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
