import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access.guard.js';
import { AccountLink } from './account-link.entity.js';
import { AccountLinksController } from './account-links/account-links.controller.js';
import { AccountLinks } from './account-links.service.js';
import { AccountSession } from './account-session.entity.js';
import { Account } from './account.entity.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { DeclaredAccess } from './declared-access.js';
import { MyAccountController } from './my-account/my-account.controller.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordsService } from './passwords.service.js';
import { SessionService } from './session.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { StaffService } from './staff.service.js';

/** Accounts, sessions, roles, and the guard of every route in the house. */
@Module({
  imports: [TypeOrmModule.forFeature([Account, AccountSession, AccountLink]), DiscoveryModule],
  controllers: [SignInController, AccountLinksController, MyAccountController, AccountsController],
  providers: [
    { provide: PasswordHasher, useFactory: () => new PasswordHasher() },
    { provide: APP_GUARD, useClass: AccessGuard },
    AccountLinks,
    DeclaredAccess,
    PasswordsService,
    SessionService,
    SignInThrottle,
    StaffService,
  ],
  exports: [StaffService, PasswordsService, SessionService],
})
export class StaffModule {}
