import type { ComponentChildren } from 'preact';
import type { Language } from '../script/texts.js';
import { asset } from './assets.js';
import { OfficeBar, type OfficeAccount, type OfficePlace } from './components/office-bar.js';
import { PageLanguage } from './components/page-language.js';
import { officePageTexts } from './office-page.texts.js';

export interface OfficePageProps {
  /** Who is signed in; undefined on the pages before that (sign-in, first password). */
  account: OfficeAccount | undefined;
  language: Language;
  title: string;
  active?: OfficePlace;
  /** What the search box shows: the words searched for on this page. */
  search?: string;
  /** Further elements of the head. */
  head?: ComponentChildren;
  /** The content brings its own `<main id="main">`: pages of several panes. */
  panes?: boolean;
  /** The page's h1 where no pane has it: each of several begins with an h2, and a narrow screen hides some. */
  heading?: string;
  /** What must be seen above everything. */
  alarm?: ComponentChildren;
  /** Only a frame of the page was asked for: no bar, no shell. */
  frame?: boolean;
  children: ComponentChildren;
}

/** The shell of every officers' page: the blue bar and, below it, a page that scrolls or panes that do. */
export const OfficePage = (props: OfficePageProps) => (
  <PageLanguage.Provider value={props.language}>
    <html lang={props.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${props.title} · Pismo`}</title>
        <link rel="stylesheet" href={asset('office.css')} data-turbo-track="reload" />
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        {props.head}
      </head>
      <body>{props.frame ? props.children : <Shell {...props} />}</body>
    </html>
  </PageLanguage.Provider>
);

const Shell = (props: OfficePageProps) => (
  <>
    <a class="skip" href="#main">
      {officePageTexts[props.language].skip}
    </a>
    <OfficeBar
      account={props.account}
      language={props.language}
      active={props.active}
      search={props.search}
      heading={props.heading}
      menu={!props.panes}
      live={props.panes}
    />
    {props.alarm}
    <div class="desk">
      {props.panes ? (
        props.children
      ) : (
        <main class="page" id="main">
          {props.children}
        </main>
      )}
    </div>
  </>
);
