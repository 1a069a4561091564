import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Sql } from '../../database/rows.js';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { secretKey } from '../../config/secret-key.js';
import { type EmailOutcome, EmailKinds, type RenderedEmail } from '../../mail/email-kinds.js';
import { insertManyOwed, type OwedEmailRow } from '../../mail/outgoing-email.queries.js';
import { OutgoingEmails } from '../../mail/outgoing-emails.service.js';
import { Sender } from '../../mail/sender.js';
import type { Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { followToken } from './follow-link.js';
import { newsOf, type NewsItem, sampleNews } from './news.js';
import { type Occasion, releaseEmail } from './release.email.js';
import type { Rhythm, Subscription } from './subscription.js';
import { deleteRefusing, subscriptionById } from './subscriptions.queries.js';

const ANNOUNCEMENT = 'release.announcement';
const DIGEST = 'release.digest';

/** Releases as e-mail: one as it is published, or several together. */
@Injectable()
export class ReleaseEmails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly sender: Sender,
    private readonly kinds: EmailKinds,
    private readonly outgoing: OutgoingEmails,
  ) {}

  onModuleInit(): void {
    for (const kind of [ANNOUNCEMENT, DIGEST])
      this.kinds.register({
        kind,
        toSubscribers: true,
        render: (params, language) => this.render(params, language),
        sample: async (language) =>
          this.write(
            { id: SAMPLE, language, rhythm: kind === DIGEST ? 'weekly' : 'immediate' },
            kind === DIGEST ? 'weekly' : 'immediate',
            sampleNews(language).slice(0, kind === DIGEST ? undefined : 1),
          ),
        onOutcome: (subscriptionId, outcome, tx, _reason, { isTemporary }) =>
          isTemporary ? Promise.resolve() : this.endIfRefused(subscriptionId, outcome, tx),
      });
  }

  /** The e-mail that tells one follower of these releases; the same is never owed twice. */
  newRow(
    { id, address, language }: Pick<Subscription, 'id' | 'address' | 'language'>,
    occasion: Occasion,
    releases: string[],
  ): OwedEmailRow {
    return this.outgoing.newRow({
      kind: occasion === 'immediate' ? ANNOUNCEMENT : DIGEST,
      dutyKey: `release:${releases[0]}:${id}`,
      subjectId: id,
      recipient: address,
      language,
      params: { subscriptionId: id, occasion, releases: releases.join(',') },
    });
  }

  /** Owes at once what a follower waited for in a rhythm that is no longer wanted. */
  async oweWaiting(tx: Sql, follower: Subscription, releases: string[]): Promise<void> {
    if (releases.length > 0)
      await insertManyOwed(tx, [this.newRow(follower, 'waited', releases)], new Date());
  }

  private async render(
    { subscriptionId = '', occasion, releases = '' }: Record<string, string>,
    language: Language,
  ): Promise<RenderedEmail | undefined> {
    const follower = await subscriptionById(this.dataSource, subscriptionId);
    if (follower?.state !== 'active') return undefined;
    // What was withdrawn in the meantime is not told any more.
    const news = await newsOf(this.dataSource, language, releases.split(','));
    return news.length === 0 ? undefined : this.write({ ...follower, language }, occasion as Occasion, news);
  }

  private write(
    { id, language, rhythm }: { id: string; language: Language; rhythm: Rhythm },
    occasion: Occasion,
    news: NewsItem[],
  ): RenderedEmail {
    const { publicUrl } = this.environment;
    const secret = secretKey(this.environment);
    const manageUrl = publicUrl + paths.followed(language, followToken(secret, id, 'manage'));
    return {
      ...releaseEmail(this.profile, publicUrl, { language, rhythm, occasion, news, manageUrl }),
      list: {
        id: `releases.${this.sender.domain}`,
        unsubscribeUrl: publicUrl + paths.followOneClick(language, followToken(secret, id, 'leave')),
      },
    };
  }

  private async endIfRefused(
    subscriptionId: string | null,
    outcome: EmailOutcome,
    tx: EntityManager,
  ): Promise<void> {
    if (outcome !== 'sent' && subscriptionId !== null) await deleteRefusing(tx, subscriptionId);
  }
}

/** No subscription has this id, so the links of a sample open nothing. */
const SAMPLE = '00000000-0000-7000-8000-000000000000';
