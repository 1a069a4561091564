import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Sql } from '../../database/rows.js';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { secretKey } from '../../config/secret-key.js';
import { EmailKinds, type RenderedEmail } from '../../mail/email-kinds.js';
import { OutgoingEmails } from '../../mail/outgoing-emails.service.js';
import { paths } from '../../web/paths.js';
import { followLinkEmail } from './follow-link.email.js';
import { followToken } from './follow-link.js';
import type { Subscription } from './subscription.js';
import { subscriptionById } from './subscriptions.queries.js';

const CONFIRMATION = 'follow.confirmation';
const ALREADY = 'follow.already';

/** The e-mails by which an address proves that it wants to follow. */
@Injectable()
export class FollowEmails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly kinds: EmailKinds,
    private readonly outgoing: OutgoingEmails,
  ) {}

  onModuleInit(): void {
    for (const kind of [CONFIRMATION, ALREADY])
      this.kinds.register({
        kind,
        toSubscribers: true,
        render: async ({ subscriptionId }) => {
          const found = await subscriptionById(this.dataSource, subscriptionId ?? '');
          return found && this.write(kind, found);
        },
        sample: async (language) =>
          this.write(kind, { id: SAMPLE, language, rhythm: 'immediate', state: 'active' }),
      });
  }

  /** Owes the link by which an address confirms or, when it follows already, comes to its own page. */
  oweLink(tx: Sql, { id, address, language, state }: Subscription): Promise<string | undefined> {
    return this.outgoing.owe(tx, {
      kind: state === 'active' ? ALREADY : CONFIRMATION,
      dutyKey: `follow:${id}:${randomUUID()}`,
      subjectId: id,
      recipient: address,
      language,
      params: { subscriptionId: id },
    });
  }

  private write(
    kind: string,
    follower: Pick<Subscription, 'id' | 'language' | 'rhythm' | 'state'>,
  ): RenderedEmail {
    const { id, language } = follower;
    const [what, path] =
      kind === CONFIRMATION
        ? (['confirm', paths.followConfirmation] as const)
        : (['manage', paths.followed] as const);
    const token = followToken(secretKey(this.environment), id, what);
    return followLinkEmail(this.profile, what, follower, this.environment.publicUrl + path(language, token));
  }
}

/** No subscription has this id, so the link of a sample opens nothing. */
const SAMPLE = '00000000-0000-7000-8000-000000000000';
