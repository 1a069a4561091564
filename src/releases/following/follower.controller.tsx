import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { secretKey } from '../../config/secret-key.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { issueFormToken, readFormToken } from '../../web/form-token.js';
import { languageOf, VERSIONS } from '../../web/languages.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { type FollowForm, readChangeForm } from './follow-form.js';
import { type FollowPurpose, followToken, subscriptionOf } from './follow-link.js';
import { ConfirmPage, ExpiredPage, LeftPage, OneClickPage } from './follow-notices.page.js';
import { MinePage } from './mine.page.js';
import type { Subscription } from './subscription.js';
import { Subscriptions } from './subscriptions.service.js';

/** Behind the links in a follower's e-mails. Opening one changes nothing: mail scanners follow links. */
@ApiExcludeController()
@Controller(VERSIONS.map((version) => `${version}/releases/follow`))
@Access('public')
export class FollowerController {
  constructor(
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly subscriptions: Subscriptions,
  ) {}

  @Get('confirmation/:token')
  async confirmation(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.subscriptions.byId(this.#named(token, 'confirm'));
    if (found === undefined || (found.state === 'unconfirmed' && found.isStale))
      return this.#send(reply, <ExpiredPage {...this.#shared(request)} />, 410);
    if (found.state === 'active') return seeOther(reply, this.#mine(request, found.id));
    return this.#send(reply, <ConfirmPage {...this.#shared(request)} token={token} asked={found} />);
  }

  @Post('confirmation/:token')
  async confirm(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const id = this.#named(token, 'confirm');
    if (!(await this.subscriptions.confirm(id)))
      return this.#send(reply, <ExpiredPage {...this.#shared(request)} />, 410);
    return seeOther(reply, `${this.#mine(request, id)}?done=confirmed`);
  }

  @Get('mine/:token')
  async mine(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('done') done?: unknown,
  ) {
    const found = await this.#follower(token);
    if (found === undefined) return this.#send(reply, <LeftPage {...this.#shared(request)} />, 410);
    const { rhythm, language } = found;
    const form: FollowForm = { values: { rhythm, language }, errors: [] };
    return this.#page(request, reply, token, found, form, 200, done);
  }

  @Post('mine/:token')
  async change(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.#follower(token);
    if (found === undefined) return this.#send(reply, <LeftPage {...this.#shared(request)} />, 410);
    const { form, choice, formToken } = readChangeForm(body);
    if (choice === undefined) return this.#page(request, reply, token, found, form, 422);
    if (!this.#isFresh(formToken, found))
      return this.#page(request, reply, token, found, { ...form, notice: 'stale' }, 422);
    await this.subscriptions.change(found.id, choice);
    // Whoever changes the version goes on in it.
    return seeOther(reply, `${paths.followed(choice.language, token)}?done=changed`);
  }

  @Post('mine/:token/end')
  async leave(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.#follower(token);
    if (found !== undefined && !this.#isFresh((body as { formToken?: unknown } | null)?.formToken, found)) {
      const { rhythm, language } = found;
      const form: FollowForm = { values: { rhythm, language }, errors: [], notice: 'stale' };
      return this.#page(request, reply, token, found, form, 422);
    }
    if (found !== undefined) await this.subscriptions.leave(found.id, 'left');
    return seeOther(reply, paths.followLeft(languageOf(request)));
  }

  @Get('one-click/:token')
  oneClickByHand(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    this.#named(token, 'leave');
    return this.#send(reply, <OneClickPage {...this.#shared(request)} token={token} />);
  }

  /** A mail program's own button: no form token, no cookie, no redirect (RFC 8058, 3.1); the link itself is the proof. */
  @Post('one-click/:token')
  @HttpCode(200)
  async oneClick(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.subscriptions.leave(this.#named(token, 'leave'), 'left-by-one-click');
    return this.#send(reply, <LeftPage {...this.#shared(request)} />);
  }

  #named(token: string, purpose: FollowPurpose): string {
    const id = subscriptionOf(secretKey(this.environment), token, purpose);
    if (id === undefined) throw notFound();
    return id;
  }

  async #follower(token: string): Promise<Subscription | undefined> {
    const found = await this.subscriptions.byId(this.#named(token, 'manage'));
    return found?.state === 'active' ? found : undefined;
  }

  #mine(request: FastifyRequest, id: string): string {
    return paths.followed(languageOf(request), followToken(secretKey(this.environment), id, 'manage'));
  }

  #page(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
    subscription: Subscription,
    form: FollowForm,
    status: number,
    done?: unknown,
  ) {
    const formToken = issueFormToken(secretKey(this.environment), formOf(subscription));
    const page = { token, subscription, form, formToken };
    return this.#send(
      reply,
      <MinePage
        {...this.#shared(request)}
        {...page}
        done={done === 'confirmed' || done === 'changed' ? done : undefined}
      />,
      status,
    );
  }

  #isFresh(formToken: unknown, subscription: Subscription): boolean {
    return readFormToken(secretKey(this.environment), formOf(subscription), formToken).state === 'valid';
  }

  #send(reply: FastifyReply, page: VNode, status = 200) {
    return sendPage(reply.header('x-robots-tag', 'noindex, nofollow'), page, status);
  }

  #shared(request: FastifyRequest) {
    return { language: languageOf(request), profile: this.profile, origin: this.environment.publicUrl };
  }
}

/** The page's forms belong to one follower. */
const formOf = ({ id }: Subscription) => `follower ${id}`;
