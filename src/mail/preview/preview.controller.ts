import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { type Language, LANGUAGES } from '../../script/texts.js';
import { Access } from '../../web/access.js';
import { Html } from '../../web/html.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { renderPage } from '../../web/render.js';
import { contentSecurityPolicy } from '../../web/security-headers.js';
import { EmailKinds, type RenderedEmail } from '../email-kinds.js';
import { officeAccount } from '../office-account.js';
import { KindPage, KindsPage } from './preview.page.js';

/** An e-mail styles itself in place; it may run nothing, fetch nothing, and stands in our own frame alone. */
const EMAIL_POLICY = contentSecurityPolicy({
  'script-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'connect-src': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
  sandbox: '',
});

/** What the office's e-mails look like, for whoever works here. */
@Controller()
@Access('account')
export class PreviewController {
  constructor(private readonly kinds: EmailKinds) {}

  @Get(paths.emailKinds)
  @Html()
  async list(@Req() request: FastifyRequest): Promise<string> {
    const account = officeAccount(request);
    const kinds = await Promise.all(
      this.kinds
        .all()
        .map(async (each) => ({ kind: each.kind, subject: (await each.sample(account.language)).subject })),
    );
    return renderPage(KindsPage({ account, kinds }));
  }

  @Get(paths.emailKind(':kind'))
  @Html()
  @RouteConfig({ csp: contentSecurityPolicy({ 'frame-src': "'self'" }) })
  async show(
    @Req() request: FastifyRequest,
    @Param('kind') kind: string,
    @Query('language') asked: unknown,
  ): Promise<string> {
    const account = officeAccount(request);
    const shown = versionOf(asked, account.language);
    return renderPage(KindPage({ account, kind, shown, email: await this.sample(kind, shown) }));
  }

  @Get(paths.emailKindHtml(':kind'))
  @Html()
  @Header('cache-control', 'no-store')
  @RouteConfig({ csp: EMAIL_POLICY })
  async html(
    @Req() request: FastifyRequest,
    @Param('kind') kind: string,
    @Query('language') asked: unknown,
  ): Promise<string> {
    return (await this.sample(kind, versionOf(asked, officeAccount(request).language))).html;
  }

  private async sample(kind: string, language: Language): Promise<RenderedEmail> {
    const found = this.kinds.get(kind);
    if (!found) throw notFound();
    return found.sample(language);
  }
}

const versionOf = (asked: unknown, own: Language): Language =>
  LANGUAGES.find((language) => language === asked) ?? own;
