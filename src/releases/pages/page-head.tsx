import { type Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { releaseTexts } from './release.texts.js';

export interface PageHeadProps {
  language: Language;
  /** `PUBLIC_URL`. */
  origin: string;
  /** Path of the version that search engines should name, with its prefix. */
  canonical: string;
  title: string;
  description?: string;
  /** Open Graph's kind of page. */
  type?: 'website' | 'article';
  siteName: string;
}

const OPEN_GRAPH_LOCALE: Record<Language, string> = { 'sr-Cyrl': 'sr_RS', 'sr-Latn': 'sr_RS', en: 'en_GB' };

/** What machines read of every page of releases: canonical address, feeds, Open Graph. */
export const PageHead = ({
  language,
  origin,
  canonical,
  title,
  description,
  type = 'website',
  siteName,
}: PageHeadProps) => (
  <>
    <link rel="canonical" href={`${origin}${canonical}`} />
    {(['atom', 'rss', 'json'] as const).map((format) => (
      <link
        rel="alternate"
        type={format === 'json' ? 'application/feed+json' : `application/${format}+xml`}
        title={releaseTexts[language].feed}
        href={paths.feed(language, format)}
      />
    ))}
    <meta property="og:type" content={type} />
    <meta property="og:site_name" content={siteName} />
    <meta property="og:locale" content={OPEN_GRAPH_LOCALE[language]} />
    <meta property="og:url" content={`${origin}${canonical}`} />
    <meta property="og:title" content={title} />
    {description !== undefined && description !== '' && (
      <meta property="og:description" content={description} />
    )}
  </>
);
