import { fill, textIn } from '../../script/texts.js';
import { categoryPath, markName, ruleName, type Ui } from '../ui.js';
import { ActionField, ActionPanel, fieldId } from './action-panel.js';
import type { ActionFormProps, ActionProblem } from './actions.js';
import { actionTexts } from './actions.texts.js';
import { suggestedReason } from './suggestion-note.js';
import { suggestionTexts } from './suggestion.texts.js';
import { LONGEST_REASON } from './reason.dto.js';

/** Category, unit and urgency, prefilled with what the letter has, or with what a rule suggests. */
export function TriageForm({ ui, letter, query, problem, suggestion }: ActionFormProps) {
  const texts = actionTexts[ui.language].triage;
  const entered = problem?.action === 'triage' ? problem.values : undefined;
  return (
    <ActionPanel
      ui={ui}
      action="triage"
      letter={letter}
      query={query}
      heading={texts.heading}
      problem={problem}
    >
      {suggestion && (
        <p class="hint">{fill(suggestionTexts[ui.language].of, { rule: ruleName(ui, suggestion.rule) })}</p>
      )}
      <TriageFields
        ui={ui}
        problem={problem}
        values={{
          category: entered?.category ?? letter.category ?? suggestion?.category ?? '',
          unit: entered?.unit ?? letter.unit ?? suggestion?.unit ?? '',
          urgency: entered?.urgency ?? suggestion?.urgency ?? letter.urgency ?? 'normal',
          urgencyReason: entered?.urgencyReason ?? suggestedReason(ui, letter, suggestion),
          sensitive: entered ? (entered.sensitive ?? '').split(' ') : letter.sensitive,
        }}
      />
      <button class="btn main">{texts.save}</button>
    </ActionPanel>
  );
}

/** The fields of triage, for one letter or for many. */
export function TriageFields({
  ui,
  problem,
  values,
}: {
  ui: Ui;
  problem: ActionProblem | undefined;
  values: { category: string; unit: string; urgency: string; urgencyReason: string; sensitive: string[] };
}) {
  const texts = actionTexts[ui.language].triage;
  return (
    <>
      <ActionField action="triage" field="category" label={texts.category} problem={problem}>
        {(attributes) => (
          <select {...attributes} required autofocus>
            <option value="">{texts.choose}</option>
            <CategoryOptions value={values.category} ui={ui} />
          </select>
        )}
      </ActionField>
      <ActionField action="triage" field="unit" label={texts.unit} problem={problem}>
        {(attributes) => (
          <select {...attributes}>
            <option value="">{texts.unitOfCategory}</option>
            <Options choices={ui.profile.units} value={values.unit} ui={ui} />
          </select>
        )}
      </ActionField>
      <fieldset class="field">
        <legend class="legend">{texts.urgency}</legend>
        {(['normal', 'urgent'] as const).map((urgency) => (
          <label class="check">
            <input
              type="radio"
              name="urgency"
              id={urgency === 'normal' ? fieldId('triage', 'urgency') : undefined}
              value={urgency}
              checked={values.urgency === urgency}
            />{' '}
            {texts[urgency]}
          </label>
        ))}
      </fieldset>
      <ActionField
        action="triage"
        field="urgencyReason"
        label={texts.reason}
        hint={texts.reasonHint}
        problem={problem}
      >
        {(attributes) => (
          <input {...attributes} value={values.urgencyReason} maxlength={LONGEST_REASON} autocomplete="off" />
        )}
      </ActionField>
      {ui.profile.sensitiveMarks.length > 0 && (
        <fieldset class="field">
          <legend class="legend">{texts.sensitive}</legend>
          <div class="marks">
            {ui.profile.sensitiveMarks.map(({ code }) => (
              <label class="check">
                <input
                  type="checkbox"
                  name="sensitive"
                  value={code}
                  checked={values.sensitive.includes(code)}
                />{' '}
                {markName(ui, code)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

/** The tree in its order; what is a part of another says its whole path, so that typing finds it too. */
const CategoryOptions = ({ ui, value }: { ui: Ui; value: string }) => (
  <>
    {ui.profile.categories.map(({ code }) => (
      <option value={code} selected={code === value}>
        {categoryPath(ui, code)}
      </option>
    ))}
  </>
);

function Options({
  ui,
  choices,
  value,
}: {
  ui: Ui;
  choices: { code: string; name: { sr: string; en: string } }[];
  value: string;
}) {
  return (
    <>
      {choices.map(({ code, name }) => (
        <option value={code} selected={code === value}>
          {textIn(ui.language, name)}
        </option>
      ))}
    </>
  );
}
