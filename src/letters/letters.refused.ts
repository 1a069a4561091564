import { Problem } from '../web/problem.js';
import type { LetterState } from './letter.states.js';

/** The same submission key came with other content (API: 422). */
export class SubmissionKeyReused extends Error {
  constructor() {
    super('This submission key was used before, for another letter.');
    this.name = 'SubmissionKeyReused';
  }
}

/** The letter is not in a state from which this may happen, the mover may not do it, or a reason is missing. */
export class TransitionRefused extends Error {
  constructor(
    /** State that the letter is in. */
    readonly from: LetterState,
    readonly to: LetterState,
    readonly why: 'state' | 'role' | 'reason' = 'state',
  ) {
    super(`A letter cannot go from ${from} to ${to} (${why}).`);
    this.name = 'TransitionRefused';
  }
}

/** A danger must be settled before its letter can end. */
export class RiskOpen extends Error {
  constructor() {
    super('The danger in this letter is not settled.');
    this.name = 'RiskOpen';
  }
}

/** Somebody else has taken the danger already. */
export class RiskTaken extends Error {
  constructor(readonly accountId: string) {
    super('Somebody has taken this danger already.');
    this.name = 'RiskTaken';
  }
}

/** No such letter, or one that this viewer may not see: the two look alike, and answer 404 wherever it is asked for. */
export class LetterNotFound extends Problem {
  constructor() {
    super({ status: 404, code: 'not-found' });
    this.name = 'LetterNotFound';
  }
}
