import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../../duties/duties.service.js';
import { addressKey, isMachine } from '../../mail/email-address.js';
import { giveUpAbout } from '../../mail/outgoing-email.queries.js';
import { Sender } from '../../mail/sender.js';
import { RateLimits } from '../../web/rate-limits.js';
import { FollowEmails } from './follow-emails.service.js';
import { tellWaiting } from './mailing.queries.js';
import { ReleaseEmails } from './release-emails.service.js';
import type { Choice, Subscription } from './subscription.js';
import {
  activate,
  askToFollow,
  deleteSubscription,
  lockSubscription,
  noteEvent,
  setChoice,
  subscriptionById,
} from './subscriptions.queries.js';

/** As the contact form's: a network may be a whole town behind one provider. */
const ALLOWANCE = { perAddress: 40, perNetwork: 200, seconds: 600 };
/** Links sent to one address within a day, whoever asks. */
const LINKS_A_DAY = 2;

/** Following by e-mail: asked for by anybody, confirmed, changed and ended by whoever reads the address's mail. */
@Injectable()
export class Subscriptions {
  readonly limit;

  constructor(
    rateLimits: RateLimits,
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly emails: FollowEmails,
    private readonly releases: ReleaseEmails,
    private readonly sender: Sender,
  ) {
    this.limit = rateLimits.limit('following', ALLOWANCE);
  }

  /** Sends the address a link: to confirm, or to the page of whoever follows already. Tells nobody which. */
  async ask(ip: string, address: string, choice: Choice): Promise<void> {
    await this.limit.count(ip);
    if (isMachine(address, this.sender.own)) return;
    const owed = await this.dataSource.transaction(async (tx) => {
      const asked = await askToFollow(tx, { address, key: addressKey(address), ...choice });
      await noteEvent(tx, asked.id, 'asked', choice);
      return asked.emails > LINKS_A_DAY ? undefined : this.emails.oweLink(tx, asked);
    });
    if (owed !== undefined) await this.duties.ring('email', [owed]);
  }

  byId(id: string): Promise<Subscription | undefined> {
    return subscriptionById(this.dataSource, id);
  }

  /** True when it follows from now on, or did before. */
  confirm(id: string): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const found = await lockSubscription(tx, id);
      if (found === undefined || (found.state === 'unconfirmed' && found.isStale)) return false;
      if (found.state === 'active') return true;
      await activate(tx, id);
      await noteEvent(tx, id, 'confirmed', found);
      return true;
    });
  }

  /** What waited in the rhythm that is left is sent now. False when there is no such follower any more. */
  change(id: string, choice: Choice): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const found = await lockSubscription(tx, id);
      if (found?.state !== 'active') return false;
      if (found.rhythm !== choice.rhythm)
        await this.releases.oweWaiting(
          tx,
          { ...found, language: choice.language },
          await tellWaiting(tx, id, found.rhythm),
        );
      await setChoice(tx, id, choice);
      await noteEvent(tx, id, 'changed', choice);
      return true;
    });
  }

  /** Ends it at once: the address is forgotten, and what was on its way to it stays. */
  async leave(id: string, how: 'left' | 'left-by-one-click'): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      if (!(await deleteSubscription(tx, id))) return;
      await giveUpAbout(tx, id, 'the follower has left');
      await noteEvent(tx, id, how);
    });
  }
}
