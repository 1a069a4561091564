import { fill, type Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { Frame } from '../frames.js';
import { inboxLink, type InboxView, LONGEST_SEARCH, queryOf } from '../list/inbox.view.js';
import { MOST_FOUND } from '../list/count.queries.js';
import type { Ui } from '../ui.js';
import type { Facet, FacetValue } from './facets.js';
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
  const fits = ({ added }: FacetValue) => `${view.q} ${added}`.length <= LONGEST_SEARCH;
  const facets = narrowing.facets.map(({ field, values }) => ({ field, values: values.filter(fits) }));
  return (
    <>
      {narrowing.isMore && <p class="mid">{fill(texts.more, { count: most })}</p>}
      {facets.length === 0 && <p>{texts.nothing}</p>}
      <FacetList
        language={language}
        facets={facets}
        linkTo={(added) => inboxLink({ ...view, q: `${view.q} ${added}` })}
      />
    </>
  );
}

/** Counted values field by field; links where they lead somewhere. */
export function FacetList(props: {
  language: Language;
  facets: readonly Facet[];
  linkTo: ((added: string) => string) | undefined;
}) {
  const { language, facets, linkTo } = props;
  const texts = narrowTexts[language];
  return (
    <div class="stack narrowing">
      {facets.map(({ field, values }) => (
        <section aria-labelledby={`narrow-${field}`}>
          <h2 class="group" id={`narrow-${field}`}>
            {texts.fields[field]}
          </h2>
          <p class="chips">
            {values.map(({ label, count, added }) => {
              const words = (
                <>
                  {label} <span class="n">{count.toLocaleString(language === 'en' ? 'en' : 'sr')}</span>
                </>
              );
              return linkTo ? (
                <a class="chip" href={linkTo(added)}>
                  {words}
                </a>
              ) : (
                <span class="chip">{words}</span>
              );
            })}
          </p>
        </section>
      ))}
    </div>
  );
}
