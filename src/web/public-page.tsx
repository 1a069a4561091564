import type { ComponentChildren } from 'preact';
import type { OfficeProfile } from '../config/office-profile.js';
import { type Language, LANGUAGES, textIn } from '../script/texts.js';
import { asset } from './assets.js';
import { Colophon } from './components/colophon.js';
import { Letterhead, type MenuPlace } from './components/letterhead.js';
import { PageLanguage } from './components/page-language.js';
import { fontsOf } from './fonts.js';
import { inVersion } from './paths.js';
import { publicPageTexts } from './public-page.texts.js';

export interface PublicPageProps {
  language: Language;
  profile: OfficeProfile;
  /** This page's address without a version, for example "/contact": the language switch keeps to the page. */
  path: string;
  /** Stands before the office's name in the browser's title. */
  title: string;
  active?: MenuPlace;
  description?: string;
  /** Further elements of the head: canonical address, JSON-LD, Open Graph. */
  head?: ComponentChildren;
  /** Pages that only their reader may find: kept out of search engines, and without links between versions. */
  noindex?: boolean;
  /** `PUBLIC_URL`, for addresses that search engines want whole. */
  origin?: string;
  children: ComponentChildren;
}

/** The shell of every public page: letterhead, one column, colophon. */
export function PublicPage(props: PublicPageProps) {
  const { language, profile, path } = props;
  return (
    <PageLanguage.Provider value={language}>
      <html class="govuk-template" lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="theme-color" content="#f7f4ed" />
          <title>{`${props.title} – ${textIn(language, profile.name)}`}</title>
          {props.description !== undefined && <meta name="description" content={props.description} />}
          {props.noindex && <meta name="robots" content="noindex" />}
          {fontsOf(language).map((font) => (
            <link rel="preload" href={asset(font)} as="font" type="font/woff2" crossOrigin="anonymous" />
          ))}
          <link rel="stylesheet" href={asset('public.css')} />
          <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
          {!props.noindex &&
            LANGUAGES.map((other) => (
              <link
                rel="alternate"
                hreflang={other}
                href={`${props.origin ?? ''}${inVersion(other, path)}`}
              />
            ))}
          <script src={asset('public.js')} defer />
          {props.head}
        </head>
        <body class="govuk-template__body">
          <a class="govuk-skip-link" href="#main">
            {publicPageTexts[language].skip}
          </a>
          <Letterhead language={language} profile={profile} path={path} active={props.active} />
          <main class="main wrap" id="main">
            {props.children}
          </main>
          <Colophon language={language} profile={profile} />
        </body>
      </html>
    </PageLanguage.Provider>
  );
}
