import type { OfficeProfile } from '../../config/office-profile.js';
import { STATES } from '../../letters/letter.states.js';
import { CHANNELS } from '../../letters/new-letter.js';
import type { KnownValues } from './inbox.view.js';

const codesOf = (known: readonly { code: string }[]) => known.map(({ code }) => code);

/** What the filters of this office's inbox may be. */
export const knownValues = ({ categories, units, sensitiveMarks }: OfficeProfile): KnownValues => ({
  states: STATES,
  channels: CHANNELS,
  categories: codesOf(categories),
  units: codesOf(units),
  marks: codesOf(sensitiveMarks),
});
