/**
 * `in_review` waits for an approver; `pending` and `leased` as for every duty; `failed` gave up after several tries and
 * waits for a person; `done` has an outcome for every letter; `stopped` by a person; `sent_back` by the approver.
 */
export type BulkState = 'in_review' | 'pending' | 'leased' | 'failed' | 'done' | 'stopped' | 'sent_back';

/** What an officer ordered for many letters at once. */
export interface BulkJob {
  id: string;
  /** Which registered kind of work it is. */
  kind: string;
  /** Codes, ids and officers' words that the kind needs. */
  params: Record<string, unknown>;
  orderedBy: string;
  orderedAt: Date;
  state: BulkState;
  total: number;
  done: number;
  skipped: number;
  failed: number;
  /** SHA-256, in hexadecimal, of what an approver reads; null where none is asked. */
  fingerprint: string | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  sentBackReason: string | null;
  /** The job whose changes this one takes back. */
  undoes: string | null;
  /** Whether another job took its changes back. */
  isUndone: boolean;
  finishedAt: Date | null;
  lastError: string | null;
}

/** How it ended for one letter. `code` says why it was skipped or failed, or how it was done. */
export interface BulkOutcome {
  state: 'done' | 'skipped' | 'failed';
  code: string | null;
  eventId: string | null;
}

export const skipped = (code: string): BulkOutcome => ({ state: 'skipped', code, eventId: null });

/** Whether the job still has letters to come to by itself. */
export const isRunning = ({ state }: Pick<BulkJob, 'state'>) => state === 'pending' || state === 'leased';
