import { dateline } from '../../calendar/dates.js';
import { MOST_ABOUT } from '../../letters/about-release.queries.js';
import { fill } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { lettersInWords } from '../list/inbox.texts.js';
import { inboxLink } from '../list/inbox.view.js';
import { FacetList } from '../narrow/narrowing.js';
import type { CountedRelease, ReleaseFigures, Scope } from './about.service.js';
import { aboutTexts } from './about.texts.js';

interface PageProps {
  account: SignedIn;
  scope: Scope;
}

/** Releases, newest first, with what they have brought. */
export function AboutPage(props: PageProps & { releases: CountedRelease[]; next: string | undefined }) {
  const { account, scope, releases, next } = props;
  const texts = aboutTexts[account.language];
  return (
    <OfficePage account={account} language={account.language} title={texts.title} active={placeOf(account)}>
      <header class="page-head">
        <h1>{texts.title}</h1>
      </header>
      <p>{releases.length === 0 ? texts.none : texts.lead}</p>
      {scope.isWider && <p class="hint">{texts.office}</p>}
      {releases.length > 0 && (
        <table class="figures" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {texts.release}
              </th>
              <th scope="col" role="columnheader">
                {texts.published}
              </th>
              <th scope="col" role="columnheader">
                {texts.letters}
              </th>
              <th scope="col" role="columnheader">
                {texts.lately}
              </th>
              <th scope="col" role="columnheader">
                {texts.open}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {releases.map(({ slug, title, textLanguage, publishedAt, about }) => (
              <tr role="row">
                <th scope="row" role="rowheader" lang={textLanguage}>
                  <a href={paths.lettersAboutOne(slug)}>{title}</a>
                </th>
                <td role="cell" data-label={texts.published}>
                  {dateline(publishedAt)}
                </td>
                <td role="cell" data-label={texts.letters}>
                  {inFigures(account, about.letters)}
                </td>
                <td role="cell" data-label={texts.lately}>
                  {inFigures(account, about.lately)}
                </td>
                <td role="cell" data-label={texts.open}>
                  {inFigures(account, about.open)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next !== undefined && (
        <p>
          <a class="btn" rel="next" href={`${paths.lettersAbout}?before=${next}`}>
            {texts.older}
          </a>
        </p>
      )}
    </OfficePage>
  );
}

/** One release: the figures of its letters and, for whoever reads letters, the letters. */
export function OneAboutPage({ account, scope, release, about, facets }: PageProps & ReleaseFigures) {
  const { language } = account;
  const texts = aboutTexts[language];
  const letters = lettersInWords(language, Math.min(about.letters, MOST_ABOUT), about.letters > MOST_ABOUT);
  const figure = (count: number) => inFigures(account, count);
  return (
    <OfficePage account={account} language={language} title={release.title} active={placeOf(account)}>
      <header class="page-head">
        <h1>{release.title}</h1>
      </header>
      <p class="mid">
        {dateline(release.publishedAt)}{' '}
        {release.changedAt !== null && (
          <span class="state bad">{release.isWithdrawn ? texts.withdrawn : texts.corrected}</span>
        )}
      </p>
      {about.letters === 0 ? (
        <p>{texts.noLetters}</p>
      ) : (
        <p>{fill(texts.sum, { letters, open: figure(about.open), lately: figure(about.lately) })}</p>
      )}
      {scope.isWider && <p class="hint">{texts.office}</p>}
      <p class="acts">
        {scope.readsLetters && about.letters > 0 && (
          <a class="btn main" href={inboxLink({ release: release.slug, state: 'all' })}>
            {texts.all}
          </a>
        )}
        <a class="btn" href={paths.release(language, release.slug)}>
          {texts.read}
        </a>
        <a class="btn plain" href={paths.lettersAbout}>
          {texts.title}
        </a>
      </p>
      {facets === undefined ? (
        <p role="status">{texts.tooLong}</p>
      ) : (
        <FacetList
          language={language}
          facets={facets}
          linkTo={
            scope.readsLetters ? (added) => inboxLink({ q: `about:${release.slug} ${added}` }) : undefined
          }
        />
      )}
    </OfficePage>
  );
}

const inFigures = ({ language }: SignedIn, count: number) =>
  count > MOST_ABOUT ? fill(aboutTexts[language].more, { count: MOST_ABOUT }) : String(count);

/** The page belongs to the newsroom for whoever works there, to the letters for everybody else. */
const placeOf = ({ roles }: SignedIn) => (roles.includes('press') ? 'newsroom' : 'inbox');
