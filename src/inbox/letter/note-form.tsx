import { ActionField, ActionPanel } from './action-panel.js';
import type { ActionFormProps } from './actions.js';
import { actionTexts } from './actions.texts.js';
import { LONGEST_NOTE } from './note.dto.js';

/** What officers tell each other; with a script, `@` offers names while one types. */
export function NoteForm({ ui, letter, query, problem, mentionable }: ActionFormProps) {
  const texts = actionTexts[ui.language].noting;
  const entered = problem?.action === 'note' ? problem.values : undefined;
  return (
    <ActionPanel
      ui={ui}
      action="note"
      letter={letter}
      query={query}
      heading={texts.heading}
      problem={problem}
    >
      <ActionField action="note" field="note" label={texts.note} hint={texts.hint} problem={problem}>
        {(attributes) => (
          <textarea {...attributes} rows={5} required maxlength={LONGEST_NOTE} data-mentions autofocus>
            {entered?.note}
          </textarea>
        )}
      </ActionField>
      {mentionable.length > 0 && (
        <ActionField action="note" field="mention" label={texts.mention} problem={problem}>
          {(attributes) => (
            <select {...attributes}>
              <option value="">{texts.nobody}</option>
              {mentionable.map(({ id, name }) => (
                <option value={id} selected={id === entered?.mention}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </ActionField>
      )}
      <button class="btn main">{texts.save}</button>
    </ActionPanel>
  );
}
