import { Module } from '@nestjs/common';
import { NoticesModule } from '../database/notices.module.js';
import { DutiesModule } from '../duties/duties.module.js';
import { FilesModule } from '../files/files.module.js';
import { LettersModule } from '../letters/letters.module.js';
import { MailModule } from '../mail/mail.module.js';
import { PlacesModule } from '../places/places.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { RepliesModule } from '../replies/replies.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { BulkController } from './bulk/bulk.controller.js';
import { ReplyOrders } from './bulk/reply-orders.js';
import { BulkPages } from './bulk/bulk-pages.js';
import { ForwardController } from './forward/forward.controller.js';
import { ForwardPages } from './forward/forward-pages.js';
import { InboxController } from './inbox.controller.js';
import { InboxService } from './inbox.service.js';
import { ActionRunner } from './letter/action-runner.js';
import { ActionsController } from './letter/actions.controller.js';
import { EmailsController } from './letter/emails.controller.js';
import { LetterDeskService } from './letter/letter-desk.service.js';
import { LetterPages } from './letter/letter-pages.js';
import { LetterController } from './letter/letter.controller.js';
import { LiveController } from './live/live.controller.js';
import { LiveNews } from './live/live-news.service.js';
import { LiveService } from './live/live.service.js';
import { LinesController } from './lines/lines.controller.js';
import { ReconciliationController } from './reconciliation/reconciliation.controller.js';
import { PaperController } from './paper/paper.controller.js';
import { PrintController } from './print/print.controller.js';
import { MailController } from './mail/mail.controller.js';
import { QuarantineController } from './quarantine/quarantine.controller.js';
import { AnnotationReader } from './reading-list/annotation-reader.service.js';
import { ReadingListController } from './reading-list/reading-list.controller.js';
import { ReplyController } from './reply/reply.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { ReplyPages } from './reply/reply-pages.js';
import { AboutController } from './about/about.controller.js';
import { AboutService } from './about/about.service.js';
import { NarrowController } from './narrow/narrow.controller.js';
import { NarrowService } from './narrow/narrow.service.js';
import { RecentController } from './suggest/recent.controller.js';
import { SuggestController } from './suggest/suggest.controller.js';
import { SuggestionsService } from './suggest/suggestions.service.js';
import { SavedViews } from './views/saved-views.service.js';
import { ViewCounts } from './views/view-counts.js';
import { ViewsController } from './views/views.controller.js';

/** The officers' pages: the list of letters, one letter, and what is done with it. */
@Module({
  imports: [
    NoticesModule,
    DutiesModule,
    FilesModule,
    LettersModule,
    MailModule,
    PlacesModule,
    ReleasesModule,
    RepliesModule,
    StaffModule,
  ],
  controllers: [
    InboxController,
    LetterController,
    ActionsController,
    EmailsController,
    ReplyController,
    ForwardController,
    LinesController,
    PaperController,
    ReconciliationController,
    PrintController,
    LiveController,
    BulkController,
    ViewsController,
    SuggestController,
    RecentController,
    NarrowController,
    AboutController,
    RulesController,
    ReadingListController,
    QuarantineController,
    MailController,
  ],
  providers: [
    InboxService,
    LetterDeskService,
    LetterPages,
    ActionRunner,
    AnnotationReader,
    ReplyPages,
    ForwardPages,
    LiveNews,
    LiveService,
    BulkPages,
    SavedViews,
    SuggestionsService,
    NarrowService,
    AboutService,
    ViewCounts,
    ReplyOrders,
  ],
})
export class InboxModule {}
