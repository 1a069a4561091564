import { letterStatesDocument } from '../letters/letter-states.docs.js';
import { releaseStatesDocument } from '../releases/release-states.docs.js';

/** Pages of docs/ that are derived from the code, by their file names. */
export function derivedDocs(): Record<string, string> {
  return { 'letter-states.md': letterStatesDocument(), 'release-states.md': releaseStatesDocument() };
}
