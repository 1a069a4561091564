import { isoLocal } from '../../calendar/dates.js';
import { fill } from '../../script/texts.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { Changes } from './changes.js';
import { EMPTY_CONTENT, isSameContent, type ReleaseContent } from './content.js';
import { type DeskUi, inUiScript, stateName, uiScript, when } from './desk-ui.js';
import type { ReleaseEvent } from './events.queries.js';
import type { DeskRow } from './newsroom.queries.js';
import { newsroomTexts } from './newsroom.texts.js';

export interface HistoryPageProps {
  ui: DeskUi;
  desk: DeskRow;
  title: string;
  /** Oldest first. */
  events: ReleaseEvent[];
}

/** Everything that happened to a release, the newest first: who, when, and what changed. */
export function HistoryPage({ ui, desk, title, events }: HistoryPageProps) {
  const texts = newsroomTexts[ui.language];
  return (
    <OfficePage
      account={ui.account}
      language={ui.language}
      title={fill(texts.historyOf, { title: title || texts.untitled })}
      active="newsroom"
    >
      <header class="page-head">
        <h1>{texts.history}</h1>
        <span class="state">{stateName(ui.language, desk.state)}</span>
        <a href={paths.newsroomRelease(desk.id)} lang={title === '' ? undefined : 'sr-Cyrl'}>
          {title || texts.untitled}
        </a>
      </header>
      {events[0]?.kind !== 'created' && <p class="note">{texts.imported}</p>}
      <ol class="release-history">
        {withBefore(events)
          .toReversed()
          .map(({ event, before }) => (
            <li class="card">
              <Happened ui={ui} event={event} before={before} />
            </li>
          ))}
      </ol>
    </OfficePage>
  );
}

function Happened({
  ui,
  event,
  before,
}: {
  ui: DeskUi;
  event: ReleaseEvent;
  before: ReleaseContent | undefined;
}) {
  const texts = newsroomTexts[ui.language];
  const who = event.accountName === null ? texts.program : inUiScript(ui, event.accountName);
  return (
    <>
      <header>
        <time datetime={isoLocal(event.at, ui.profile.timeZone)}>{when(ui, event.at)}</time>
        <h2>{fill(texts.events[event.kind], { who })}</h2>
        {event.to !== null && <span class="state">{stateName(ui.language, event.to)}</span>}
      </header>
      <div class="in">
        {event.isEmergency && <p class="error">{texts.emergencyMark}</p>}
        {event.reason !== null && (
          <p lang={uiScript(ui)}>
            {texts.reason}: {inUiScript(ui, event.reason)}
          </p>
        )}
        {event.content !== null && !isSameContent(before ?? EMPTY_CONTENT, event.content) && (
          <Changes ui={ui} from={before ?? EMPTY_CONTENT} to={event.content} />
        )}
      </div>
    </>
  );
}

/** Each event with the content that was before it. */
function withBefore(events: ReleaseEvent[]) {
  let before: ReleaseContent | undefined;
  return events.map((event) => {
    const entry = { event, before };
    before = event.content ?? before;
    return entry;
  });
}
