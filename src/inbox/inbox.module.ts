import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { LettersModule } from '../letters/letters.module.js';
import { MailModule } from '../mail/mail.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { InboxController } from './inbox.controller.js';
import { InboxService } from './inbox.service.js';
import { ActionRunner } from './letter/action-runner.js';
import { ActionsController } from './letter/actions.controller.js';
import { LetterDeskService } from './letter/letter-desk.service.js';
import { LetterPages } from './letter/letter-pages.js';
import { LetterController } from './letter/letter.controller.js';

/** The officers' pages: the list of letters, one letter, and what is done with it. */
@Module({
  imports: [FilesModule, LettersModule, MailModule, StaffModule],
  controllers: [InboxController, LetterController, ActionsController],
  providers: [InboxService, LetterDeskService, LetterPages, ActionRunner],
})
export class InboxModule {}
