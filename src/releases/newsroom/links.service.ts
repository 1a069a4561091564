import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { Environment } from '../../config/environment.js';
import { secretKey } from '../../config/secret-key.js';
import { embargoToken, linkIdOf } from './embargo-token.js';
import { locked } from './drafts.service.js';
import { insertEvent } from './events.queries.js';
import { insertLink, openLinks, releaseOfLink, revokeLink } from './links.queries.js';
import { NewsroomRefused } from './newsroom.refused.js';
import { type DeskRow, deskRow } from './newsroom.queries.js';
import { plannedTime } from './planned-time.js';

/** Copies under embargo: private links that end. */
@Injectable()
export class LinksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly environment: Environment,
  ) {}

  /** Links that are still open, with their tokens. */
  async open(releaseId: string) {
    const links = await openLinks(this.dataSource, releaseId);
    return links.map((link) => ({ ...link, token: embargoToken(secretKey(this.environment), link.id) }));
  }

  async give(id: string, { recipient, until }: { recipient: string; until: string }, accountId: string) {
    if (recipient === '') throw new NewsroomRefused('recipient-missing');
    const time = plannedTime(until, this.profile.timeZone, new Date());
    if (time.kind !== 'at') throw new NewsroomRefused('expiry-unreadable');
    await this.dataSource.transaction(async (tx) => {
      const desk = await locked(tx, id);
      if (desk.publishedAt !== null || desk.draft === null || desk.state === 'discarded')
        throw new NewsroomRefused('not-in-this-state');
      await insertLink(tx, { releaseId: id, recipient, expiresAt: time.at, accountId });
      await insertEvent(tx, id, { kind: 'link_given', accountId, reason: recipient });
    });
  }

  async revoke(id: string, linkId: string, accountId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await locked(tx, id);
      const recipient = await revokeLink(tx, id, linkId);
      if (recipient !== undefined)
        await insertEvent(tx, id, { kind: 'link_revoked', accountId, reason: recipient });
    });
  }

  /** The release behind a token, for whoever holds it; undefined for a token that is not ours or leads nowhere now. */
  async releaseOf(token: string): Promise<DeskRow | undefined> {
    const linkId = linkIdOf(secretKey(this.environment), token);
    const releaseId = linkId && (await releaseOfLink(this.dataSource, linkId));
    const desk = releaseId === undefined ? undefined : await deskRow(this.dataSource, releaseId);
    return desk?.state === 'discarded' ? undefined : desk;
  }
}
