/** Why a change was refused, and what was entered for which letter. */
export interface ReadingProblem {
  message: string;
  /** Of the letter's own form; undefined for the list as a whole. */
  reference?: string;
  values?: Record<string, string>;
}
