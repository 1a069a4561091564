import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../../duties/duties.service.js';
import type { Leased } from '../../duties/duty.js';
import { StaffService } from '../../staff/staff.service.js';
import { announceLetters } from '../announce.queries.js';
import { type Officer, officerOf } from '../viewer.js';
import { type BulkJob, type BulkOutcome, skipped } from './bulk-job.js';
import { type BulkKind, BulkKinds } from './bulk-kinds.js';
import { finishJob, jobById, lockLetters, nextItems, settleItems } from './bulk.queries.js';

export const BULK = 'bulk';
const LEASE_SECONDS = 60;

/** Somebody else has the job by now, or a person stopped it. */
class NoLongerHeld extends Error {}

/**
 * Does jobs chunk by chunk. A chunk's changes, its outcomes and the job's counts are one transaction, which holds only
 * while the lease does: however often workers die or meet, a letter is done once.
 */
@Injectable()
export class BulkWorker implements OnModuleInit {
  readonly #log = new Logger(BulkWorker.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly staff: StaffService,
    private readonly kinds: BulkKinds,
  ) {}

  onModuleInit(): void {
    this.duties.register<{ id: string }>({
      kind: BULK,
      table: 'bulk_job',
      key: 'id',
      batch: 1,
      inFlight: 2,
      leaseSeconds: LEASE_SECONDS,
      maxAttempts: 10,
      perform: async (leased) => {
        for (const each of leased) await this.perform(each);
      },
    });
  }

  private async perform(leased: Leased): Promise<void> {
    const job = (await jobById(this.dataSource, leased.key))!;
    const kind = this.kinds.of(job.kind);
    try {
      const by = await this.orderer(job);
      while (await this.chunk(leased, job, kind, by, kind.chunk));
      if ((await this.duties.done(BULK, leased, 'done')).length > 0) await finishJob(this.dataSource, job.id);
    } catch (error) {
      if (!(error instanceof NoLongerHeld)) throw error;
    }
  }

  /** As the account that ordered it is now; one that is disabled may do nothing any more. */
  private async orderer({ orderedBy }: BulkJob): Promise<Officer> {
    const account = await this.staff.byId(orderedBy);
    return { ...officerOf(account), roles: account.disabledAt === null ? account.roles : [] };
  }

  /** False when no letter is left. */
  private async chunk(
    leased: Leased,
    job: BulkJob,
    kind: BulkKind,
    by: Officer,
    most: number,
  ): Promise<boolean> {
    try {
      const outcomes = await this.transact(leased, job, kind, by, most);
      if (outcomes.size === 0) return false;
      await kind.afterwards?.(job, outcomes);
      return true;
    } catch (error) {
      if (error instanceof NoLongerHeld) throw error;
      if (most > 1) {
        // One letter may hold up the others: each is tried alone until the chunk is behind us.
        for (let left = most; left > 0; left -= 1)
          if (!(await this.chunk(leased, job, kind, by, 1))) return false;
        return true;
      }
      this.#log.error(`A letter of the bulk job ${job.id} stays as it is: ${(error as Error).message}`);
      return this.giveUpNext(leased, job);
    }
  }

  private transact(leased: Leased, job: BulkJob, kind: BulkKind, by: Officer, most: number) {
    return this.dataSource.transaction(async (tx) => {
      const ids = await nextItems(tx, job.id, most);
      if (ids.length === 0) return new Map<string, BulkOutcome>();
      const letters = await lockLetters(tx, ids, by);
      const outcomes = new Map(await kind.work(tx, job, letters, by));
      for (const id of ids) if (!outcomes.has(id)) outcomes.set(id, skipped('gone'));
      await this.settle(tx, leased, outcomes);
      return outcomes;
    });
  }

  private giveUpNext(leased: Leased, job: BulkJob): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const [id] = await nextItems(tx, job.id, 1);
      if (id === undefined) return false;
      await this.settle(tx, leased, new Map([[id, { state: 'failed', code: 'error', eventId: null }]]));
      return true;
    });
  }

  private async settle(
    tx: Parameters<typeof settleItems>[0],
    { key, token }: Leased,
    outcomes: ReadonlyMap<string, BulkOutcome>,
  ): Promise<void> {
    if (!(await settleItems(tx, { jobId: key, token, leaseSeconds: LEASE_SECONDS }, outcomes)))
      throw new NoLongerHeld();
    await announceLetters(tx, { arrived: 0 });
  }
}
