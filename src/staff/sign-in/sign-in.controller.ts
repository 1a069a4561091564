import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { fill } from '../../script/texts.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { CurrentAccount, type SignedIn } from '../account.js';
import { seeOther, sendPage } from '../answers.js';
import { fromOwnPage } from '../csrf.js';
import { chosenLanguage } from '../door-page.js';
import { readFields } from '../fields.js';
import { ownPath } from '../own-path.js';
import { PasswordsService } from '../passwords.service.js';
import { giveCookie, takeCookie } from '../session-cookie.js';
import { SessionService } from '../session.service.js';
import { SignInThrottle } from '../sign-in-throttle.js';
import { landingOf } from './landing.js';
import { SignInPage } from './sign-in.page.js';
import { signInTexts } from './sign-in.texts.js';

/** In and out. */
@Controller()
export class SignInController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionService,
    private readonly throttle: SignInThrottle,
    private readonly environment: Environment,
  ) {}

  @Get(paths.signIn)
  @Access('public')
  show(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply) {
    const language = chosenLanguage(query.language);
    const texts = signInTexts[language];
    const notice =
      query.done === 'password' ? texts.passwordSet : query.done === 'out' ? texts.signedOut : undefined;
    return sendPage(reply, SignInPage({ language, next: ownPath(query.next), notice }));
  }

  @Post(paths.signIn)
  @Access('public')
  async signIn(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { email, password, ...rest } = readFields(body, ['email', 'password', 'next', 'language']);
    const language = chosenLanguage(rest.language);
    const next = ownPath(rest.next);
    const texts = signInTexts[language];
    const again = (failure: string, status: number) =>
      sendPage(reply, SignInPage({ language, email, next, failure }), status);

    // Nobody is signed in to a stranger's account by a stranger's page.
    if (!fromOwnPage(request, this.environment.publicUrl)) return again(texts.foreign, 403);
    const seconds = await this.throttle.secondsToWait(email, request.ip);
    if (seconds > 0) {
      void reply.header('retry-after', seconds);
      return again(fill(texts.wait, { minutes: Math.ceil(seconds / 60) }), 429);
    }
    const account = await this.passwords.check(email, password);
    if (!account) return again(texts.wrong, 422);

    await this.throttle.succeeded(email, request.ip);
    const { cookie, 'user-agent': userAgent } = request.headers;
    giveCookie(
      reply,
      await this.sessions.start(account.id, { cookie, userAgent }),
      this.environment.publicUrl,
    );
    return seeOther(reply, next ?? landingOf(account.roles));
  }

  @Post(paths.signOut)
  @Access('account')
  async signOut(@CurrentAccount() account: SignedIn, @Res() reply: FastifyReply) {
    await this.sessions.end(account.id, account.sessionId);
    takeCookie(reply, this.environment.publicUrl);
    return seeOther(
      reply,
      `${paths.signIn}?${new URLSearchParams({ done: 'out', language: account.language })}`,
    );
  }
}
