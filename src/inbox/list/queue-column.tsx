import { officePageTexts } from '../../web/office-page.texts.js';
import { paths } from '../../web/paths.js';
import { keysTexts } from '../keys/keys.texts.js';
import { KEEPERS } from '../quarantine/quarantine-roles.js';
import type { Ui } from '../ui.js';
import type { ShownView } from '../views/saved-views.service.js';
import { viewsTexts } from '../views/views.texts.js';
import { readingListTexts } from '../reading-list/reading-list.texts.js';
import { inboxTexts } from './inbox.texts.js';
import { inboxLink } from './inbox.view.js';
import { MOST_COUNTED } from './count.queries.js';
import type { InboxQueue, QueueCode } from './queues.js';

const GROUPS = ['letters', 'attention', 'archive'] as const;

/** What waits outside the queues. */
export interface Waiting {
  /** Letters for the day's post. */
  toPrint: number;
  /** Jobs on many letters that are under way, or wait for this officer. */
  bulk: number;
  /** Letters on the list for the head of state, of how many; undefined for whoever does not put it together. */
  reading: { count: number; most: number } | undefined;
  /** Mails of which no letter could be made; undefined for whoever does not see them. */
  quarantined: number | undefined;
}

/** The queues with what waits in each; on narrow screens the browser's own popover, opened from the bar. */
export function QueueColumn({
  ui,
  queues,
  counts,
  waiting,
  saved,
  current,
}: {
  ui: Ui;
  queues: readonly InboxQueue[];
  counts: Partial<Record<QueueCode, number>>;
  waiting: Waiting;
  saved: readonly ShownView[];
  current: QueueCode | undefined;
}) {
  const texts = inboxTexts[ui.language];
  return (
    <nav class="queues" id="queues" popover="auto" aria-label={texts.queuesLabel}>
      {GROUPS.map((group) => (
        <section>
          <h2>{texts.groups[group]}</h2>
          <ul>
            {queues
              .filter((queue) => queue.group === group)
              .map((queue) => {
                const count = counts[queue.code] ?? 0;
                const kind = count === 0 ? 'zero' : queue.hot ? 'hot' : undefined;
                return (
                  <li>
                    <a
                      href={inboxLink(queue.view)}
                      class={kind}
                      data-keys={queue.keys}
                      aria-current={queue.code === current ? 'page' : undefined}
                    >
                      {texts.queues[queue.code]} <span class="n">{inFigures(count)}</span>
                    </a>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
      <section>
        <h2>{texts.groups.dispatch}</h2>
        <ul>
          <li>
            <a href={paths.print} class={waiting.toPrint === 0 ? 'zero' : undefined} data-keys="g t">
              {texts.toPrint} <span class="n">{waiting.toPrint}</span>
            </a>
          </li>
          <li>
            <a href={paths.bulk} class={waiting.bulk === 0 ? 'zero' : undefined} data-keys="g x">
              {texts.bulk} <span class="n">{waiting.bulk}</span>
            </a>
          </li>
          {waiting.reading && (
            <li>
              <a
                href={paths.readingList}
                class={waiting.reading.count === 0 ? 'zero' : undefined}
                data-keys="g l"
              >
                {readingListTexts[ui.language].title}{' '}
                <span class="n">
                  {waiting.reading.count}/{waiting.reading.most}
                </span>
              </a>
            </li>
          )}
          {entersPost(ui) && (
            <li>
              <a href={paths.newPost} data-keys="g e">
                {officePageTexts[ui.language].post}
              </a>
            </li>
          )}
          {entersPost(ui) && (
            <li>
              <a href={paths.reconciliation} data-keys="g u">
                {officePageTexts[ui.language].reconciliation}
              </a>
            </li>
          )}
          {waiting.quarantined !== undefined && (
            <li>
              <a href={paths.quarantine} class={waiting.quarantined === 0 ? 'zero' : 'hot'}>
                {texts.quarantine} <span class="n">{inFigures(waiting.quarantined)}</span>
              </a>
            </li>
          )}
        </ul>
      </section>
      {saved.length > 0 && (
        <section>
          <h2>{viewsTexts[ui.language].title}</h2>
          <ul>
            {saved.map(({ name, view, count, isShown }) => (
              <li>
                <a
                  href={inboxLink(view)}
                  class={count === 0 ? 'zero' : undefined}
                  aria-current={isShown ? 'page' : undefined}
                >
                  {name} {count !== undefined && <span class="n">{inFigures(count)}</span>}
                </a>
              </li>
            ))}
            <li>
              <a class="mid" href={paths.savedViews}>
                {viewsTexts[ui.language].arrange}
              </a>
            </li>
          </ul>
        </section>
      )}
      <OtherParts ui={ui} />
      <div class="acts keys-only">
        <button type="button" class="btn plain" data-opens="palette" aria-keyshortcuts="Control+k">
          {keysTexts[ui.language].commands} <kbd aria-hidden="true">Ctrl K</kbd>
        </button>
        <button type="button" class="btn plain" data-opens="keys" aria-keyshortcuts="?">
          {keysTexts[ui.language].keys} <kbd aria-hidden="true">?</kbd>
        </button>
      </div>
    </nav>
  );
}

/** More than is counted says so. */
const inFigures = (count: number) => (count > MOST_COUNTED ? `${MOST_COUNTED}+` : count);

/** On a phone the bar has no room for the other parts of the office; they stand below the queues. */
function OtherParts({ ui }: { ui: Ui }) {
  if (!ui.account.roles.includes('admin')) return null;
  const texts = officePageTexts[ui.language];
  return (
    <section class="only-phone">
      <h2>{texts.parts}</h2>
      <ul>
        <li>
          <a href={paths.accounts}>{texts.accounts}</a>
        </li>
        <li>
          <a href={paths.queues}>{texts.queues}</a>
        </li>
      </ul>
    </section>
  );
}

/** Who keeps the register of what arrives. */
const entersPost = ({ account }: Ui) => account.roles.some((role) => KEEPERS.includes(role));
