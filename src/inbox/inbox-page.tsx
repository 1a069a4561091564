import { OfficePage } from '../web/office-page.js';
import { Frame, FramePage } from './frames.js';
import { InboxHead } from './inbox-head.js';
import { LetterPane, type LetterOnDesk } from './letter/letter-pane.js';
import { inboxTexts } from './list/inbox.texts.js';
import type { InboxView, PageCursor } from './list/inbox.view.js';
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
  return (
    <OfficePage
      account={ui.account}
      language={ui.language}
      title={desk ? letterTitle(ui, desk) : listTitle(ui, page)}
      active="inbox"
      search={page.view.q}
      panes
      head={<InboxHead ui={ui} />}
    >
      <div class="panes" data-view={desk ? 'letter' : 'list'}>
        <QueueColumn ui={ui} queues={queues} counts={counts} current={page.queue} />
        <main id="main">
          <Frame name="list">
            <LetterList ui={ui} page={page} open={desk?.letter.reference} />
          </Frame>
          <LetterFrame ui={ui} desk={desk} done={done} view={page.view} cursor={page.cursor} />
        </main>
      </div>
    </OfficePage>
  );
}

interface LetterFrameProps {
  ui: Ui;
  desk: LetterOnDesk | undefined;
  done?: string;
  view: InboxView;
  cursor: PageCursor;
}

/** The letter alone, for a page that already shows the rest. */
export const LetterFramePage = (props: LetterFrameProps) => (
  <FramePage
    ui={props.ui}
    title={props.desk ? letterTitle(props.ui, props.desk) : inboxTexts[props.ui.language].inbox}
  >
    <LetterFrame {...props} />
  </FramePage>
);

/** The list alone, with the counts beside it; `open` is the letter that the page shows. */
export const ListFramePage = ({
  ui,
  queues,
  counts,
  page,
  open,
}: Omit<InboxPageProps, 'desk' | 'done'> & { open?: string }) => (
  <FramePage ui={ui} title={listTitle(ui, page)}>
    <QueueColumn ui={ui} queues={queues} counts={counts} current={page.queue} />
    <Frame name="list">
      <LetterList ui={ui} page={page} open={open} />
    </Frame>
  </FramePage>
);

function LetterFrame({ ui, desk, done, view, cursor }: LetterFrameProps) {
  return (
    <Frame name="letter">
      {desk ? <LetterPane ui={ui} desk={desk} view={view} cursor={cursor} /> : <NoLetter ui={ui} />}
      {done !== undefined && (
        <div class="toast passing" role="status">
          <span>{done}</span>
        </div>
      )}
    </Frame>
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

function letterTitle(ui: Ui, { letter }: LetterOnDesk): string {
  const name = `${letter.name} ${letter.surname}`.trim() || inboxTexts[ui.language].row.noName;
  return `${name}, ${letter.reference}`;
}

function listTitle(ui: Ui, page: LetterPage): string {
  const texts = inboxTexts[ui.language];
  return page.queue ? texts.queues[page.queue] : texts.inbox;
}
