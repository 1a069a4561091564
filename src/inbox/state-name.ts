import { LETTER_STATES, STATES } from '../letters/letter.states.js';
import { type Language, textIn } from '../script/texts.js';

/** A state in the officers' words; a word that is no state stays as it is. */
export function stateName(language: Language, state: string): string {
  const known = STATES.find((candidate) => candidate === state);
  return known === undefined ? state : textIn(language, LETTER_STATES[known].officer);
}
