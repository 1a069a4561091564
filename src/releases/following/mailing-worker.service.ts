import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DutiesService } from '../../duties/duties.service.js';
import type { Leased } from '../../duties/duty.js';
import { insertManyOwed } from '../../mail/outgoing-email.queries.js';
import { ReleaseEmails } from './release-emails.service.js';
import {
  type FollowerInTurn,
  forgetTold,
  holdMailing,
  type Mailing,
  moveMark,
  nextFollowers,
  releasesOf,
  tell,
} from './mailing.queries.js';
import { deleteRefusing } from './subscriptions.queries.js';

const MAILING = 'release-mailing';
const LEASE_SECONDS = 60;

/** How a mailing is dealt out. */
export class MailingPace {
  /** Followers in one transaction. */
  batch = 1_000;
  /** E-mails that become due within a minute: a mailing leaves room for acknowledgements and replies. */
  perMinute = 6_000;
}

/** Somebody else has the mailing by now. */
class NoLongerHeld extends Error {}

/**
 * Deals a mailing out to its followers, batch by batch in the order of their ids. A batch's e-mails and the mark behind
 * which the next one begins are one transaction, which holds only while the lease does: however often workers die or
 * meet, nobody is doubled and nobody skipped.
 */
@Injectable()
export class MailingWorker implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly emails: ReleaseEmails,
    private readonly pace: MailingPace,
  ) {}

  onModuleInit(): void {
    this.duties.register<{ id: string }>({
      kind: MAILING,
      table: 'release_mailing',
      key: 'id',
      batch: 1,
      inFlight: 2,
      leaseSeconds: LEASE_SECONDS,
      mostRetrySeconds: 600,
      maxAttempts: 100,
      perform: async (leased) => {
        for (const each of leased) await this.perform(each);
      },
    });
  }

  async perform(leased: Leased): Promise<void> {
    try {
      await deleteRefusing(this.dataSource);
      while ((await this.dataSource.transaction((tx) => this.batch(tx, leased))) > 0);
      await this.dataSource.transaction((tx) => this.finish(tx, leased));
    } catch (error) {
      if (!(error instanceof NoLongerHeld)) throw error;
    }
  }

  /** Gives how many followers had their turn; the e-mails are found by the sweep when they are due. */
  async batch(tx: EntityManager, leased: Leased): Promise<number> {
    const mailing = await holdMailing(tx, leased, LEASE_SECONDS);
    if (mailing === undefined) throw new NoLongerHeld();
    const followers = await nextFollowers(tx, mailing, this.pace.batch);
    if (followers.length === 0) return 0;
    const told = await this.tell(tx, mailing, followers);
    const owed = followers.flatMap((follower) => {
      const releases = told.get(follower.id);
      return releases === undefined ? [] : [this.emails.newRow(follower, mailing.rhythm, releases)];
    });
    if (owed.length > 0) await insertManyOwed(tx, owed, this.dueAt(mailing));
    await moveMark(tx, mailing.id, followers.at(-1)!.id, owed.length);
    return followers.length;
  }

  /** What each of the followers is told now; those who were told of everything before are left out. */
  private async tell(tx: EntityManager, mailing: Mailing, followers: FollowerInTurn[]) {
    const ids = followers.map(({ id }) => id);
    const told = new Map<string, string[]>();
    for (const release of await releasesOf(tx, mailing))
      for (const id of await tell(tx, release, ids)) told.set(id, [...(told.get(id) ?? []), release]);
    return told;
  }

  private dueAt({ createdAt, told }: Mailing): Date {
    return new Date(createdAt.getTime() + (told / this.pace.perMinute) * 60_000);
  }

  private async finish(tx: EntityManager, leased: Leased): Promise<void> {
    await this.duties.done(MAILING, leased, 'done', tx);
    await forgetTold(tx, leased.key);
  }
}
