import type { KeptFile } from '../../files/kept-file.js';

/** What the writer may do on the page; each is a form of its own. */
export type MyLetterAct = 'supplement' | 'details' | 'withdrawal';

/** One of the page's forms, come back with what was typed into it. */
export interface MyLetterForm {
  act: MyLetterAct;
  values: Record<string, string>;
  kept: KeptFile[];
  /** Already sentences, each with the id of its field. */
  errors: { field: string; text: string }[];
  notice?: 'stale' | 'busy' | 'broken' | 'unavailable';
  /** For `busy`. */
  minutes?: number;
}
