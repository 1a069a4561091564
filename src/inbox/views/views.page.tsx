import { fill } from '../../script/texts.js';
import { OfficeField } from '../../web/components/office-field.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { chipsOf } from '../list/filter-words.js';
import { inboxLink } from '../list/inbox.view.js';
import { type Ui, unitName } from '../ui.js';
import { type KeptView, LONGEST_VIEW_NAME } from './saved-views.service.js';
import { viewsTexts } from './views.texts.js';

export interface ViewsPageProps {
  ui: Ui;
  views: readonly KeptView[];
  /** The name that was refused, as typed, with the reason. */
  problem?: { id: string; name: string; message: string };
  done?: 'renamed' | 'removed';
}

/** Every saved view of an officer: what it selects, its name to change, and a way to be rid of it. */
export function ViewsPage({ ui, views, problem, done }: ViewsPageProps) {
  const texts = viewsTexts[ui.language];
  return (
    <OfficePage account={ui.account} language={ui.language} title={texts.title} active="inbox">
      <header class="page-head">
        <h1>{texts.title}</h1>
      </header>
      {done && (
        <p class="note" role="status">
          {texts[done]}
        </p>
      )}
      <p>{views.length === 0 ? texts.none : texts.lead}</p>
      <div class="tiles">
        {views.map((kept) => (
          <ViewForm ui={ui} kept={kept} problem={problem?.id === kept.id ? problem : undefined} />
        ))}
      </div>
    </OfficePage>
  );
}

function ViewForm({ ui, kept, problem }: { ui: Ui; kept: KeptView; problem: ViewsPageProps['problem'] }) {
  const texts = viewsTexts[ui.language];
  const words = chipsOf(ui, kept.view).map((chip) => chip.words);
  return (
    <section class="card" aria-labelledby={`view-${kept.id}`}>
      <header>
        <h2 id={`view-${kept.id}`}>{kept.name}</h2>
        <span class="mid">
          {kept.unit === null ? texts.mine : fill(texts.ofUnit, { unit: unitName(ui, kept.unit) })}
        </span>
      </header>
      <form class="in stack" method="post" action={paths.savedView(kept.id)} novalidate>
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        {words.length > 0 && <p>{words.join(' · ')}</p>}
        {kept.ignored.length > 0 && (
          <p class="note">{fill(texts.ignored, { names: kept.ignored.join(', ') })}</p>
        )}
        <OfficeField id={`name-${kept.id}`} name="name" label={texts.name} error={problem?.message}>
          {(attributes) => (
            <input
              {...attributes}
              value={problem?.name ?? kept.name}
              maxlength={LONGEST_VIEW_NAME}
              autocomplete="off"
            />
          )}
        </OfficeField>
        <div class="acts">
          <a class="btn" href={inboxLink(kept.view)}>
            {texts.open}
          </a>
          <button class="btn" name="do" value="save">
            {texts.rename}
          </button>
          <button class="btn plain" name="do" value="remove">
            {texts.remove}
          </button>
        </div>
      </form>
    </section>
  );
}
