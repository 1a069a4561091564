import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { ConfigModule } from './config/config.module.js';
import { Environment } from './config/environment.js';
import { OfficeProfile } from './config/office-profile.js';
import { ContactModule } from './contact/contact.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DutiesModule } from './duties/duties.module.js';
import { FilesModule } from './files/files.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import { LettersModule } from './letters/letters.module.js';
import { MailModule } from './mail/mail.module.js';
import { PlacesModule } from './places/places.module.js';
import { QueuePageModule } from './queue-page.module.js';
import { ReleasesModule } from './releases/releases.module.js';
import { RepliesModule } from './replies/replies.module.js';
import { StaffModule } from './staff/staff.module.js';
import { VitalsModule } from './vitals.module.js';
import { HealthModule } from './web/health.module.js';
import { WebModule } from './web/web.module.js';

export type Room = Type<unknown> | DynamicModule;

/** Every room of the house, from the ground up. */
export const ROOMS: Room[] = [
  HealthModule,
  WebModule,
  FilesModule,
  PlacesModule,
  DutiesModule,
  StaffModule,
  MailModule,
  LettersModule,
  ReleasesModule,
  RepliesModule,
  ContactModule,
  InboxModule,
  QueuePageModule,
  VitalsModule,
];

/** The whole program: configuration, database, rooms. */
@Module({})
export class AppModule {
  static with(
    environment: Environment,
    profile: OfficeProfile,
    databaseUrl: string,
    rooms = ROOMS,
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.with(environment, profile), DatabaseModule.with(databaseUrl), ...rooms],
    };
  }
}
