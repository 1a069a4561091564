import { ActionField, ActionPanel } from './action-panel.js';
import type { ActionFormProps } from './actions.js';
import { actionTexts } from './actions.texts.js';
import { mergingTexts } from './merging.texts.js';
import { LONGEST_REASON } from './reason.dto.js';
import { Suggestions } from './suggestions.js';

export type ReasonedAction = 'closure' | 'reopening' | 'separation' | 'spam';

/** Closure, reopening, separation and spam: each asks for its reason; usual ones are suggested, any may be written. */
export function ReasonForm({
  ui,
  letter,
  query,
  problem,
  action,
}: ActionFormProps & { action: ReasonedAction }) {
  const texts = textsOf(ui.language, action);
  const entered = problem?.action === action ? problem.values.reason : undefined;
  const listId = `${action}-suggestions`;
  return (
    <ActionPanel
      ui={ui}
      action={action}
      letter={letter}
      query={query}
      heading={texts.heading}
      problem={problem}
    >
      <ActionField action={action} field="reason" label={texts.reason} hint={texts.hint} problem={problem}>
        {(attributes) => (
          <input
            {...attributes}
            value={entered}
            required
            maxlength={LONGEST_REASON}
            autocomplete="off"
            list={texts.suggestions.length > 0 ? listId : undefined}
            autofocus
          />
        )}
      </ActionField>
      {texts.suggestions.length > 0 && <Suggestions id={listId} suggestions={texts.suggestions} />}
      <button class="btn main">{texts.save}</button>
    </ActionPanel>
  );
}

function textsOf(language: keyof typeof actionTexts, action: ReasonedAction) {
  const texts = actionTexts[language];
  if (action === 'closure') return { ...texts.closure, hint: texts.closure.reasonHint };
  if (action === 'spam') return texts.spamming;
  if (action === 'separation') return { ...mergingTexts[language].separation, suggestions: [] };
  return { ...texts.reopening, hint: undefined, suggestions: [] };
}
