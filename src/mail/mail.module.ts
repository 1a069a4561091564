import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Environment } from '../config/environment.js';
import { DutiesModule } from '../duties/duties.module.js';
import { Brakes, MailLimits } from './brakes.service.js';
import { DeliveryService } from './delivery.service.js';
import { EmailEnds } from './email-ends.js';
import { EmailKinds } from './email-kinds.js';
import { MailServer } from './mail-server.js';
import { MailService } from './mail.service.js';
import { openMailServer } from './open-mail-server.js';
import { OutgoingEmail } from './outgoing-email.entity.js';
import { OutgoingController } from './outgoing/outgoing.controller.js';
import { OutgoingEmails } from './outgoing-emails.service.js';
import { PreviewController } from './preview/preview.controller.js';
import { DeliveryReports } from './reports/delivery-reports.service.js';
import { Sender } from './sender.js';
import { Signature } from './signature.js';

/** Everything that the office owes by e-mail, and how it leaves. */
@Module({
  imports: [TypeOrmModule.forFeature([OutgoingEmail]), DutiesModule],
  controllers: [PreviewController, OutgoingController],
  providers: [
    Brakes,
    DeliveryReports,
    DeliveryService,
    EmailEnds,
    EmailKinds,
    MailService,
    OutgoingEmails,
    Sender,
    Signature,
    { provide: MailLimits, useFactory: () => new MailLimits() },
    { provide: MailServer, useFactory: openMailServer, inject: [Environment, Sender] },
  ],
  exports: [DeliveryReports, EmailKinds, MailService, OutgoingEmails, Sender, MailServer, MailLimits],
})
export class MailModule implements OnApplicationShutdown {
  constructor(private readonly server: MailServer) {}

  /** After the workers have finished what they had in hand. */
  async onApplicationShutdown(): Promise<void> {
    await this.server.close();
  }
}
