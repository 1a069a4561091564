import type { ComponentChildren } from 'preact';
import { riskTexts } from '../letters/risk/risk.texts.js';
import { fill } from '../script/texts.js';
import { Icon } from '../web/components/icon.js';
import { OfficePage } from '../web/office-page.js';
import { Frame, FramePage } from './frames.js';
import { InboxHead } from './inbox-head.js';
import { KeysDialogs } from './keys/keys-dialogs.js';
import { actionPath } from './letter/actions.js';
import { LetterPane, type LetterOnDesk } from './letter/letter-pane.js';
import { inboxTexts } from './list/inbox.texts.js';
import { type InboxView, letterLink, type PageCursor, queryOf } from './list/inbox.view.js';
import { LetterList } from './list/letter-list.js';
import type { LetterPage } from './list/letter-page.js';
import { QueueColumn, type Waiting } from './list/queue-column.js';
import type { InboxQueue, QueueCode } from './list/queues.js';
import { liveTexts } from './live/live.texts.js';
import type { Ui } from './ui.js';
import type { ShownView } from './views/saved-views.service.js';
import { writingOf } from './writing.js';

export interface InboxPageProps {
  ui: Ui;
  queues: readonly InboxQueue[];
  counts: Partial<Record<QueueCode, number>>;
  waiting: Waiting;
  saved: readonly ShownView[];
  page: LetterPage;
  /** The letter that is open; without one the right pane invites to choose. */
  desk?: LetterOnDesk;
  done?: Told;
  /** What stands in the letter's place: work on many letters. */
  pane?: OtherPane;
}

/** A pane beside the list that is no letter. */
export interface OtherPane {
  title: string;
  content: ComponentChildren;
}

/** What was just done to which letter, told once; with the event that can be taken back. */
export interface Told {
  text: string;
  reference: string;
  undo: string | undefined;
}

/**
 * Queues, list and letter. All three are always in the page; its width decides whether they stand side by side
 * (1180 px), two by two (740 px) or alone, and on a phone the address decides which one is seen.
 */
export function InboxPage({ ui, queues, counts, waiting, saved, page, desk, done, pane }: InboxPageProps) {
  return (
    <OfficePage
      account={ui.account}
      language={ui.language}
      title={pane?.title ?? (desk ? letterTitle(ui, desk) : listTitle(ui, page))}
      active="inbox"
      search={page.view.q}
      panes
      heading={inboxTexts[ui.language].inbox}
      head={<InboxHead ui={ui} />}
      alarm={<Alarm ui={ui} page={page} />}
    >
      <div class="panes" data-view={desk || pane ? 'letter' : 'list'}>
        <QueueColumn
          ui={ui}
          queues={queues}
          counts={counts}
          waiting={waiting}
          saved={saved}
          current={page.queue}
        />
        <main id="main">
          <Frame name="list">
            <LetterList ui={ui} page={page} open={desk?.letter.reference} />
          </Frame>
          {pane ? (
            <Frame name="letter">{pane.content}</Frame>
          ) : (
            <LetterFrame ui={ui} desk={desk} done={done} view={page.view} cursor={page.cursor} />
          )}
        </main>
      </div>
      <TellLine ui={ui} />
      <KeysDialogs ui={ui} queues={queues} />
    </OfficePage>
  );
}

/** Where the page's script says, now and then, that letters have arrived. */
function TellLine({ ui }: { ui: Ui }) {
  const { one, few, many } = liveTexts[ui.language].arrived;
  return <div class="sr" id="told" role="status" data-one={one} data-few={few} data-many={many} />;
}

/** On every page of the inbox as long as nobody has taken a danger. */
function Alarm({ ui, page }: { ui: Ui; page: LetterPage }) {
  const free = page.risks.filter(({ riskTakenBy }) => riskTakenBy === null);
  const [first] = free;
  if (first === undefined) return null;
  const texts = inboxTexts[ui.language].alarm;
  const form = new Intl.PluralRules(ui.language === 'en' ? 'en' : 'sr').select(free.length);
  return (
    <section class="alarm" role="alert" aria-label={texts.label}>
      <strong>
        <Icon name="alert" /> {riskTexts[ui.language].kinds[first.risk!]}:{' '}
        {fill(form === 'one' ? texts.one : form === 'few' ? texts.few : texts.many, { count: free.length })}
      </strong>{' '}
      <span lang={writingOf(first.surname)}>
        {first.name} {first.surname}
      </span>
      <a class="btn push" href={letterLink(first.reference, { risk: true })} data-keys="g r">
        {texts.open} <kbd aria-hidden="true">g r</kbd>
      </a>
    </section>
  );
}

interface LetterFrameProps {
  ui: Ui;
  desk: LetterOnDesk | undefined;
  done?: Told;
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

/** Another pane alone, for a page that already shows the rest. */
export const OtherFramePage = ({ ui, pane }: { ui: Ui; pane: OtherPane }) => (
  <FramePage ui={ui} title={pane.title}>
    <Frame name="letter">{pane.content}</Frame>
  </FramePage>
);

/** The list alone, with the counts beside it; `open` is the letter that the page shows. */
export const ListFramePage = ({
  ui,
  queues,
  counts,
  waiting,
  saved,
  page,
  open,
}: Omit<InboxPageProps, 'desk' | 'done' | 'pane'> & { open?: string }) => (
  <FramePage ui={ui} title={listTitle(ui, page)}>
    <Alarm ui={ui} page={page} />
    <QueueColumn
      ui={ui}
      queues={queues}
      counts={counts}
      waiting={waiting}
      saved={saved}
      current={page.queue}
    />
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
          <span>{done.text}</span>
          {done.undo !== undefined && (
            <form method="post" action={actionPath(done.reference, 'undo') + queryOf(view, cursor)}>
              <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
              <input type="hidden" name="event" value={done.undo} />
              <button class="btn" aria-keyshortcuts="z">
                {inboxTexts[ui.language].undo} <kbd aria-hidden="true">z</kbd>
              </button>
            </form>
          )}
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
    <section class="letter" data-empty>
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
  return page.queue ? texts.queues[page.queue] : (page.savedAs ?? texts.inbox);
}
