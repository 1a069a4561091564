/** Every state of a release, in the order of its life. */
export type ReleaseState =
  'draft' | 'in_review' | 'scheduled' | 'published' | 'corrected' | 'withdrawn' | 'discarded';

/** What leads from one state to another. */
export type ReleaseMoveName =
  | 'submit'
  | 'takeBack'
  | 'sendBack'
  | 'schedule'
  | 'publish'
  | 'emergency'
  | 'correct'
  | 'withdraw'
  | 'discard'
  | 'restore';

export interface ReleaseMove {
  name: ReleaseMoveName;
  to: ReleaseState;
  /** What leads there, for the docs. */
  when: string;
  by: readonly ('press' | 'system')[];
  /** Whether it takes somebody else than who last edited and who handed in what is moved (`newsroom/four-eyes.ts`). */
  second?: true;
  /** Whether a reason must be given, kept in the event. */
  reason?: true;
}

export interface StateOfRelease {
  /** What the state means, for the docs. */
  means: string;
  name: { sr: string; en: string };
  /** Whether readers see the release's words: everything public is decided by this. */
  isPublic: boolean;
  leadsTo: readonly ReleaseMove[];
}

const PRESS = ['press'] as const;
const emergency: ReleaseMove = {
  name: 'emergency',
  to: 'published',
  when: 'published by one officer alone, flagged for ever',
  by: PRESS,
  reason: true,
};
const publish: ReleaseMove = {
  name: 'publish',
  to: 'published',
  when: 'published at once',
  by: PRESS,
  second: true,
};
const takeBack: ReleaseMove = {
  name: 'takeBack',
  to: 'draft',
  when: 'taken back to be written on',
  by: PRESS,
};
const shown: readonly ReleaseMove[] = [
  {
    name: 'correct',
    to: 'corrected',
    when: 'a correction with its note is approved',
    by: PRESS,
    second: true,
  },
  {
    name: 'emergency',
    to: 'corrected',
    when: 'a correction is made by one officer alone, flagged for ever',
    by: PRESS,
    reason: true,
  },
  {
    name: 'withdraw',
    to: 'withdrawn',
    when: 'taken from readers, with a note to them',
    by: PRESS,
    reason: true,
  },
];

/** The one table of states: pages, checks and docs/release-states.md are derived from it. */
export const RELEASE_STATES: Readonly<Record<ReleaseState, StateOfRelease>> = {
  draft: {
    means: 'being written',
    name: { sr: 'Нацрт', en: 'Draft' },
    isPublic: false,
    leadsTo: [
      { name: 'submit', to: 'in_review', when: 'handed to the second pair of eyes', by: PRESS },
      emergency,
      { name: 'discard', to: 'discarded', when: 'thrown away unpublished', by: PRESS },
    ],
  },
  in_review: {
    means: 'waits for the second pair of eyes',
    name: { sr: 'Чека други пар очију', en: 'In review' },
    isPublic: false,
    leadsTo: [
      {
        name: 'schedule',
        to: 'scheduled',
        when: 'approved for the minute that it names',
        by: PRESS,
        second: true,
      },
      publish,
      emergency,
      { name: 'sendBack', to: 'draft', when: 'sent back to its writer', by: PRESS, reason: true },
      takeBack,
    ],
  },
  scheduled: {
    means: 'approved, goes out at its minute',
    name: { sr: 'Заказано', en: 'Scheduled' },
    isPublic: false,
    leadsTo: [{ name: 'publish', to: 'published', when: 'its minute has come', by: ['system'] }, takeBack],
  },
  published: {
    means: 'everybody reads it',
    name: { sr: 'Објављено', en: 'Published' },
    isPublic: true,
    leadsTo: shown,
  },
  corrected: {
    means: 'everybody reads its corrected words, with a dated note',
    name: { sr: 'Исправљено', en: 'Corrected' },
    isPublic: true,
    leadsTo: shown,
  },
  withdrawn: {
    means: 'its page says that it was withdrawn (410); it is in no list, feed or search',
    name: { sr: 'Повучено', en: 'Withdrawn' },
    isPublic: false,
    leadsTo: [],
  },
  discarded: {
    means: 'thrown away before anybody read it; in no list but its own',
    name: { sr: 'Одбачено', en: 'Discarded' },
    isPublic: false,
    leadsTo: [{ name: 'restore', to: 'draft', when: 'taken out again', by: PRESS }],
  },
};

export const STATES_OF_RELEASE = Object.keys(RELEASE_STATES) as ReleaseState[];

/** The move of this name out of a state; undefined where it does not lead anywhere. */
export const moveFrom = (state: ReleaseState, name: ReleaseMoveName): ReleaseMove | undefined =>
  RELEASE_STATES[state].leadsTo.find((move) => move.name === name);

/** The states that readers see, as SQL. */
export const PUBLIC_STATES = `(${STATES_OF_RELEASE.filter((state) => RELEASE_STATES[state].isPublic)
  .map((state) => `'${state}'`)
  .join(', ')})`;
