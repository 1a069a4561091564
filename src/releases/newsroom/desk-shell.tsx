import type { ComponentChildren } from 'preact';
import { asset } from '../../web/assets.js';
import { Icon } from '../../web/components/icon.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { type DeskUi, stateName } from './desk-ui.js';
import type { ListedRelease } from './list.queries.js';
import type { DeskRow } from './newsroom.queries.js';
import { newsroomTexts } from './newsroom.texts.js';
import { ReleaseRow } from './release-row.js';

export interface ShellProps {
  ui: DeskUi;
  desk: DeskRow;
  /** What stands beside it in the list. */
  listed: ListedRelease[];
  /** What was just done. */
  done: string | undefined;
}

/** The page around one release: its state and what may be done, the list, and what the page is for. */
export function DeskShell({
  props,
  title,
  mid,
  actions,
  isRead,
  children,
}: {
  props: ShellProps;
  title: string;
  mid?: ComponentChildren;
  actions: ComponentChildren;
  /** Read and decided on, not written. */
  isRead?: true;
  children: ComponentChildren;
}) {
  const { ui, desk, listed, done } = props;
  const texts = newsroomTexts[ui.language];
  return (
    <OfficePage
      account={ui.account}
      language={ui.language}
      title={title}
      active="newsroom"
      head={
        <>
          <meta name="csrf-token" content={ui.account.csrfToken} />
          <script type="module" src={asset('newsroom.js')} />
        </>
      }
      panes
    >
      <main class={isRead ? 'reply review desk-release' : 'reply desk-release'} id="main">
        <header class="top">
          <a class="btn plain" href={paths.newsroom} aria-keyshortcuts="u" aria-label={texts.back}>
            <Icon name="back" />
          </a>
          <h1>{texts.title}</h1>
          <span class="state">{stateName(ui.language, desk.state)}</span>
          {desk.draft !== null && desk.publishedAt !== null && <span class="state">{texts.correction}</span>}
          <span class="mid">{mid}</span>
          <a class="only-small" href="#out">
            {texts.preview}
          </a>
          <div class="acts push thumb-acts">{actions}</div>
        </header>
        <nav class="read" aria-labelledby="list-heading" tabindex={0}>
          <div class="acts">
            <h2 id="list-heading">{texts.inWork}</h2>
            <NewRelease ui={ui} />
          </div>
          <ul>
            {listed.map((release) => (
              <ReleaseRow ui={ui} release={release} isOpen={release.id === desk.id} />
            ))}
          </ul>
        </nav>
        {children}
      </main>
      {done !== undefined && (
        <div class="toast passing" role="status">
          <span>{done}</span>
        </div>
      )}
    </OfficePage>
  );
}

/** Opens an empty draft. */
export const NewRelease = ({ ui, main }: { ui: DeskUi; main?: true }) => (
  <form class="push" method="post" action={paths.newsroomReleases}>
    <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
    <button class={main ? 'btn main' : 'btn'} aria-keyshortcuts="n">
      {newsroomTexts[ui.language].fresh} <kbd aria-hidden="true">n</kbd>
    </button>
  </form>
);
