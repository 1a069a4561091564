import { Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesModule } from '../duties/duties.module.js';
import { FileReferences } from '../files/file-references.js';
import { FilesModule } from '../files/files.module.js';
import { LettersModule } from '../letters/letters.module.js';
import { MergeService } from '../letters/merge/merge.service.js';
import { MailModule } from '../mail/mail.module.js';
import { BulkReplies } from './bulk/bulk-replies.service.js';
import { StaffModule } from '../staff/staff.module.js';
import { CitationsService } from './citations/citations.service.js';
import { Departures } from './departures.service.js';
import { DispatchService } from './dispatch.service.js';
import { ForwardingEmails } from './forwarding/forwarding-emails.service.js';
import { ForwardingService } from './forwarding/forwarding.service.js';
import { StandardLines } from './lines/standard-lines.service.js';
import { PrintService } from './print/print.service.js';
import { filesOfReplies, paperUnderWay, replyUnderWay } from './replies.queries.js';
import { RepliesService } from './replies.service.js';
import { ReplyEmails } from './reply-emails.service.js';

/** Answers to letters: drafting, approval, dispatch. */
@Module({
  imports: [DutiesModule, FilesModule, LettersModule, MailModule, StaffModule],
  providers: [
    RepliesService,
    DispatchService,
    Departures,
    ReplyEmails,
    ForwardingService,
    ForwardingEmails,
    PrintService,
    StandardLines,
    BulkReplies,
    CitationsService,
  ],
  exports: [
    BulkReplies,
    CitationsService,
    RepliesService,
    DispatchService,
    ForwardingService,
    PrintService,
    StandardLines,
  ],
})
export class RepliesModule implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly references: FileReferences,
    private readonly merges: MergeService,
  ) {}

  onModuleInit(): void {
    this.references.register((sha256s) => filesOfReplies(this.dataSource, sha256s));
    this.merges.refuseWhile(async (tx, letterId) => (await replyUnderWay(tx, letterId)) !== undefined);
    this.merges.refuseWhile(
      async (tx, letterId) => (await paperUnderWay(tx, letterId, 'cover')) !== undefined,
    );
  }
}
