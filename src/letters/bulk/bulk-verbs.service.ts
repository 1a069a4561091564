import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { changeMany, type PlannedChange } from '../changes-of-many.queries.js';
import type { Letter } from '../letter.entity.js';
import { RiskOpen, TransitionRefused } from '../letters.refused.js';
import { moverOf } from '../move-letter.js';
import { planAssignment, planClosure, planTriage, type Triage } from '../plans.js';
import { UNDOABLE } from '../undo.js';
import { lastChanges } from '../undo.queries.js';
import type { Officer } from '../viewer.js';
import { type BulkJob, type BulkOutcome, skipped } from './bulk-job.js';
import { BulkKinds } from './bulk-kinds.js';
import { eventsOfJob } from './bulk.queries.js';

/** Set-based work takes this many letters in one transaction: long enough to be quick, short enough to stop. */
const CHUNK = 500;

/** Assigning, categorising and closing many letters, by the very rules of one; and taking a job back. */
@Injectable()
export class BulkVerbs implements OnModuleInit {
  constructor(
    private readonly kinds: BulkKinds,
    private readonly profile: OfficeProfile,
  ) {}

  onModuleInit(): void {
    this.planned('triage', (letter, params, by) =>
      planTriage(letter, params as unknown as Triage, by, this.profile),
    );
    this.planned('assignment', (letter, params, by) => planAssignment(letter, String(params.accountId), by));
    this.planned('closure', (letter, params, by) => planClosure(letter, String(params.reason), by));
    this.kinds.register({ kind: 'undo', chunk: CHUNK, work: takeBack });
  }

  private planned(
    kind: string,
    plan: (letter: Letter, params: BulkJob['params'], by: Officer) => PlannedChange,
  ): void {
    this.kinds.register({
      kind,
      chunk: CHUNK,
      work: async (tx, job, letters, by) => {
        const outcomes = new Map<string, BulkOutcome>();
        const planned: PlannedChange[] = [];
        for (const letter of letters) {
          const change = attempt(() => plan(letter, job.params, by));
          if ('code' in change) outcomes.set(letter.id, skipped(change.code));
          else if (changesNothing(letter, change)) outcomes.set(letter.id, skipped('same'));
          else planned.push(change);
        }
        return withEvents(outcomes, await changeMany(tx, planned));
      },
    });
  }
}

/** Each letter as it was before the job, unless something has happened to it since. */
async function takeBack(tx: EntityManager, job: BulkJob, letters: readonly Letter[], by: Officer) {
  const ids = letters.map(({ id }) => id);
  const [last, mine] = [await lastChanges(tx, ids), await eventsOfJob(tx, job.undoes!, ids)];
  const outcomes = new Map<string, BulkOutcome>();
  const planned: PlannedChange[] = [];
  for (const letter of letters) {
    const change = last.get(letter.id);
    if (!change?.before || change.id !== mine.get(letter.id) || !UNDOABLE.includes(change.kind)) {
      outcomes.set(letter.id, skipped('changed'));
      continue;
    }
    const { before, kind } = change;
    const moved = before.state && { from: letter.state, to: before.state };
    const event = { ...moverOf(by), kind: 'undo' as const, ...moved, details: { undone: kind } };
    planned.push({ letterId: letter.id, change: before, event });
  }
  return withEvents(outcomes, await changeMany(tx, planned));
}

function attempt(plan: () => PlannedChange): PlannedChange | { code: string } {
  try {
    return plan();
  } catch (error) {
    if (error instanceof TransitionRefused) return { code: error.why === 'role' ? 'role' : 'state' };
    if (error instanceof RiskOpen) return { code: 'risk' };
    throw error;
  }
}

/** A letter that is as it is ordered to be keeps its history short. */
const changesNothing = (letter: Letter, { change, event }: PlannedChange) =>
  event.to === undefined &&
  (Object.keys(change) as (keyof typeof change)[]).every(
    (field) => JSON.stringify(change[field]) === JSON.stringify(letter[field]),
  );

function withEvents(outcomes: Map<string, BulkOutcome>, events: ReadonlyMap<string, string>) {
  for (const [letterId, eventId] of events) outcomes.set(letterId, { state: 'done', code: null, eventId });
  return outcomes;
}
