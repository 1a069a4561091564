import { RISKS } from '../../letters/letter.entity.js';
import { riskTexts } from '../../letters/risk/risk.texts.js';
import { ActionField, ActionPanel, fieldId } from './action-panel.js';
import type { ActionFormProps } from './actions.js';
import { actionTexts } from './actions.texts.js';
import { LONGEST_REASON } from './reason.dto.js';

/** Marks a danger: its kind, and by what it is seen. Those on duty are told at once. */
export function RiskForm({ ui, letter, query, problem }: ActionFormProps) {
  const texts = actionTexts[ui.language].risking;
  const entered = problem?.action === 'risk' ? problem.values : undefined;
  return (
    <ActionPanel
      ui={ui}
      action="risk"
      letter={letter}
      query={query}
      heading={texts.heading}
      problem={problem}
    >
      <fieldset class="field">
        <legend class="legend">{texts.kind}</legend>
        {RISKS.map((risk, index) => (
          <label class="check">
            <input
              type="radio"
              name="risk"
              id={index === 0 ? fieldId('risk', 'risk') : undefined}
              value={risk}
              checked={(entered?.risk ?? 'life') === risk}
              autofocus={(entered?.risk ?? 'life') === risk}
            />{' '}
            {riskTexts[ui.language].kinds[risk]}
          </label>
        ))}
      </fieldset>
      <ActionField
        action="risk"
        field="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        problem={problem}
      >
        {(attributes) => (
          <input
            {...attributes}
            value={entered?.reason}
            required
            maxlength={LONGEST_REASON}
            autocomplete="off"
          />
        )}
      </ActionField>
      <button class="btn risk">{texts.save}</button>
    </ActionPanel>
  );
}
