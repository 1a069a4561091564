import { fill } from '../../script/texts.js';
import { officerName } from '../ui.js';
import { ActionField, ActionPanel } from './action-panel.js';
import type { ActionFormProps } from './actions.js';
import { actionTexts } from './actions.texts.js';
import { canWork } from './offered-actions.js';

/** To me with one key more, to a colleague from the list, or back to nobody. */
export function AssignmentForm({ ui, letter, query, problem, colleagues, mayHandBack }: ActionFormProps) {
  const texts = actionTexts[ui.language].assignment;
  const chosen = problem?.action === 'assignment' ? problem.values.colleague : undefined;
  const others = colleagues.filter(({ id }) => id !== ui.account.id);
  return (
    <ActionPanel
      ui={ui}
      action="assignment"
      letter={letter}
      query={query}
      heading={texts.heading}
      problem={problem}
    >
      {letter.assignedTo !== ui.account.id && canWork(ui.account.roles) && (
        <button class="btn main" name="to" value="me" autofocus>
          {fill(texts.me, { name: officerName(ui, ui.account.name) })}
        </button>
      )}
      {others.length > 0 && (
        <>
          <ActionField action="assignment" field="colleague" label={texts.colleague} problem={problem}>
            {(attributes) => (
              <select {...attributes}>
                {others.map(({ id, name }) => (
                  <option value={id} selected={id === chosen}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </ActionField>
          <button class="btn" name="to" value="colleague">
            {texts.save}
          </button>
        </>
      )}
      {mayHandBack && (
        <div class="field">
          <button class="btn" name="to" value="nobody">
            {texts.handBack}
          </button>
          <p class="hint">{texts.handBackHint}</p>
        </div>
      )}
    </ActionPanel>
  );
}
