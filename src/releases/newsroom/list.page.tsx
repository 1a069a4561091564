import { fill } from '../../script/texts.js';
import { asset } from '../../web/assets.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { type ReleaseState, STATES_OF_RELEASE } from '../release.states.js';
import { NewRelease } from './desk-shell.js';
import { type DeskUi, stateName } from './desk-ui.js';
import { type ListedRelease, MOST_COUNTED } from './list.queries.js';
import { newsroomTexts } from './newsroom.texts.js';
import { ReleaseRow } from './release-row.js';

export interface ListPageProps {
  ui: DeskUi;
  releases: ListedRelease[];
  counts: Record<ReleaseState, number>;
  state: ReleaseState | undefined;
  /** The place where the list goes on. */
  further: string | undefined;
}

/** Every release by state, what is in work first. */
export function ListPage({ ui, releases, counts, state, further }: ListPageProps) {
  const texts = newsroomTexts[ui.language];
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0) - counts.discarded;
  const chip = (name: string, count: number, href: string, isOn: boolean) => (
    <li>
      <a class={isOn ? 'chip on' : 'chip'} href={href} aria-current={isOn ? 'page' : undefined}>
        {name} <b>{count > MOST_COUNTED ? fill(texts.moreThan, { count: MOST_COUNTED }) : count}</b>
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
              counts[each],
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
      {further !== undefined && (
        <p class="more">
          <a class="btn" rel="next" href={`${paths.newsroom}?${query({ state, after: further })}`}>
            {texts.further}
          </a>
        </p>
      )}
    </OfficePage>
  );
}

const query = (given: Record<string, string | undefined>) =>
  new URLSearchParams(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
