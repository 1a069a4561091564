import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { Problem } from '../../web/problem.js';
import { CurrentAccount, type SignedIn } from '../account.js';
import { seeOther, sendPage } from '../answers.js';
import { absenceIn } from '../absence-fields.js';
import { chosenLanguage } from '../door-page.js';
import { readFields } from '../fields.js';
import { PasswordsService } from '../passwords.service.js';
import { giveCookie } from '../session-cookie.js';
import { SessionService } from '../session.service.js';
import { SignInThrottle } from '../sign-in-throttle.js';
import { StaffRefused } from '../staff-refused.js';
import { StaffService } from '../staff.service.js';
import { MyAccountPage, type MyAccountPageProps } from './my-account.page.js';

const DONE = ['language', 'password', 'session', 'absence'] as const;

/** What everybody may see and change of the own account. */
@Controller()
@Access('account')
export class MyAccountController {
  constructor(
    private readonly staff: StaffService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionService,
    private readonly throttle: SignInThrottle,
    private readonly profile: OfficeProfile,
    private readonly environment: Environment,
  ) {}

  @Get(paths.myAccount)
  async show(@CurrentAccount() account: SignedIn, @Query('done') done: unknown, @Res() reply: FastifyReply) {
    return this.page(reply, { account, done: DONE.find((each) => each === done) });
  }

  @Post(paths.myAccountPart('language'))
  async chooseLanguage(
    @CurrentAccount() account: SignedIn,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { language } = readFields(body, ['language']);
    await this.staff.chooseLanguage(account.id, chosenLanguage(language));
    return seeOther(reply, `${paths.myAccount}?done=language`);
  }

  @Post(paths.myAccountPart('password'))
  async changePassword(
    @CurrentAccount() account: SignedIn,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { currentPassword, password } = readFields(body, ['currentPassword', 'password']);
    // A browser left open is no place to guess the password either.
    const retryAfter = await this.throttle.secondsToWait(account.email, request.ip);
    if (retryAfter > 0) throw new Problem({ status: 429, code: 'too-many-requests', retryAfter });
    try {
      await this.passwords.change(account.id, currentPassword, password);
    } catch (error) {
      if (!(error instanceof StaffRefused)) throw error;
      return this.page(reply, { account, refusals: error.refusals }, 422);
    }
    await this.throttle.succeeded(account.email, request.ip);
    // The change has ended every session; this browser goes on with a new one.
    const { 'user-agent': userAgent } = request.headers;
    giveCookie(reply, await this.sessions.start(account.id, { userAgent }), this.environment.publicUrl);
    return seeOther(reply, `${paths.myAccount}?done=password`);
  }

  @Post(paths.myAccountPart('absence'))
  async planAbsence(@CurrentAccount() account: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply) {
    const absence = absenceIn(body);
    try {
      await this.staff.planAbsence(account.id, absence);
      return seeOther(reply, `${paths.myAccount}?done=absence`);
    } catch (error) {
      if (!(error instanceof StaffRefused)) throw error;
      return this.page(reply, { account, refusals: error.refusals, typed: absence ?? undefined }, 422);
    }
  }

  @Post(paths.myAccountPart('ended-sessions'))
  async endSession(@CurrentAccount() account: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply) {
    const { session } = readFields(body, ['session']);
    await this.sessions.end(account.id, session);
    return seeOther(reply, `${paths.myAccount}?done=session`);
  }

  private async page(
    reply: FastifyReply,
    props: Omit<MyAccountPageProps, 'profile' | 'sessions' | 'own' | 'others'>,
    status = 200,
  ): Promise<FastifyReply> {
    const { id } = props.account;
    const [sessions, own, active] = await Promise.all([
      this.sessions.own(id),
      this.staff.byId(id),
      this.staff.activeAccounts(),
    ]);
    const others = active.filter((account) => account.id !== id);
    return sendPage(reply, MyAccountPage({ ...props, profile: this.profile, sessions, own, others }), status);
  }
}
