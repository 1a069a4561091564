import type { ComponentChildren } from 'preact';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import type { Ui } from '../ui.js';
import { FilterFields } from './filter-fields.js';
import { chipsOf } from './filter-words.js';
import { inboxTexts } from './inbox.texts.js';
import { inboxLink, type InboxView, isOwed, orderOf, type Sort } from './inbox.view.js';

/** The filters in force as chips that go away with a click, the order, and the form for more filters. */
export function FilterForm({
  ui,
  view,
  isQueue,
  ignored,
  children,
}: {
  ui: Ui;
  view: InboxView;
  isQueue: boolean;
  ignored: string[];
  /** What else is done with the view. */
  children?: ComponentChildren;
}) {
  const texts = inboxTexts[ui.language];
  // A queue's own filter is said by its name already.
  const chips = isQueue ? [] : chipsOf(ui, view);
  const sort = orderOf(view);
  return (
    <>
      <div class="chips">
        {chips.map(({ words, without }) => (
          <a
            class="chip on"
            href={inboxLink(without)}
            aria-label={fill(texts.filters.remove, { filter: words })}
          >
            <span class="chip-words">{words}</span> <Icon name="cross" />
          </a>
        ))}
        {isOwed(view) && (
          <>
            <span class="sr">{texts.sort.label}:</span>
            {(['received', 'due'] as Sort[]).map((order) => (
              <a
                class={order === sort ? 'chip on' : 'chip'}
                href={inboxLink({ ...view, sort: order === 'received' ? undefined : order })}
                aria-current={order === sort ? 'true' : undefined}
              >
                {texts.sort[order]}
              </a>
            ))}
          </>
        )}
        <details class="filters">
          <summary class="chip">{texts.filters.fold}</summary>
          <FilterFields ui={ui} view={view} />
        </details>
        {children}
      </div>
      {ignored.length > 0 && <p class="note">{fill(texts.badFilter, { names: ignored.join(', ') })}</p>}
    </>
  );
}
