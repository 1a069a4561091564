import { dueDate } from '../calendar/working-days.js';
import type { OfficeProfile } from '../config/office-profile.js';
import type { NewEvent } from '../letters/changes.queries.js';
import type { LetterState } from '../letters/letter.states.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What an office has done with a letter of some age, in days: how many of a hundred are in which state. */
const FATES: { until: number; states: Partial<Record<LetterState, number>> }[] = [
  { until: 1, states: { received: 88, details_needed: 4, triaged: 6, spam: 2 } },
  {
    until: 14,
    states: { received: 24, details_needed: 4, triaged: 20, in_work: 26, answered: 12, closed: 10, spam: 4 },
  },
  {
    until: 30,
    states: {
      received: 3,
      details_needed: 4,
      triaged: 10,
      in_work: 25,
      answered: 30,
      closed: 23,
      spam: 4,
      withdrawn: 1,
    },
  },
  {
    until: 60,
    states: { details_needed: 1, triaged: 1, in_work: 8, answered: 40, closed: 45, spam: 4, withdrawn: 1 },
  },
  { until: 180, states: { in_work: 1, answered: 26, closed: 67, spam: 4, withdrawn: 2 } },
  { until: Infinity, states: { answered: 6, closed: 88, spam: 4, withdrawn: 2 } },
];

/** Why letters were closed. */
const REASONS = [
  'Одговорено телефоном.',
  'Писац је упућен надлежном органу.',
  'Захвалница, одговор није потребан.',
  'Исти предмет је већ решен.',
  'Писац је одустао.',
];

/** A step of a letter's history, with its moment. */
export type PastEvent = NewEvent & { at: Date };

/** A letter's state and how it came there. */
export interface Past {
  state: LetterState;
  category: string | null;
  unit: string | null;
  urgency: 'normal' | 'urgent';
  urgencyReason: string | null;
  assignedTo: string | null;
  closedReason: string | null;
  dueOn: Date;
  updatedAt: Date;
  events: PastEvent[];
}

/** What became of a letter that came in some time ago, as the table of states allows it. */
export function pastOf(
  { receivedAt, category }: { receivedAt: Date; category: string },
  office: { profile: OfficeProfile; officers: readonly string[]; now: Date; random: () => number },
): Past {
  const { profile, officers, now, random } = office;
  const any = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const state = fateOf((now.getTime() - receivedAt.getTime()) / DAY, random);
  const known = profile.categories.find(({ code }) => code === category) ?? any(profile.categories);
  const isUrgent = random() < 0.03;
  const past: Past = {
    state,
    ...{ category: null, unit: null, assignedTo: null, closedReason: null },
    ...{ urgency: 'normal', urgencyReason: null, updatedAt: receivedAt },
    dueOn: dueOn(receivedAt, profile),
    events: [],
  };
  const first = state === 'details_needed' ? 'details_needed' : 'received';
  const add = (event: NewEvent) => {
    // Each step takes some hours, and none is in the time to come.
    const step = (event.kind === 'received' ? 0 : 2 + 30 * random() ** 2) * HOUR;
    const at = new Date(Math.min(past.updatedAt.getTime() + step, now.getTime()));
    past.events.push({ ...event, at });
    past.updatedAt = at;
  };
  const officer = any(officers);
  const by = { mover: 'officer' as const, accountId: officer };
  add({ kind: 'received', mover: 'citizen', to: first });
  if (state === first) return past;
  if (state === 'withdrawn') {
    add({ kind: 'withdrawal', mover: 'citizen', from: 'received', to: 'withdrawn' });
    return past;
  }
  add({ kind: 'read', ...by });
  if (state === 'spam') {
    past.closedReason = 'Реклама.';
    add({ kind: 'spam', ...by, from: 'received', to: 'spam', reason: past.closedReason });
    return past;
  }
  past.category = known.code;
  past.unit = known.unit ?? any(profile.units).code;
  if (isUrgent) Object.assign(past, { urgency: 'urgent', urgencyReason: 'Рок истиче.' });
  const details = { category: known.code, unit: past.unit, urgency: past.urgency };
  add({ kind: 'triage', ...by, from: 'received', to: 'triaged', details });
  if (state === 'triaged') return past;
  const worker = any(officers);
  past.assignedTo = worker;
  add({ kind: 'assignment', ...by, from: 'triaged', to: 'in_work', details: { assignedTo: worker } });
  if (state === 'in_work') return past;
  const atWork = { mover: 'officer' as const, accountId: worker };
  add({ kind: 'read', ...atWork });
  if (state === 'answered') {
    add({
      kind: 'call',
      ...atWork,
      from: 'in_work',
      to: 'answered',
      reason: 'Договорено је све што треба.',
      details: { outcome: 'answered' },
    });
    return past;
  }
  past.closedReason = any(REASONS);
  add({ kind: 'closure', ...atWork, from: 'in_work', to: 'closed', reason: past.closedReason });
  return past;
}

function fateOf(age: number, random: () => number): LetterState {
  const { states } = FATES.find(({ until }) => age < until)!;
  let left = random() * 100;
  for (const [state, share] of Object.entries(states) as [LetterState, number][])
    if ((left -= share) < 0) return state;
  return 'closed';
}

/** Counting the days costs more than inventing the letter, and all letters of an hour have the same. */
function dueOn(receivedAt: Date, { replyWithinDays, timeZone }: OfficeProfile): Date {
  const hour = Math.floor(receivedAt.getTime() / HOUR);
  if (DUE.hour !== hour) Object.assign(DUE, { hour, on: dueDate(receivedAt, replyWithinDays, { timeZone }) });
  return DUE.on;
}

const DUE = { hour: 0, on: new Date(0) };
