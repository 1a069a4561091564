import { inLanguages } from '../../script/texts.js';

/** Why a letter is urgent, when a rule says so. */
export const ruleTexts = inLanguages({ reason: 'по правилу „{rule}“' }, { reason: 'by the rule “{rule}”' });
