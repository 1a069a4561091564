import type { ComponentChildren } from 'preact';
import { asset } from '../web/assets.js';
import { OfficePage } from '../web/office-page.js';
import { LetterPane, type LetterOnDesk } from './letter/letter-pane.js';
import { inboxTexts } from './list/inbox.texts.js';
import { LetterList } from './list/letter-list.js';
import type { LetterPage } from './list/letter-page.js';
import { QueueColumn } from './list/queue-column.js';
import type { InboxQueue, QueueCode } from './list/queues.js';
import type { Ui } from './ui.js';

export interface InboxPageProps {
  ui: Ui;
  queues: readonly InboxQueue[];
  counts: Partial<Record<QueueCode, number>>;
  page: LetterPage;
  /** The letter that is open; without one the right pane invites to choose. */
  desk?: LetterOnDesk;
  /** What was just done, told once. */
  done?: string;
}

/**
 * Queues, list and letter. All three are always in the page; its width decides whether they stand side by side
 * (1180 px), two by two (740 px) or alone, and on a phone the address decides which one is seen.
 */
export function InboxPage({ ui, queues, counts, page, desk, done }: InboxPageProps) {
  const texts = inboxTexts[ui.language];
  const name = desk && (`${desk.letter.name} ${desk.letter.surname}`.trim() || texts.row.noName);
  const title = desk
    ? `${name}, ${desk.letter.reference}`
    : page.queue
      ? texts.queues[page.queue]
      : texts.inbox;
  return (
    <OfficePage
      account={ui.account}
      language={ui.language}
      title={title}
      active="inbox"
      search={page.view.q}
      panes
      head={<InboxScript />}
    >
      <div class="panes" data-view={desk ? 'letter' : 'list'}>
        <QueueColumn ui={ui} queues={queues} counts={counts} current={page.queue} />
        <main id="main">
          <LetterList ui={ui} page={page} open={desk?.letter.reference} />
          {desk ? (
            <LetterPane ui={ui} desk={desk} view={page.view} cursor={page.cursor} />
          ) : (
            <NoLetter ui={ui} />
          )}
        </main>
      </div>
      {done !== undefined && (
        <div class="toast passing" role="status">
          <span>{done}</span>
        </div>
      )}
    </OfficePage>
  );
}

/** An account without a role that reads letters gets a page that says so, and no letter, queue or count. */
export function NoAccessPage({ ui }: { ui: Ui }) {
  const texts = inboxTexts[ui.language];
  return (
    <OfficePage account={ui.account} language={ui.language} title={texts.inbox} active="inbox">
      <div class="void">
        <h1>{texts.empty.noAccess}</h1>
        <p class="mid">{texts.empty.noAccessHint}</p>
      </div>
    </OfficePage>
  );
}

const InboxScript = (): ComponentChildren => <script type="module" src={asset('inbox.js')} />;

function NoLetter({ ui }: { ui: Ui }) {
  const texts = inboxTexts[ui.language];
  return (
    <section class="letter">
      <div class="void">
        <p class="serif">{texts.choose}</p>
        <p class="mid keys-only">{texts.chooseHint}</p>
      </div>
    </section>
  );
}
