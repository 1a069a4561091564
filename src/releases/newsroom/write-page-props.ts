import type { ReleaseCorrection } from '../extras.queries.js';
import type { ReleaseContent } from './content.js';
import type { ShellProps } from './desk-shell.js';
import type { DraftRow } from './newsroom.queries.js';

/** Why something was not done: one sentence, or what stands in the way field by field. */
export interface PageProblem {
  message?: string;
  fields?: { field: string; message: string }[];
}

export interface WritePageProps extends ShellProps {
  draft: DraftRow;
  /** What stands in the fields: what was saved, or what was entered and not taken. */
  content: ReleaseContent;
  corrections: ReleaseCorrection[];
  names: ReadonlyMap<string, string>;
  /** Who else has it open. */
  others: string[];
  problem?: PageProblem;
  /** Somebody else saved meanwhile: the fields hold this officer's text, the draft the other one. */
  isConflict?: boolean;
}

/** The sentence of a field's problem, for the summary and beside the field. */
export const messageOf = (problem: PageProblem | undefined, field: string): string | undefined =>
  problem?.fields?.find((each) => each.field === field)?.message;
