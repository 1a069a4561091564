import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { secretKey } from '../../config/secret-key.js';
import { privateToken } from '../../letters/private-link.js';
import type { ReleaseSummary } from '../../releases/release-in-language.js';
import { ReleasesService } from '../../releases/releases.service.js';
import type { Language } from '../../script/texts.js';
import { Access } from '../../web/access.js';
import { issueFormToken } from '../../web/form-token.js';
import { languageOf, VERSIONS } from '../../web/languages.js';
import { paths } from '../../web/paths.js';
import { renderPage } from '../../web/render.js';
import { type ContactForm, EMPTY_FORM } from './contact-form.js';
import { CONTACT_FORM, ContactFormService } from './contact-form.service.js';
import { ContactPage } from './contact.page.js';
import { attachmentToken } from './kept-attachments.js';
import { ProofOfWork } from './proof-of-work.js';

/** The page with the form, and where it is sent. */
@ApiExcludeController()
@Controller(VERSIONS.map((version) => `${version}/contact`))
export class ContactController {
  constructor(
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly releases: ReleasesService,
    private readonly forms: ContactFormService,
    private readonly proofOfWork: ProofOfWork,
  ) {}

  @Get()
  @Access('public')
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('release') slug?: unknown,
  ): Promise<void> {
    const language = languageOf(request);
    const release = await this.#release(slug, language);
    // Private, since it carries a token; kept for Back, so that the browser can put the words in again.
    reply.header('cache-control', 'private, no-cache');
    await this.#send(reply, language, EMPTY_FORM, release);
  }

  @Post()
  @Access('public')
  async submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(request);
    const outcome = await this.forms.submit(request, language);
    reply.header('cache-control', 'no-store');
    if ('received' in outcome) {
      const token = privateToken(secretKey(this.environment), outcome.received.id, 'receipt', 0);
      await reply.status(303).header('location', paths.received(language, token)).send();
      return;
    }
    if (outcome.retryAfter !== undefined) reply.header('retry-after', String(outcome.retryAfter));
    reply.status(outcome.status);
    // The form must come back even when the release cannot be looked up.
    const release = await this.#release(outcome.form.values.release, language).catch(() => undefined);
    await this.#send(reply, language, outcome.form, release);
  }

  @Get('proof-of-work')
  @Access('public')
  async challenge(@Res() reply: FastifyReply): Promise<void> {
    if (!this.proofOfWork.isOn) return void (await reply.status(404).send());
    await reply.header('cache-control', 'no-store').send(await this.proofOfWork.challenge());
  }

  /** The release that a letter is about; one that does not exist (any more) is passed over. */
  async #release(slug: unknown, language: Language): Promise<ReleaseSummary | undefined> {
    return typeof slug === 'string' && /^[a-z0-9-]{1,200}$/.test(slug)
      ? this.releases.bySlug(slug, language)
      : undefined;
  }

  async #send(
    reply: FastifyReply,
    language: Language,
    form: ContactForm,
    release: ReleaseSummary | undefined,
  ) {
    const secret = secretKey(this.environment);
    const page = (
      <ContactPage
        language={language}
        profile={this.profile}
        form={form}
        formToken={issueFormToken(secret, CONTACT_FORM)}
        tokenOf={(file) => attachmentToken(secret, file)}
        release={release}
        proofOfWork={this.proofOfWork.isOn ? paths.proofOfWork : undefined}
      />
    );
    await reply.header('content-type', 'text/html; charset=utf-8').send(renderPage(page));
  }
}
