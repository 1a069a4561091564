import type { LetterView } from '../../letters/letter.view.js';
import type { Suggestion } from '../../letters/rules/rules.service.js';
import { ruleTexts } from '../../letters/rules/rule.texts.js';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { categoryPath, ruleName, type Ui, unitName } from '../ui.js';
import { actionPath, type ActionFormProps } from './actions.js';
import { suggestionTexts } from './suggestion.texts.js';

/** At the head of an unsorted letter: what a rule suggests, or has set. One press sorts the letter so. */
export function SuggestionNote({ ui, letter, query, problem, suggestion }: ActionFormProps) {
  if (suggestion === undefined || problem?.action === 'triage') return null;
  const texts = suggestionTexts[ui.language];
  const { category, unit, urgency, isSet } = suggestion;
  const rule = ruleName(ui, suggestion.rule);
  const fields = { category, unit, urgency, urgencyReason: suggestedReason(ui, letter, suggestion) };
  const said = [categoryPath(ui, category), unitName(ui, unit), urgency === 'urgent' && texts.urgent];
  return (
    <div class="note suggestion">
      <Icon name="check" />
      <p>
        {fill(isSet ? texts.set : texts.of, { rule })} <b>{said.filter(Boolean).join(', ')}</b>
      </p>
      <form method="post" action={actionPath(letter.reference, 'triage') + query} data-advance="">
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        <input type="hidden" name="seen" value={letter.updatedAt.toISOString()} />
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {letter.sensitive.map((mark) => (
          <input type="hidden" name="sensitive" value={mark} />
        ))}
        <button class="btn" aria-keyshortcuts="y">
          {isSet ? texts.confirm : texts.accept} <kbd aria-hidden="true">y</kbd>
        </button>
      </form>
    </div>
  );
}

/** Why the letter is urgent: as noted in it, or by the rule that says so. */
export function suggestedReason(
  ui: Ui,
  { urgencyReason, urgency }: Pick<LetterView, 'urgency' | 'urgencyReason'>,
  suggestion: Suggestion | undefined,
): string {
  if (urgencyReason !== null && (urgency === 'urgent' || suggestion === undefined)) return urgencyReason;
  if (suggestion?.urgency !== 'urgent') return '';
  return fill(ruleTexts[ui.language].reason, { rule: ruleName(ui, suggestion.rule) });
}
