import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { secretKey } from '../../config/secret-key.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { issueFormToken, readFormToken } from '../../web/form-token.js';
import { languageOf, VERSIONS } from '../../web/languages.js';
import { paths } from '../../web/paths.js';
import { emptyForm, type FollowForm, readFollowForm } from './follow-form.js';
import { AskedPage, LeftPage } from './follow-notices.page.js';
import { FollowPage, type FollowPageProps } from './follow.page.js';
import { Subscriptions } from './subscriptions.service.js';

const FOLLOW_FORM = 'follow';

/** Where anybody asks to follow press releases by e-mail. What is answered tells nothing about the address. */
@ApiExcludeController()
@Controller(VERSIONS.map((version) => `${version}/releases/follow`))
@Access('public')
export class FollowController {
  constructor(
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly subscriptions: Subscriptions,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.form(request, reply, 200, emptyForm(languageOf(request)));
  }

  @Post()
  async ask(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { form, address, choice, formToken, isTrapped } = readFollowForm(body);
    const wait = await this.subscriptions.limit.wait(request.ip);
    if (wait > 0) {
      reply.header('retry-after', String(wait));
      const minutes = Math.ceil(wait / 60);
      return this.form(request, reply, 429, { ...form, errors: [], notice: 'busy', minutes });
    }
    if (form.errors.length > 0 || choice === undefined) return this.form(request, reply, 422, form);
    if (readFormToken(secretKey(this.environment), FOLLOW_FORM, formToken).state !== 'valid')
      return this.form(request, reply, 422, { ...form, notice: 'stale' });
    if (!isTrapped) await this.subscriptions.ask(request.ip, address, choice);
    return seeOther(reply, paths.followAsked(languageOf(request)));
  }

  @Get('asked')
  asked(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return sendPage(reply, <AskedPage {...this.shared(request)} />);
  }

  @Get('left')
  left(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return sendPage(reply, <LeftPage {...this.shared(request)} />);
  }

  private form(request: FastifyRequest, reply: FastifyReply, status: number, form: FollowForm) {
    const formToken = issueFormToken(secretKey(this.environment), FOLLOW_FORM);
    return sendPage(
      reply,
      <FollowPage {...this.shared(request)} form={form} formToken={formToken} />,
      status,
    );
  }

  private shared(request: FastifyRequest): FollowPageProps {
    return {
      language: languageOf(request),
      profile: this.profile,
      origin: this.environment.publicUrl,
    };
  }
}
