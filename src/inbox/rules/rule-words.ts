import type { Rule, RuleOutcome } from '../../letters/rules/rule.js';
import { fill } from '../../script/texts.js';
import { NAMES } from '../../staff/form-parts.js';
import { inboxTexts } from '../list/inbox.texts.js';
import { categoryPath, type Ui, unitName } from '../ui.js';
import { rulesTexts } from './rules.texts.js';

/** A rule's conditions in words: "words: пензија, place: Ниш". */
export function conditionsOf({ language }: Ui, rule: Rule): string {
  const texts = rulesTexts[language].conditions;
  const { words, place, releaseSlug } = rule;
  const values = {
    words,
    place,
    release: releaseSlug,
    channel: rule.channel && inboxTexts[language].channels[rule.channel],
    language: rule.language && NAMES[rule.language],
  };
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => fill(texts[name as keyof typeof values], { value: value! }))
    .join('; ');
}

/** What is said of a letter in words: "Health › Waiting lists, Social affairs, urgent". */
export function outcomeOf(ui: Ui, { category, unit, urgency }: RuleOutcome): string {
  const { urgencies } = rulesTexts[ui.language];
  const parts = [
    categoryPath(ui, category),
    unitName(ui, unit ?? ui.profile.usualUnit(category)),
    urgency && urgencies[urgency],
  ];
  return parts.filter(Boolean).join(', ');
}

/** A rule is on, off, or waits for its test. */
export function stateOf({ isOn, testedVersion, version }: Rule): 'on' | 'off' | 'untested' {
  if (isOn) return 'on';
  return testedVersion === version ? 'off' : 'untested';
}
