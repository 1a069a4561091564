import { Icon } from '../../web/components/icon.js';
import type { Ui } from '../ui.js';
import { EmptyList } from './empty-list.js';
import { FilterForm } from './filter-form.js';
import { inboxTexts, lettersInWords } from './inbox.texts.js';
import { inboxLink, type InboxView, letterLink, type PageCursor } from './inbox.view.js';
import { LetterRow } from './letter-row.js';
import type { ListedLetter } from './list.queries.js';
import type { QueueCode } from './queues.js';

/** One page of the list, as the service found it. */
export interface LetterPage {
  view: InboxView;
  /** Where this page starts; letters keep it in their links so that the list beside them is the same. */
  cursor: PageCursor;
  queue: QueueCode | undefined;
  letters: ListedLetter[];
  /** All letters of the view; when `isMore`, at least this many. */
  count: number;
  isMore: boolean;
  next: string | undefined;
  previous: string | undefined;
  /** Names of query parameters that the inbox does not know. */
  ignored: string[];
}

/** The middle pane: what is listed, in which order, its filters, the rows and the way to the next page. */
export function LetterList({ ui, page, open }: { ui: Ui; page: LetterPage; open?: string }) {
  const texts = inboxTexts[ui.language];
  const { view } = page;
  return (
    <section class="list" aria-labelledby="list-heading">
      <div class="list-head">
        <div class="line">
          <button
            type="button"
            class="btn plain menu menu-queues"
            popovertarget="queues"
            aria-label={texts.queuesLabel}
          >
            <Icon name="menu" />
          </button>
          <h1 id="list-heading">{headingOf(ui, page)}</h1>{' '}
          <span class="mid nw">{lettersInWords(ui.language, page.count, page.isMore)}</span>
        </div>
        <FilterForm ui={ui} view={view} ignored={page.ignored} />
      </div>
      {page.letters.length === 0 ? (
        <EmptyList ui={ui} page={page} />
      ) : (
        <ul>
          {page.letters.map((letter) => (
            <LetterRow
              ui={ui}
              letter={letter}
              href={letterLink(letter.reference, view, page.cursor)}
              isOpen={letter.reference === open}
            />
          ))}
        </ul>
      )}
      <Pages ui={ui} page={page} />
    </section>
  );
}

function headingOf(ui: Ui, page: LetterPage): string {
  const texts = inboxTexts[ui.language];
  if (page.queue !== undefined) return texts.queues[page.queue];
  return page.view.q === undefined ? texts.selection : texts.search;
}

function Pages({ ui, page: { view, previous, next } }: { ui: Ui; page: LetterPage }) {
  if (previous === undefined && next === undefined) return null;
  const { pages } = inboxTexts[ui.language];
  const [before, after] =
    view.sort === 'due' ? [pages.previousDue, pages.nextDue] : [pages.previous, pages.next];
  return (
    <nav class="list-foot pages" aria-label={pages.label}>
      {previous !== undefined && (
        <a class="btn" rel="prev" href={inboxLink(view, { before: previous })}>
          ← {before}
        </a>
      )}
      {next !== undefined && (
        <a class="btn push" rel="next" href={inboxLink(view, { after: next })}>
          {after} →
        </a>
      )}
    </nav>
  );
}
