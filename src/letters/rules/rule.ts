import type { Language } from '../../script/texts.js';
import type { Channel } from '../new-letter.js';

/** `suggest` fills the triage form in; `set` writes category and unit into the letter, which stays received. */
export const RULE_MODES = ['suggest', 'set'] as const;
export type RuleMode = (typeof RULE_MODES)[number];

/** What a rule looks for; everything that is given must hold, and something must be given. */
export interface RuleConditions {
  /** Words of subject and text, found in either script by their stems; phrases in quotation marks. */
  words: string | null;
  place: string | null;
  releaseSlug: string | null;
  channel: Channel | null;
  language: Language | null;
}

/** What a rule says of a letter: codes of the office profile. */
export interface RuleOutcome {
  category: string;
  /** Null: the unit that usually works on the category. */
  unit: string | null;
  /** Null: the rule says nothing of it. */
  urgency: 'normal' | 'urgent' | null;
}

export interface RuleContent extends RuleConditions, RuleOutcome {
  name: string;
  mode: RuleMode;
}

export interface Rule extends RuleContent {
  id: string;
  /** Rises with whatever changes which letters it finds or what it says of them. */
  version: number;
  testedVersion: number | null;
  testedAt: Date | null;
  test: RuleTest | null;
  isOn: boolean;
  updatedBy: string;
  updatedAt: Date;
}

/** The outcome for one letter of the first rule that holds for it. */
export interface RuleHit extends RuleOutcome {
  letterId: string;
  name: string;
  mode: RuleMode;
}

/** A past letter that a rule finds, and what officers decided on it. */
export interface TestedLetter {
  reference: string;
  category: string | null;
  unit: string | null;
  urgency: 'normal' | 'urgent';
  /** Whether an officer sorted it. */
  isDecided: boolean;
  /** Its place among the newest letters, from 1. */
  place: number;
}

/** How a rule does among the newest letters. */
export interface RuleSample {
  /** So many of the newest letters were asked for, and so many there were. */
  newest: number;
  seen: number;
  matched: number;
  /** Officers decided what the rule says. */
  agreed: number;
  /** Officers decided otherwise. */
  differed: number;
  /** Nobody has sorted them. */
  undecided: number;
}

/** What a test against past letters found; references and codes only, never a citizen's words. */
export interface RuleTest {
  samples: RuleSample[];
  /** What officers decided where it is not what the rule says, the most frequent first. */
  decisions: { category: string; unit: string | null; urgency: 'normal' | 'urgent'; count: number }[];
  /** Letters on which they differ, newest first, {@link MOST_DIFFERENCES} at most. */
  differences: Pick<TestedLetter, 'reference' | 'category' | 'unit' | 'urgency'>[];
}

/** The newest letters against which a rule is tested. */
export const SAMPLES = [1_000, 10_000] as const;
export const MOST_DIFFERENCES = 100;
export const MOST_DECISIONS = 12;
/** As many as somebody can still keep in order; each is asked of every letter. */
export const MOST_RULES = 200;
export const LONGEST_NAME = 100;
export const LONGEST_WORDS = 500;
export const LONGEST_PLACE = 100;
