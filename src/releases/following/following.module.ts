import { Module } from '@nestjs/common';
import { DutiesModule } from '../../duties/duties.module.js';
import { MailModule } from '../../mail/mail.module.js';
import { RateLimits } from '../../web/rate-limits.js';
import { Digests } from './digests.service.js';
import { FollowEmails } from './follow-emails.service.js';
import { FollowController } from './follow.controller.js';
import { FollowerController } from './follower.controller.js';
import { MailingPace, MailingWorker } from './mailing-worker.service.js';
import { ReleaseEmails } from './release-emails.service.js';
import { Subscriptions } from './subscriptions.service.js';

/** Following press releases by e-mail. */
@Module({
  imports: [DutiesModule, MailModule],
  controllers: [FollowController, FollowerController],
  providers: [
    Digests,
    FollowEmails,
    MailingWorker,
    ReleaseEmails,
    RateLimits,
    Subscriptions,
    { provide: MailingPace, useFactory: () => new MailingPace() },
  ],
})
export class FollowingModule {}
