import { day } from '../../calendar/dates.js';
import type { RelatedLetter } from '../../letters/related.queries.js';
import { stateName } from '../state-name.js';
import { ActionField, ActionPanel, fieldId } from './action-panel.js';
import type { ActionFormProps } from './actions.js';
import { mergingTexts } from './merging.texts.js';

/** Merges the letter into another, which is named by its reference or register number. */
export function MergeForm({
  ui,
  letter,
  query,
  problem,
  related,
}: ActionFormProps & {
  /** Other letters of the same person, to be picked from. */
  related: readonly RelatedLetter[];
}) {
  const texts = mergingTexts[ui.language].merging;
  const entered = problem?.action === 'merge' ? problem.values : undefined;
  const error =
    problem?.action === 'merge' ? problem.errors.find(({ field }) => field === 'samePerson') : undefined;
  const hintId = fieldId('merge', 'samePerson-hint');
  return (
    <ActionPanel
      ui={ui}
      action="merge"
      letter={letter}
      query={query}
      heading={texts.heading}
      problem={problem}
    >
      <p class="hint">{texts.lead}</p>
      <ActionField action="merge" field="into" label={texts.into} hint={texts.intoHint} problem={problem}>
        {(attributes) => (
          <input
            {...attributes}
            value={entered?.into}
            required
            maxlength={40}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            list={related.length > 0 ? 'merge-related' : undefined}
            autofocus
          />
        )}
      </ActionField>
      {related.length > 0 && (
        <datalist id="merge-related">
          {related.map(({ reference, registerNumber, state, receivedAt }) => (
            <option value={registerNumber ?? reference}>
              {day(receivedAt)} {stateName(ui.language, state)}
            </option>
          ))}
        </datalist>
      )}
      <div class={error ? 'field bad' : 'field'}>
        <label class="check">
          <input
            type="checkbox"
            name="samePerson"
            id={fieldId('merge', 'samePerson')}
            value="yes"
            checked={entered?.samePerson === 'yes'}
            aria-describedby={error ? `${hintId} ${fieldId('merge', 'samePerson-error')}` : hintId}
            aria-invalid={error && 'true'}
          />{' '}
          {texts.samePerson}
        </label>
        <p class="hint" id={hintId}>
          {texts.samePersonHint}
        </p>
        {error && (
          <p class="error" id={fieldId('merge', 'samePerson-error')}>
            {error.message}
          </p>
        )}
      </div>
      <button class="btn main">{texts.save}</button>
    </ActionPanel>
  );
}
