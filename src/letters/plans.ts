import type { OfficeProfile } from '../config/office-profile.js';
import type { PlannedChange } from './changes-of-many.queries.js';
import { planCorrection } from './correct-letter.js';
import type { Letter } from './letter.entity.js';
import { RiskOpen, TransitionRefused } from './letters.refused.js';
import { checkMove, planMove } from './move-letter.js';
import { clockChange, dueAfterTriage } from './time/term.js';
import type { Officer } from './viewer.js';

// What an officer's verb does to a letter, decided without doing it: one letter and many follow the same rules. Each
// throws what the letter's state, its danger or the officer's roles refuse.

export interface Triage {
  /** Codes of the office profile. */
  category: string;
  unit: string;
  urgency: 'normal' | 'urgent';
  /** Only for urgent letters. */
  urgencyReason?: string | null;
  /** Codes of the office profile's sensitive marks; undefined leaves them as they are. */
  sensitive?: string[];
}

/** Sets category, urgency and unit: a new letter becomes triaged, one already triaged or in work is corrected. */
export function planTriage(
  letter: Letter,
  { category, unit, urgency, urgencyReason, sensitive }: Triage,
  by: Officer,
  profile: OfficeProfile,
): PlannedChange {
  const details: Record<string, string> = { category, unit, urgency };
  if (sensitive?.length) details.sensitive = [...sensitive].sort().join(' ');
  const clock = clockChange(letter, 'triaged');
  const change = {
    category,
    unit,
    urgency,
    urgencyReason: urgency === 'urgent' ? (urgencyReason ?? null) : null,
    ...(sensitive && { sensitive: [...sensitive].sort() }),
    dueOn: dueAfterTriage({ ...letter, ...clock }, { category, urgency }, profile),
  };
  if (letter.state !== 'triaged' && letter.state !== 'in_work')
    return planMove(letter, { to: 'triaged', by, kind: 'triage', change, details });
  // A correction moves nothing, so whoever may triage a new letter may make it.
  checkMove('received', { to: 'triaged', by });
  return planCorrection(letter, change, { by, kind: 'triage', details });
}

/** Gives a triaged letter, or one in work, to an account. */
export function planAssignment(letter: Letter, accountId: string, by: Officer): PlannedChange {
  const details = { assignedTo: accountId };
  if (letter.state === 'triaged')
    return planMove(letter, { to: 'in_work', by, kind: 'assignment', change: details, details });
  if (letter.state !== 'in_work') throw new TransitionRefused(letter.state, 'in_work');
  checkMove('triaged', { to: 'in_work', by });
  return planCorrection(letter, details, { by, kind: 'assignment', details });
}

export function planClosure(letter: Letter, reason: string, by: Officer): PlannedChange {
  if (letter.risk !== null) throw new RiskOpen();
  return planMove(letter, { to: 'closed', by, kind: 'closure', reason, change: { closedReason: reason } });
}
