import type { ComponentChildren } from 'preact';
import { dateline, isoLocal } from '../../calendar/dates.js';
import { type Language, textIn } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { Attachments } from './attachments.js';
import { Corrections } from './corrections.js';
import { markdownToHtml } from '../markdown.js';
import type { ReleaseDetail } from '../release-in-language.js';
import { SECTIONS } from '../sections.js';
import { Pictures } from './pictures.js';
import { releaseTexts } from './release.texts.js';

export interface ReleaseArticleProps {
  language: Language;
  origin: string;
  timeZone: string;
  release: ReleaseDetail;
  /** Heading of the title: the page's only `h1`, or `h3` in a pane that shows how it will look. */
  heading?: 'h1' | 'h3';
  /** Where pictures and attachments are fetched; the public addresses unless told. */
  fileAddress?: (sha256: string) => string;
  /** What follows the release's own words. */
  children?: ComponentChildren;
}

/** A release as readers see it: section, dateline, title, lead, notes, body, pictures, attachments. */
export function ReleaseArticle(props: ReleaseArticleProps) {
  const { language, origin, timeZone, release, heading: Heading = 'h1', fileAddress } = props;
  const texts = releaseTexts[language];
  const isForeign = release.textLanguage !== language;
  const lang = isForeign ? release.textLanguage : undefined;
  const html = markdownToHtml(release.body, { latin: release.textLanguage === 'sr-Latn', origin });
  return (
    <article class="release">
      <div class="release__meta">
        {release.section !== null && (
          <p class="release__section">
            <a href={paths.releasesFound(language, { section: release.section })}>
              {textIn(language, SECTIONS[release.section])}
            </a>
          </p>
        )}
        <p class="dateline">
          <time datetime={isoLocal(release.publishedAt, timeZone)}>
            {dateline(release.publishedAt, timeZone)}
          </time>
        </p>
      </div>
      <Heading lang={lang}>{release.title}</Heading>
      {isForeign && (
        <p class="note">
          {texts.onlySerbian}{' '}
          <a href={paths.release('sr-Cyrl', release.slug)} hreflang="sr-Cyrl">
            {texts.readCyrillic}
          </a>
        </p>
      )}
      <Corrections language={language} timeZone={timeZone} corrections={release.corrections} />
      {release.lead !== '' && (
        <p class="lead" lang={lang}>
          {release.lead}
        </p>
      )}
      <div class="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
      <Pictures pictures={release.pictures} lang={lang} fileAddress={fileAddress} />
      <Attachments language={language} attachments={release.attachments} fileAddress={fileAddress} />
      {props.children}
    </article>
  );
}
