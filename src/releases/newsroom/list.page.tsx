import { fill } from '../../script/texts.js';
import { asset } from '../../web/assets.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { type ReleaseState, STATES_OF_RELEASE } from '../release.states.js';
import { NewRelease } from './desk-shell.js';
import { type DeskUi, stateName } from './desk-ui.js';
import type { ListedRelease } from './newsroom.queries.js';
import { newsroomTexts } from './newsroom.texts.js';
import { ReleaseRow } from './release-row.js';

/** Most lines of the list. */
export const MOST_LISTED = 200;

export interface ListPageProps {
  ui: DeskUi;
  releases: ListedRelease[];
  counts: Partial<Record<ReleaseState, number>>;
  state: ReleaseState | undefined;
}

/** Every release by state, what is in work first. */
export function ListPage({ ui, releases, counts, state }: ListPageProps) {
  const texts = newsroomTexts[ui.language];
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0) - (counts.discarded ?? 0);
  const chip = (name: string, count: number, href: string, isOn: boolean) => (
    <li>
      <a class={isOn ? 'chip on' : 'chip'} href={href} aria-current={isOn ? 'page' : undefined}>
        {name} <b>{count}</b>
      </a>
    </li>
  );
  return (
    <OfficePage
      account={ui.account}
      language={ui.language}
      title={texts.title}
      active="newsroom"
      head={<script type="module" src={asset('newsroom.js')} />}
    >
      <header class="page-head">
        <h1>{texts.title}</h1>
        <NewRelease ui={ui} main />
        <a class="btn" href={paths.lettersAbout}>
          {texts.letters}
        </a>
      </header>
      <nav aria-label={texts.states}>
        <ul class="chips release-states">
          {chip(texts.all, total, paths.newsroom, state === undefined)}
          {STATES_OF_RELEASE.map((each) =>
            chip(
              stateName(ui.language, each),
              counts[each] ?? 0,
              `${paths.newsroom}?state=${each}`,
              each === state,
            ),
          )}
        </ul>
      </nav>
      {releases.length === 0 ? (
        <p class="void">{texts.none}</p>
      ) : (
        <ul class="card releases-card">
          {releases.map((release) => (
            <ReleaseRow ui={ui} release={release} />
          ))}
        </ul>
      )}
      {releases.length === MOST_LISTED && <p class="hint">{fill(texts.shown, { count: MOST_LISTED })}</p>}
    </OfficePage>
  );
}
