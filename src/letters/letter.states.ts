import { ROLES, type Role } from '../web/access.js';

/** Every state of a letter, in the order of its way through the office. */
export type LetterState =
  | 'received'
  | 'details_needed'
  | 'triaged'
  | 'in_work'
  | 'in_review'
  | 'approved'
  | 'answered'
  | 'forwarded'
  | 'closed'
  | 'spam'
  | 'withdrawn';

/** Who may move a letter: an officer's role, the citizen who wrote it, or the program itself. */
export type Mover = Role | 'citizen' | 'system';

export interface Transition {
  to: LetterState;
  /** What leads there, for the docs. */
  when: string;
  by: readonly Mover[];
  /** Whether an officer must give a reason, kept in the event. */
  reason?: true;
}

export interface StateOfLetter {
  /** What the state means, for the docs. */
  means: string;
  /** The officers' word; also names the step on the citizen's page. */
  officer: { sr: string; en: string };
  /** What the citizen reads: a whole sentence in plain words. */
  citizen: { sr: string; en: string };
  /** Whether the office still owes work: such letters are in the open queue and can be overdue. */
  open: boolean;
  /** How far the citizen's page shows the letter to be. */
  step: 'received' | 'triaged' | 'in_work' | 'answered';
  leadsTo: readonly Transition[];
}

const SORTERS = ['clerk', 'triage'] as const;
const WORKERS = ['triage', 'drafter', 'approver'] as const;
const OFFICERS = ['clerk', 'triage', 'drafter', 'approver'] as const;

const triaged: Transition = { to: 'triaged', when: 'category, urgency and unit are set', by: SORTERS };
const closed: Transition = { to: 'closed', when: 'ended without more work', by: OFFICERS, reason: true };
const spam: Transition = { to: 'spam', when: 'marked as spam', by: OFFICERS, reason: true };
const withdrawn: Transition = { to: 'withdrawn', when: 'taken back by the writer', by: ['citizen'] };
const forwarded: Transition = {
  to: 'forwarded',
  when: 'handed to the competent body: its e-mail is owed, or it is posted',
  by: [...OFFICERS, 'system'],
  reason: true,
};

/** The one table of states: pages, checks and docs/letter-states.md are derived from it. */
export const LETTER_STATES: Readonly<Record<LetterState, StateOfLetter>> = {
  received: {
    means: 'committed and (within a second) registered',
    officer: { sr: 'Примљено', en: 'Received' },
    citizen: { sr: 'Ваше писмо је примљено', en: 'Your letter has been received' },
    open: true,
    step: 'received',
    leadsTo: [
      { to: 'details_needed', when: 'contact details are missing', by: [...SORTERS, 'system'] },
      triaged,
      closed,
      spam,
      withdrawn,
    ],
  },
  details_needed: {
    means: 'not answerable yet',
    officer: { sr: 'Недостају подаци', en: 'Details needed' },
    citizen: {
      sr: 'За одговор су нам потребни још неки подаци',
      en: 'We need some more details to answer you',
    },
    open: true,
    step: 'received',
    leadsTo: [
      { to: 'received', when: 'contact details are completed', by: ['citizen', 'system', ...SORTERS] },
      triaged,
      { ...closed, when: 'ended without more work, or the details never came', by: [...OFFICERS, 'system'] },
      spam,
      withdrawn,
    ],
  },
  triaged: {
    means: 'category, urgency and unit are set',
    officer: { sr: 'Разврстано', en: 'Triaged' },
    citizen: { sr: 'Ваше писмо је прочитано и разврстано', en: 'Your letter has been read and sorted' },
    open: true,
    step: 'triaged',
    leadsTo: [
      { to: 'in_work', when: 'assigned to an officer', by: OFFICERS },
      forwarded,
      closed,
      spam,
      withdrawn,
    ],
  },
  in_work: {
    means: 'an officer has it',
    officer: { sr: 'У раду', en: 'In work' },
    citizen: { sr: 'На Вашем писму се ради', en: 'Your letter is being worked on' },
    open: true,
    step: 'in_work',
    leadsTo: [
      { to: 'in_review', when: 'a draft is handed in', by: WORKERS },
      { to: 'answered', when: 'no approval is required, or a call is recorded', by: [...WORKERS, 'system'] },
      { to: 'triaged', when: 'handed back, or whoever had it left the office', by: [...OFFICERS, 'system'] },
      forwarded,
      closed,
      spam,
      withdrawn,
    ],
  },
  in_review: {
    means: 'a draft waits for approval',
    officer: { sr: 'На одобрењу', en: 'In review' },
    citizen: { sr: 'Одговор на Ваше писмо се припрема', en: 'An answer to your letter is being prepared' },
    open: true,
    step: 'in_work',
    leadsTo: [
      { to: 'approved', when: 'the exact text is approved', by: ['approver'] },
      { to: 'in_work', when: 'sent back', by: ['approver'], reason: true },
      withdrawn,
    ],
  },
  approved: {
    means: 'the exact text is approved',
    officer: { sr: 'Одобрено', en: 'Approved' },
    citizen: { sr: 'Одговор на Ваше писмо се припрема', en: 'An answer to your letter is being prepared' },
    open: true,
    step: 'in_work',
    leadsTo: [
      { to: 'answered', when: 'dispatched', by: [...OFFICERS, 'system'] },
      { to: 'in_work', when: 'edited: the approval is void', by: WORKERS },
      withdrawn,
    ],
  },
  answered: {
    means: 'the reply is owed and dispatched by e-mail, print or a recorded call',
    officer: { sr: 'Одговорено', en: 'Answered' },
    citizen: { sr: 'На Ваше писмо је одговорено', en: 'Your letter has been answered' },
    open: false,
    step: 'answered',
    leadsTo: [
      closed,
      {
        to: 'in_work',
        when: 'bounced, returned, the citizen wrote back, or whoever is written to wants more',
        by: [...WORKERS, 'citizen', 'system'],
      },
    ],
  },
  forwarded: {
    means: 'handed to the competent body, the citizen told',
    officer: { sr: 'Прослеђено', en: 'Forwarded' },
    citizen: {
      sr: 'Ваше писмо је прослеђено надлежном органу',
      en: 'Your letter has been passed on to the competent body',
    },
    open: false,
    step: 'answered',
    leadsTo: [
      closed,
      {
        to: 'in_work',
        when: 'returned, the citizen wrote back, or whoever is written to wants more',
        by: [...WORKERS, 'citizen', 'system'],
      },
    ],
  },
  closed: {
    means: 'ended, with a reason',
    officer: { sr: 'Затворено', en: 'Closed' },
    citizen: { sr: 'Рад на Вашем писму је завршен', en: 'Work on your letter is finished' },
    open: false,
    step: 'answered',
    leadsTo: [
      {
        to: 'received',
        when: 'reopened, the citizen wrote back, or whoever is written to wants more',
        by: [...OFFICERS, 'citizen'],
        reason: true,
      },
    ],
  },
  spam: {
    means: 'ended as spam, with a reason',
    officer: { sr: 'Нежељено', en: 'Spam' },
    // The mark may be wrong, and whoever sent spam on purpose should learn nothing from it.
    citizen: { sr: 'Рад на Вашем писму је завршен', en: 'Work on your letter is finished' },
    open: false,
    step: 'answered',
    leadsTo: [{ to: 'received', when: 'reopened', by: OFFICERS, reason: true }],
  },
  withdrawn: {
    means: 'the citizen took it back; content goes by the retention rule, the register entry stays',
    officer: { sr: 'Повучено', en: 'Withdrawn' },
    citizen: { sr: 'Повукли сте писмо', en: 'You have withdrawn your letter' },
    open: false,
    step: 'received',
    leadsTo: [],
  },
};

export const STATES = Object.keys(LETTER_STATES) as LetterState[];

/** States in which the office still owes work. */
export const OPEN_STATES = STATES.filter((state) => LETTER_STATES[state].open);

/** The allowed move from one state to another; undefined when the table knows none. */
export function transition(from: LetterState, to: LetterState): Transition | undefined {
  return LETTER_STATES[from].leadsTo.find((move) => move.to === to);
}

/** Whether somebody with these roles (or the citizen, or the program) may make the move. */
export function mayMove(from: LetterState, to: LetterState, movers: readonly Mover[]): boolean {
  return transition(from, to)?.by.some((mover) => movers.includes(mover)) ?? false;
}

/** Refuses a table with an unknown, doubled or unreachable state, or a move that nobody may make. */
export function checkStates(table: Readonly<Record<string, StateOfLetter>> = LETTER_STATES): void {
  const movers: readonly string[] = [...ROLES, 'citizen', 'system'];
  const reached = new Set(['received']);
  for (const from of reached) {
    const targets = table[from]?.leadsTo.map(({ to }) => to) ?? [];
    if (new Set(targets).size < targets.length)
      throw new Error(`Letter state "${from}" leads twice to one state.`);
    for (const { to, by } of table[from]?.leadsTo ?? []) {
      if (!(to in table)) throw new Error(`Letter state "${from}" leads to the unknown state "${to}".`);
      if (to === from) throw new Error(`Letter state "${from}" leads to itself.`);
      if (by.length === 0) throw new Error(`Nobody may move a letter from "${from}" to "${to}".`);
      const stranger = by.find((mover) => !movers.includes(mover));
      if (stranger) throw new Error(`Letter state "${from}" names the unknown role "${stranger}".`);
      reached.add(to);
    }
  }
  const unreachable = Object.keys(table).filter((state) => !reached.has(state));
  if (unreachable.length > 0)
    throw new Error(`Nothing leads to the letter state "${unreachable.join('", "')}".`);
}
