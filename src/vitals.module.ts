import { Module } from '@nestjs/common';
import { DutiesModule } from './duties/duties.module.js';
import { FilesModule } from './files/files.module.js';
import { MailModule } from './mail/mail.module.js';
import { VitalsService } from './vitals.service.js';

/** Part of the whole program only: a test that names its rooms has no complete house to watch. */
@Module({ imports: [DutiesModule, FilesModule, MailModule], providers: [VitalsService] })
export class VitalsModule {}
