import type { KeptFile } from '../../files/kept-file.js';
import type { FieldError } from '../submission.texts.js';

/** Why a form came back although no field is wrong. */
export type FormNotice = 'stale' | 'broken' | 'busy' | 'unavailable';

/** The form as it is shown again: every word that was typed, and every file that was taken. */
export interface ContactForm {
  values: Record<string, string>;
  kept: KeptFile[];
  errors: FieldError[];
  notice?: FormNotice;
  /** For `busy`. */
  minutes?: number;
  /** Files arrived that could not be kept, so they must be chosen again. */
  attachAgain?: boolean;
}

export const EMPTY_FORM: ContactForm = { values: {}, kept: [], errors: [] };
