import type { LetterChange } from './changes.queries.js';
import type { Letter } from './letter.entity.js';
import type { LetterEventKind } from './letter.view.js';

/** Long enough to notice a slip, short enough that nobody has built on it. */
export const UNDO_MINUTES = 10;

/** Changes that an officer may take back. What left the office, or what a citizen did, is not among them. */
export const UNDOABLE: readonly LetterEventKind[] = [
  'triage',
  'assignment',
  'handing-back',
  'closure',
  'spam',
  'reopening',
  'merge',
  'risk',
  'risk-taking',
  'risk-outcome',
];

/** Events that change nothing an undo could run over. */
export const HARMLESS: readonly LetterEventKind[] = [
  'read',
  'delivered',
  'note',
  'link',
  'due-warning',
  'escalation',
  'merged',
  'separated',
  'rule',
  'reading',
  'reading-removal',
  'presentation',
  'presentation-recall',
  'citation-review',
];

/** The values that a change takes the place of. */
export function valuesBefore(letter: Letter, change: LetterChange): LetterChange {
  const fields = (Object.keys(change) as (keyof LetterChange)[]).filter(
    (field) => change[field] !== undefined,
  );
  return Object.fromEntries(fields.map((field) => [field, letter[field]]));
}

/** Why a change cannot be taken back. */
export class UndoRefused extends Error {
  constructor(readonly why: 'changed' | 'foreign' | 'late') {
    super(`The change cannot be taken back (${why}).`);
    this.name = 'UndoRefused';
  }
}
