import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import type { Language } from '../../script/texts.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { Problem } from '../../web/problem.js';
import { AccountLinks } from '../account-links.service.js';
import { seeOther, sendPage } from '../answers.js';
import { fromOwnPage } from '../csrf.js';
import { chosenLanguage } from '../door-page.js';
import { readFields } from '../fields.js';
import { PasswordsService } from '../passwords.service.js';
import { StaffRefused } from '../staff-refused.js';
import { StaffService } from '../staff.service.js';
import { DeadLinkPage, SetPasswordPage, SetUpPage } from './account-links.pages.js';

/** The pages behind one-time links. Looking changes nothing: mail scanners and previews look too. */
@Controller()
@Access('public')
export class AccountLinksController {
  constructor(
    private readonly links: AccountLinks,
    private readonly staff: StaffService,
    private readonly passwords: PasswordsService,
    private readonly environment: Environment,
  ) {}

  @Get(paths.setUp(':token'))
  async showSetUp(
    @Param('token') token: string,
    @Query('language') asked: unknown,
    @Res() reply: FastifyReply,
  ) {
    const language = chosenLanguage(asked);
    try {
      await this.links.look(token, 'first-administrator');
      return sendPage(reply, SetUpPage({ language, token }));
    } catch (error) {
      return answerDeadLink(error, reply, language, 'setUp');
    }
  }

  @Post(paths.setUp(':token'))
  async setUp(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    refuseForeign(request, this.environment);
    const { name, email, password, ...rest } = readFields(body, ['name', 'email', 'password', 'language']);
    const language = chosenLanguage(rest.language);
    try {
      await this.staff.setUp(token, { name, email, password, language });
      return seeOther(reply, signInWith(language));
    } catch (error) {
      if (!isFault(error)) return answerDeadLink(error, reply, language, 'setUp');
      return sendPage(reply, SetUpPage({ language, token, refusals: error.refusals, name, email }), 422);
    }
  }

  @Get(paths.setPassword(':token'))
  async showSetPassword(
    @Param('token') token: string,
    @Query('language') asked: unknown,
    @Res() reply: FastifyReply,
  ) {
    const language = chosenLanguage(asked);
    try {
      const { email } = await this.passwords.ownerOf(token);
      return sendPage(reply, SetPasswordPage({ language, token, email }));
    } catch (error) {
      return answerDeadLink(error, reply, language, 'setPassword');
    }
  }

  @Post(paths.setPassword(':token'))
  async setPassword(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    refuseForeign(request, this.environment);
    const { password, ...rest } = readFields(body, ['email', 'password', 'language']);
    const language = chosenLanguage(rest.language);
    try {
      await this.passwords.setByLink(token, password);
      return seeOther(reply, signInWith(language));
    } catch (error) {
      if (!isFault(error)) return answerDeadLink(error, reply, language, 'setPassword');
      const { email } = await this.passwords.ownerOf(token);
      return sendPage(reply, SetPasswordPage({ language, token, email, refusals: error.refusals }), 422);
    }
  }
}

const signInWith = (language: Language) =>
  `${paths.signIn}?${new URLSearchParams({ done: 'password', language })}`;

/** A one-time token in the address is no reason for another site's page to post to it. */
function refuseForeign(request: FastifyRequest, { publicUrl }: Environment): void {
  if (!fromOwnPage(request, publicUrl)) throw new Problem({ status: 403, code: 'foreign-form' });
}

/** Something that the person can mend on the form. */
function isFault(error: unknown): error is StaffRefused {
  return error instanceof StaffRefused && !error.says('link-dead');
}

/** Used, expired, replaced and invented links look alike. */
function answerDeadLink(
  error: unknown,
  reply: FastifyReply,
  language: Language,
  purpose: 'setUp' | 'setPassword',
) {
  if (!(error instanceof StaffRefused)) throw error;
  return sendPage(reply, DeadLinkPage({ language, purpose }), 404);
}
