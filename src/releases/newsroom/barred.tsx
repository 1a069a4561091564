import { fill } from '../../script/texts.js';
import { inUiScript } from './desk-ui.js';
import { barredBy } from './four-eyes.js';
import type { DraftRow } from './newsroom.queries.js';
import { newsroomTexts } from './newsroom.texts.js';
import type { ReadPageProps } from './read-page-props.js';

/** Why this officer cannot publish it, who can, and what to do where nobody else is there. */
export function Barred({ ui, draft, names }: ReadPageProps & { draft: DraftRow }) {
  const texts = newsroomTexts[ui.language].barred;
  const by = barredBy(draft, ui.account.id);
  if (by === undefined) return null;
  const { editedBy, submittedBy } = draft;
  const name = (id: string | null) => inUiScript(ui, names.get(id ?? '') ?? '');
  return (
    <div class="note">
      <div>
        <p>{texts[by]}</p>
        {editedBy !== submittedBy && (
          <p>{fill(texts.both, { editor: name(editedBy), sender: name(submittedBy) })}</p>
        )}
      </div>
    </div>
  );
}
