import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { LettersModule } from '../letters/letters.module.js';
import { PlacesModule } from '../places/places.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { RepliesModule } from '../replies/replies.module.js';
import { MailModule } from '../mail/mail.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { RateLimits } from '../web/rate-limits.js';
import { ApiReader } from './api/api-reader.js';
import { DocsController } from './api/docs.controller.js';
import { ApiLettersController } from './api/letters.controller.js';
import { Mailboxes } from './email/imap/mailboxes.service.js';
import { LmtpDoor } from './email/lmtp-door.js';
import { ContactFormService } from './form/contact-form.service.js';
import { ContactController } from './form/contact.controller.js';
import { PlacesController } from './form/places.controller.js';
import { ProofOfWork } from './form/proof-of-work.js';
import { FormReader } from './form-reader.js';
import { PileController } from './post/pile.controller.js';
import { PileUpload } from './post/pile-upload.service.js';
import { PostController } from './post/post.controller.js';
import { PostEntry } from './post/post-entry.service.js';
import { Slips } from './post/slips.service.js';
import { HomeController } from './home/home.controller.js';
import { PrivateLetterService } from './private-letter.service.js';
import { ReceivedController } from './received/received.controller.js';
import { LookupController } from './status/lookup.controller.js';
import { LookupService } from './status/lookup.service.js';
import { MyLetterFormsService } from './status/my-letter-forms.service.js';
import { MyLetterController } from './status/my-letter.controller.js';
import { SubmissionService } from './submission.service.js';
import { Suspicion } from './suspicion.js';

/** The citizens' doors: front page, form, receipt, status, the writer's own page, and the API. */
@Module({
  imports: [FilesModule, PlacesModule, StaffModule, LettersModule, MailModule, ReleasesModule, RepliesModule],
  controllers: [
    HomeController,
    ContactController,
    PlacesController,
    ReceivedController,
    LookupController,
    MyLetterController,
    ApiLettersController,
    DocsController,
    PostController,
    PileController,
  ],
  providers: [
    RateLimits,
    FormReader,
    SubmissionService,
    Suspicion,
    ProofOfWork,
    ContactFormService,
    PrivateLetterService,
    LookupService,
    MyLetterFormsService,
    ApiReader,
    LmtpDoor,
    Mailboxes,
    PostEntry,
    PileUpload,
    Slips,
  ],
})
export class ContactModule {}
