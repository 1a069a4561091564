import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { Frame } from '../frames.js';
import { inboxLink, type InboxView, LONGEST_SEARCH, queryOf } from '../list/inbox.view.js';
import { MOST_FOUND } from '../list/list.queries.js';
import type { Ui } from '../ui.js';
import type { Narrowing } from './narrow.service.js';
import { narrowTexts } from './narrow.texts.js';

/** Folded away beside the filters: the hits are counted only when somebody wants to know. */
export function NarrowFold({ ui, view }: { ui: Ui; view: InboxView }) {
  const texts = narrowTexts[ui.language];
  const href = paths.narrowing + queryOf(view);
  return (
    <details class="filters">
      <summary class="chip">{texts.title}</summary>
      <Frame name="narrowing" src={href}>
        <a href={href}>{texts.count}</a>
      </Frame>
    </details>
  );
}

/** Every value that narrows the search, as a link to the search with it. */
export function Narrowed(props: { ui: Ui; view: InboxView; narrowing: Narrowing | undefined }) {
  const { ui, view, narrowing } = props;
  const { language } = ui;
  const texts = narrowTexts[language];
  if (narrowing === undefined) return <p role="status">{texts.tooLong}</p>;
  const most = MOST_FOUND.toLocaleString(language === 'en' ? 'en' : 'sr');
  const fits = ({ added }: { added: string }) => `${view.q} ${added}`.length <= LONGEST_SEARCH;
  return (
    <div class="stack narrowing">
      {narrowing.isMore && <p class="mid">{fill(texts.more, { count: most })}</p>}
      {narrowing.facets.length === 0 && <p>{texts.nothing}</p>}
      {narrowing.facets.map(({ field, values }) => (
        <section aria-labelledby={`narrow-${field}`}>
          <h2 class="group" id={`narrow-${field}`}>
            {texts.fields[field]}
          </h2>
          <p class="chips">
            {values.filter(fits).map(({ label, count, added }) => (
              <a class="chip" href={inboxLink({ ...view, q: `${view.q} ${added}` })}>
                {label} <span class="n">{count.toLocaleString(language === 'en' ? 'en' : 'sr')}</span>
              </a>
            ))}
          </p>
        </section>
      ))}
    </div>
  );
}
