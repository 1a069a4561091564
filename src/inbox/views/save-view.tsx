import { OfficeField } from '../../web/components/office-field.js';
import { paths } from '../../web/paths.js';
import { type InboxView, queryOf } from '../list/inbox.view.js';
import type { Ui } from '../ui.js';
import { LONGEST_VIEW_NAME } from './saved-views.service.js';
import { viewsTexts } from './views.texts.js';

/** What was typed into the form and why it was refused. */
export interface SaveProblem {
  name: string;
  forUnit: boolean;
  message: string;
}

/** Gives the view that is looked at a name; folded away beside the filters. */
export function SaveView({ ui, view, problem }: { ui: Ui; view: InboxView; problem?: SaveProblem }) {
  const texts = viewsTexts[ui.language];
  return (
    <details class="filters" open={problem !== undefined}>
      <summary class="chip">{texts.save}</summary>
      <form method="post" action={paths.savedViews} class="pair" novalidate>
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        <input type="hidden" name="view" value={queryOf(view).slice(1)} />
        <OfficeField id="view-name" name="name" label={texts.name} error={problem?.message}>
          {(attributes) => (
            <input {...attributes} value={problem?.name} maxlength={LONGEST_VIEW_NAME} autocomplete="off" />
          )}
        </OfficeField>
        {ui.account.unit !== null && (
          <label class="check">
            <input type="checkbox" name="for" value="unit" checked={problem?.forUnit} /> {texts.forUnit}
          </label>
        )}
        <div class="acts">
          <button class="btn main">{texts.submit}</button>
        </div>
      </form>
    </details>
  );
}
