import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { type DeskUi, inUiScript, stateName, uiScript, when } from './desk-ui.js';
import type { ListedRelease } from './list.queries.js';
import { newsroomTexts } from './newsroom.texts.js';

/** A line of the newsroom's list: title, state, and what is next or was last. */
export function ReleaseRow({
  ui,
  release,
  isOpen,
}: {
  ui: DeskUi;
  release: ListedRelease;
  isOpen?: boolean;
}) {
  const texts = newsroomTexts[ui.language];
  return (
    <li class="row release-row">
      <span />
      <a href={paths.newsroomRelease(release.id)} aria-current={isOpen ? 'true' : undefined}>
        <span class="ln">
          <span class="l1">
            <span class="from" lang={release.title === '' ? undefined : 'sr-Cyrl'}>
              {release.title || texts.untitled}
            </span>
          </span>
        </span>
        <span class="ln">
          <span class="l2">
            <span class="cat">{stateName(ui.language, release.state)}</span>{' '}
            <span class="snip" lang={uiScript(ui)}>
              {factsOf(ui, release).join(' · ')}
            </span>
          </span>
        </span>
      </a>
    </li>
  );
}

function factsOf(ui: DeskUi, release: ListedRelease): string[] {
  const { listed } = newsroomTexts[ui.language];
  const { withdrawnAt, publishedAt, goesOutAt, editedAt, editorName, correction, isEmergency } = release;
  const facts: string[] = [];
  // The state stands before it and says what the time is of.
  const at = withdrawnAt ?? publishedAt ?? goesOutAt;
  if (at !== null) facts.push(when(ui, at));
  else if (editedAt !== null)
    facts.push(fill(listed.edited, { who: inUiScript(ui, editorName ?? ''), when: when(ui, editedAt) }));
  if (correction !== null) facts.push(listed.correction[correction]);
  if (isEmergency) facts.push(listed.emergency);
  return facts;
}
