import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import { Frame } from '../frames.js';
import { liveTexts } from '../live/live.texts.js';
import type { Ui } from '../ui.js';
import { BulkBar } from '../bulk/bulk-bar.js';
import { NarrowFold } from '../narrow/narrowing.js';
import { SaveView } from '../views/save-view.js';
import { EmptyList } from './empty-list.js';
import { FilterForm } from './filter-form.js';
import { inboxTexts, lettersInWords } from './inbox.texts.js';
import { inboxLink, letterLink, orderOf, type PageCursor, queryOf } from './inbox.view.js';
import { MOST_FOUND } from './count.queries.js';
import type { LetterPage } from './letter-page.js';
import { LetterRow } from './letter-row.js';

/** The middle pane: what is listed, in which order, its filters, the rows and the way to the next page. */
export function LetterList({ ui, page, open }: { ui: Ui; page: LetterPage; open?: string }) {
  const texts = inboxTexts[ui.language];
  const { view } = page;
  return (
    <section class="list" aria-labelledby="list-heading">
      {mayWork(ui) && <BulkBar ui={ui} page={page} />}
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
          <h2 id="list-heading">{headingOf(ui, page)}</h2>{' '}
          <span class="mid nw">
            <Count ui={ui} page={page} />
          </span>
        </div>
        <FilterForm ui={ui} view={view} isQueue={page.queue !== undefined} ignored={page.ignored}>
          {(page.saving !== undefined || (page.queue === undefined && page.savedAs === undefined)) && (
            <SaveView ui={ui} view={view} problem={page.saving} />
          )}
          {view.q !== undefined && page.letters.length > 1 && <NarrowFold ui={ui} view={view} />}
        </FilterForm>
      </div>
      <div id="dangers">
        {page.risks.length > 0 && (
          <>
            <h2 class="group hot">{texts.queues.risk}</h2>
            <ul>
              {page.risks.map((letter) => (
                <LetterRow
                  ui={ui}
                  letter={letter}
                  risk={letter}
                  href={letterLink(letter.reference, view, page.cursor)}
                  isOpen={letter.reference === open}
                  found={undefined}
                  present={page.present.get(letter.id)}
                />
              ))}
            </ul>
            <h2 class="group">{headingOf(ui, page)}</h2>
          </>
        )}
      </div>
      <FreshButton ui={ui} />
      {page.letters.length === 0 ? (
        <EmptyList ui={ui} page={page} />
      ) : (
        <ul id="letters">
          {page.letters.map((letter) => (
            <LetterRow
              ui={ui}
              letter={letter}
              href={letterLink(letter.reference, view, page.cursor)}
              isOpen={letter.reference === open}
              found={page.found}
              present={page.present.get(letter.id)}
            />
          ))}
        </ul>
      )}
      <Pages ui={ui} page={page} open={open} />
    </section>
  );
}

/** Whoever only looks, picks nothing. */
/** How many letters; hits of a search that are dear to count are counted to the last once the page is there. */
function Count({ ui, page: { view, count, isMore } }: { ui: Ui; page: LetterPage }) {
  const words = lettersInWords(ui.language, count, isMore);
  return view.q !== undefined && isMore && count < MOST_FOUND ? (
    <Frame name="hits" src={paths.narrowing + queryOf(view)}>
      {words}
    </Frame>
  ) : (
    words
  );
}

const mayWork = ({ account }: Ui) =>
  account.roles.some((role) => ['clerk', 'triage', 'drafter', 'approver'].includes(role));

/** New letters never push the list: they wait behind this button, which the page's script shows and counts. */
function FreshButton({ ui }: { ui: Ui }) {
  const { fresh, left } = liveTexts[ui.language];
  return (
    <button
      type="button"
      class="fresh"
      id="fresh"
      hidden
      aria-keyshortcuts="."
      data-one={fresh.one}
      data-few={fresh.few}
      data-many={fresh.many}
      data-left={left}
    >
      <span /> <kbd aria-hidden="true">.</kbd>
    </button>
  );
}

function headingOf(ui: Ui, page: LetterPage): string {
  const texts = inboxTexts[ui.language];
  if (page.queue !== undefined) return texts.queues[page.queue];
  if (page.savedAs !== undefined) return page.savedAs;
  return page.view.q === undefined ? texts.selection : texts.search;
}

function Pages({
  ui,
  page: { view, previous, next },
  open,
}: {
  ui: Ui;
  page: LetterPage;
  open: string | undefined;
}) {
  if (previous === undefined && next === undefined) return null;
  const { pages } = inboxTexts[ui.language];
  const [before, after] =
    orderOf(view) === 'due' ? [pages.previousDue, pages.nextDue] : [pages.previous, pages.next];
  // The letter that is open stays open while the list beside it is turned.
  const link = (cursor: PageCursor) =>
    open === undefined ? inboxLink(view, cursor) : letterLink(open, view, cursor);
  const inPlace = { 'data-turbo-frame': 'list', 'data-turbo-action': 'advance' };
  return (
    <nav class="list-foot pages" aria-label={pages.label}>
      {previous !== undefined && (
        <a class="btn" rel="prev" href={link({ before: previous })} {...inPlace}>
          ← {before}
        </a>
      )}
      {next !== undefined && (
        <a class="btn push" rel="next" href={link({ after: next })} {...inPlace}>
          {after} →
        </a>
      )}
    </nav>
  );
}
