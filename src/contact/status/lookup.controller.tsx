import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { secretKey } from '../../config/secret-key.js';
import { readReference } from '../../letters/reference.js';
import { searchKey } from '../../script/search-key.js';
import { Access } from '../../web/access.js';
import { issueFormToken, readFormToken } from '../../web/form-token.js';
import { languageOf, VERSIONS } from '../../web/languages.js';
import { renderPage } from '../../web/render.js';
import { FormReader } from '../form-reader.js';
import { legibleFields } from '../form/arrived-fields.js';
import { asPrivate } from '../private-page.js';
import { FoundPage, LinkSentPage, type LookupForm, LookupPage } from './lookup.page.js';
import { LookupService } from './lookup.service.js';

const LOOKUP_FORM = 'lookup';
/** A token made for one reference: only who named the surname has it. */
const linkForm = (reference: string) => `resent-link ${reference}`;

/** How far a letter has come, by its reference and surname: no accounts. */
@ApiExcludeController()
@Controller(VERSIONS.map((version) => `${version}/letters`))
export class LookupController {
  constructor(
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly reader: FormReader,
    private readonly lookups: LookupService,
  ) {}

  @Get()
  @Access('public')
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('reference') named?: unknown,
  ): Promise<void> {
    // The code of squares on a printed answer names the letter.
    const reference = typeof named === 'string' ? readReference(named) : undefined;
    await this.#form(request, reply, 200, { values: { reference }, errors: [] });
  }

  @Post()
  @Access('public')
  async find(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = await this.#fields(request);
    const values = { reference: text(fields.reference), surname: text(fields.surname) };
    const wait = await this.lookups.limit.wait(request.ip);
    if (wait > 0) {
      reply.header('retry-after', String(wait));
      return this.#form(request, reply, 429, {
        values,
        errors: [],
        notice: 'busy',
        minutes: Math.ceil(wait / 60),
      });
    }
    const errors: LookupForm['errors'] = [];
    if (readReference(values.reference) === undefined) errors.push('reference');
    // Compared by its search key, in which characters without width are nothing.
    if (searchKey(values.surname).trim() === '') errors.push('surname');
    if (errors.length > 0) return this.#form(request, reply, 422, { values, errors });
    if (readFormToken(secretKey(this.environment), LOOKUP_FORM, fields.formToken).state !== 'valid')
      return this.#form(request, reply, 422, { values, errors: [], notice: 'stale' });

    const open = await this.lookups.find(request.ip, values.reference, values.surname);
    if (!open) return this.#form(request, reply, 422, { values, errors: ['notFound'] });
    const formToken = issueFormToken(secretKey(this.environment), linkForm(open.letter.reference));
    await this.#send(
      reply.status(200),
      <FoundPage language={languageOf(request)} profile={this.profile} formToken={formToken} open={open} />,
    );
  }

  @Post('resent-link')
  @Access('public')
  async resendLink(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = await this.#fields(request);
    const reference = text(fields.reference);
    if (readFormToken(secretKey(this.environment), linkForm(reference), fields.formToken).state !== 'valid')
      return this.#form(request, reply, 422, { values: { reference }, errors: [], notice: 'stale' });
    const wait = await this.lookups.linkLimit.wait(request.ip);
    if (wait > 0) {
      reply.header('retry-after', String(wait));
      return this.#form(request, reply, 429, {
        values: { reference },
        errors: [],
        notice: 'busy',
        minutes: Math.ceil(wait / 60),
      });
    }
    await this.lookups.resendLink(request.ip, reference);
    await this.#send(
      reply.status(200),
      <LinkSentPage language={languageOf(request)} profile={this.profile} />,
    );
  }

  async #fields(request: FastifyRequest) {
    return legibleFields((await this.reader.read(request, 0)).fields);
  }

  #form(request: FastifyRequest, reply: FastifyReply, status: number, form: LookupForm): Promise<void> {
    const formToken = issueFormToken(secretKey(this.environment), LOOKUP_FORM);
    const shell = { language: languageOf(request), profile: this.profile, formToken };
    return this.#send(reply.status(status), <LookupPage {...shell} form={form} />);
  }

  async #send(reply: FastifyReply, page: VNode): Promise<void> {
    await asPrivate(reply).send(renderPage(page));
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
