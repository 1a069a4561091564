import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DutiesService } from '../../duties/duties.service.js';
import { UNDO_MINUTES } from '../undo.js';
import type { Officer } from '../viewer.js';
import type { BulkJob } from './bulk-job.js';
import { BULK } from './bulk-worker.service.js';
import {
  approveJob,
  insertJob,
  jobById,
  jobLetterIds,
  type NewJob,
  type Selection,
  sendJobBack,
  startJob,
  stopJob,
} from './bulk.queries.js';

/** Why something cannot be done to a job. */
export class BulkRefused extends Error {
  constructor(readonly code: 'none' | 'own' | 'stale' | 'ended' | 'late' | 'not-undoable') {
    super(`The bulk job refuses (${code}).`);
    this.name = 'BulkRefused';
  }
}

/** No such job, or one that this account may not see: the two look alike. */
export class BulkNotFound extends Error {}

/** Orders work on many letters, and what a person does with a job afterwards. */
@Injectable()
export class BulkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
  ) {}

  /**
   * Orders a job for everything that the selection has at this moment. With `fingerprint` (of the job's letters) an
   * approver reads it first. Throws {@link BulkRefused} `none` when the selection is empty.
   */
  async order(
    job: Omit<NewJob, 'orderedBy'>,
    selection: Selection,
    by: Officer,
    fingerprint?: (letterIds: string[]) => string,
  ): Promise<string> {
    const id = await this.dataSource.transaction(async (tx) => {
      const made = await insertJob(tx, { ...job, orderedBy: by.accountId }, selection);
      const letters = await jobLetterIds(tx, made);
      if (letters.length === 0) throw new BulkRefused('none');
      await startJob(tx, made, fingerprint?.(letters));
      return made;
    });
    if (!fingerprint) await this.duties.ring(BULK, [id]);
    return id;
  }

  /** A job is seen by whoever ordered it, and by approvers when it was read by one. */
  async open(id: string, by: Officer): Promise<BulkJob> {
    const job = await jobById(this.dataSource, id);
    if (!job || !maySee(job, by)) throw new BulkNotFound();
    return job;
  }

  stop(id: string, by: Officer): Promise<void> {
    return this.change(id, by, async (tx, job) => {
      if (job.orderedBy !== by.accountId) throw new BulkRefused('own');
      if (!(await stopJob(tx, id))) throw new BulkRefused('ended');
    });
  }

  /** Approves exactly what `fingerprint` names; nobody approves what they ordered. */
  async approve(id: string, fingerprint: string, by: Officer): Promise<void> {
    await this.change(id, by, async (tx, job) => {
      if (job.state !== 'in_review') throw new BulkRefused('ended');
      if (job.orderedBy === by.accountId || !by.roles.includes('approver')) throw new BulkRefused('own');
      if (job.fingerprint !== fingerprint) throw new BulkRefused('stale');
      await approveJob(tx, id, by.accountId);
    });
    await this.duties.ring(BULK, [id]);
  }

  sendBack(id: string, reason: string, by: Officer): Promise<void> {
    return this.change(id, by, async (tx, job) => {
      if (job.state !== 'in_review') throw new BulkRefused('ended');
      if (job.orderedBy === by.accountId || !by.roles.includes('approver')) throw new BulkRefused('own');
      await sendJobBack(tx, id, reason);
    });
  }

  /**
   * Takes a job's changes back, by another job: each letter as it was before, unless something happened to it since.
   * Possible for {@link UNDO_MINUTES} after the end, once, by whoever ordered it.
   */
  async undo(id: string, by: Officer): Promise<string> {
    const undoing = await this.dataSource.transaction(async (tx) => {
      const job = await jobById(tx, id, true);
      if (!job || !maySee(job, by)) throw new BulkNotFound();
      if (job.orderedBy !== by.accountId) throw new BulkRefused('own');
      if (!mayBeUndone(job)) throw new BulkRefused(isUndoable(job) ? 'late' : 'not-undoable');
      const done = `letter.id IN (SELECT letter_id FROM bulk_item WHERE job_id = $1 AND state = 'done')`;
      const made = await insertJob(
        tx,
        { kind: 'undo', params: {}, orderedBy: by.accountId, undoes: id },
        { where: done, parameters: [id] },
      );
      await startJob(tx, made);
      return made;
    });
    await this.duties.ring(BULK, [undoing]);
    return undoing;
  }

  private change(
    id: string,
    by: Officer,
    work: (tx: EntityManager, job: BulkJob) => Promise<void>,
  ): Promise<void> {
    return this.dataSource.transaction(async (tx) => {
      const job = await jobById(tx, id, true);
      if (!job || !maySee(job, by)) throw new BulkNotFound();
      await work(tx, job);
    });
  }
}

const maySee = (job: BulkJob, { accountId, roles }: Officer) =>
  job.orderedBy === accountId || (job.fingerprint !== null && roles.includes('approver'));

const isUndoable = ({ kind, state, isUndone }: BulkJob) =>
  !isUndone &&
  ['triage', 'assignment', 'closure'].includes(kind) &&
  (state === 'done' || state === 'stopped');

/** Whether the job's changes can be taken back now. */
export const mayBeUndone = (job: BulkJob, now = new Date()) =>
  isUndoable(job) &&
  job.done > 0 &&
  job.finishedAt !== null &&
  now.getTime() - job.finishedAt.getTime() < UNDO_MINUTES * 60_000;
