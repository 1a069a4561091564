import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DutiesModule } from '../duties/duties.module.js';
import { FileReferences } from '../files/file-references.js';
import { FilesModule } from '../files/files.module.js';
import { MailModule } from '../mail/mail.module.js';
import { PlacesModule } from '../places/places.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { HealthModule } from '../web/health.module.js';
import { BulkKinds } from './bulk/bulk-kinds.js';
import { BulkVerbs } from './bulk/bulk-verbs.service.js';
import { BulkWorker } from './bulk/bulk-worker.service.js';
import { BulkService } from './bulk/bulk.service.js';
import { LetterEmails } from './emails/letter-emails.service.js';
import { FollowUps } from './inbound/follow-ups.service.js';
import { InboundCounters } from './inbound/inbound-counters.js';
import { InboundEmail } from './inbound/inbound-email.entity.js';
import { InboundWorker } from './inbound/inbound-worker.service.js';
import { filesOfInbound } from './inbound/inbound.queries.js';
import { InboundService } from './inbound/inbound.service.js';
import { MailSorting } from './inbound/mail-sorting.service.js';
import { QuarantineService } from './inbound/quarantine.service.js';
import { MailReader, ReadingLimits } from './inbound/reading/mail-reader.js';
import { Letter } from './letter.entity.js';
import { checkStates } from './letter.states.js';
import { filesOfLetters } from './letters.queries.js';
import { LettersService } from './letters.service.js';
import { MergeService } from './merge/merge.service.js';
import { filesOfPile } from './paper/pile/pile.queries.js';
import { PileLimits, PileReader } from './paper/pile/pile-reader.js';
import { PileService } from './paper/pile/pile.service.js';
import { PileWorker } from './paper/pile/pile-worker.service.js';
import { ScanTexts } from './paper/text/scan-texts.service.js';
import { TextLimits, TextReader } from './paper/text/text-reader.js';
import { ReceivingService } from './receiving.service.js';
import { Bells } from './register/bells.js';
import { RegisterWatch } from './register/register.watch.js';
import { SequencerService } from './register/sequencer.service.js';
import { SupplementsService } from './supplements.service.js';
import { DetailsRounds } from './time/details-rounds.service.js';
import { DueEmails } from './time/due-emails.service.js';
import { OfficeRounds } from './time/office-rounds.service.js';
import { MentionEmails } from './notes/mention-emails.service.js';
import { NotesService } from './notes/notes.service.js';
import { filesOfAnnotations } from './reading-list/annotation-scan.js';
import { ReadingLists } from './reading-list/reading-lists.service.js';
import { RiskEmails } from './risk/risk-emails.service.js';
import { RiskService } from './risk/risk.service.js';
import { RulesService } from './rules/rules.service.js';
import { SortingService } from './rules/sorting.service.js';
import { LetterIndexJob } from './search/letter-index.job.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Letter, InboundEmail]),
    DutiesModule,
    FilesModule,
    MailModule,
    HealthModule,
    PlacesModule,
    StaffModule,
  ],
  providers: [
    LettersService,
    ReceivingService,
    SupplementsService,
    SequencerService,
    Bells,
    RegisterWatch,
    LetterIndexJob,
    LetterEmails,
    DetailsRounds,
    DueEmails,
    OfficeRounds,
    RiskEmails,
    RiskService,
    MentionEmails,
    NotesService,
    MergeService,
    BulkKinds,
    BulkVerbs,
    BulkWorker,
    BulkService,
    RulesService,
    SortingService,
    ReadingLists,
    FollowUps,
    InboundCounters,
    InboundService,
    InboundWorker,
    MailSorting,
    MailReader,
    QuarantineService,
    PileReader,
    PileService,
    PileWorker,
    ScanTexts,
    TextReader,
    { provide: TextLimits, useFactory: () => new TextLimits() },
    { provide: PileLimits, useFactory: () => new PileLimits() },
    { provide: ReadingLimits, useFactory: () => new ReadingLimits() },
  ],
  exports: [
    InboundService,
    MailReader,
    QuarantineService,
    PileService,
    ScanTexts,
    LettersService,
    BulkKinds,
    BulkService,
    MergeService,
    NotesService,
    ReadingLists,
    RiskService,
    RulesService,
    SequencerService,
  ],
})
export class LettersModule implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly references: FileReferences,
  ) {}

  onModuleInit(): void {
    checkStates();
    this.references.register((sha256s) => filesOfLetters(this.dataSource, sha256s));
    this.references.register((sha256s) => filesOfInbound(this.dataSource, sha256s));
    this.references.register((sha256s) => filesOfPile(this.dataSource, sha256s));
    this.references.register((sha256s) => filesOfAnnotations(this.dataSource, sha256s));
  }
}
