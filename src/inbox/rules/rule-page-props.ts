import type { Rule } from '../../letters/rules/rule.js';
import type { Ui } from '../ui.js';

/** A form that came back, with what was typed. */
export interface RuleProblem {
  values: Record<string, string>;
  errors: { field: string; message: string }[];
  message: string;
}

export interface RulePageProps {
  ui: Ui;
  /** Undefined for a new one. */
  rule: Rule | undefined;
  /** Names of the gazetteer, to be picked from. */
  places: string[];
  done?: string;
  problem?: RuleProblem;
}
