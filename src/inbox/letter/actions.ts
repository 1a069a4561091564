import { paths } from '../../web/paths.js';
import type { Ui } from '../ui.js';
import type { Suggestion } from '../../letters/rules/rules.service.js';
import type { LetterView } from '../../letters/letter.view.js';

/** What an officer may do to a letter here; each is a resource below the letter's address. */
export const ACTIONS = [
  'triage',
  'note',
  'for-reading',
  'assignment',
  'closure',
  'reopening',
  'merge',
  'separation',
  'spam',
  'risk',
  'risk-taking',
  'risk-outcome',
  'undo',
] as const;
export type ActionName = (typeof ACTIONS)[number];

/** Address of an action; with `:reference`, its route. */
export const actionPath = (reference: string, action: ActionName) =>
  `${paths.inboxLetter(reference)}/${action}`;

/** Why an action was not done, with what was entered: the page comes back with both. */
export interface ActionProblem {
  action: ActionName;
  message: string;
  errors: { field: string; message: string }[];
  values: Record<string, string>;
}

export interface Colleague {
  id: string;
  name: string;
}

/** What was done, and the event that tells it: the next page says so and offers to take it back. */
export interface Done {
  done: string;
  event?: string;
}

/** What every action form needs. */
export interface ActionFormProps {
  ui: Ui;
  letter: LetterView;
  /** Query of the list beside the letter, so that the answer shows the same list. */
  query: string;
  problem: ActionProblem | undefined;
  colleagues: Colleague[];
  /** Whom a note may mention. */
  mentionable: Colleague[];
  mayHandBack: boolean;
  /** What a rule says of the letter. */
  suggestion: Suggestion | undefined;
}
