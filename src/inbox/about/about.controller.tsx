import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LETTER_ROLES } from '../../letters/viewer.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { sendPage } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { AboutPage, OneAboutPage } from './about.page.js';
import { AboutService } from './about.service.js';

const SLUG = /^[a-z](-?[a-z0-9])*$/;

/** How many letters releases bring: figures for the press, and the way to the letters for whoever reads them. */
@Controller()
@Access([...LETTER_ROLES, 'press'])
export class AboutController {
  constructor(private readonly about: AboutService) {}

  @Get(paths.lettersAbout)
  async list(
    @CurrentAccount() account: SignedIn,
    @Query('before') before: unknown,
    @Res() reply: FastifyReply,
  ) {
    const from = typeof before === 'string' && SLUG.test(before) ? before : undefined;
    const page = await this.about.page(account, from);
    return sendPage(reply, <AboutPage account={account} scope={this.about.scopeOf(account)} {...page} />);
  }

  @Get(paths.lettersAboutOne(':slug'))
  async one(@CurrentAccount() account: SignedIn, @Param('slug') slug: string, @Res() reply: FastifyReply) {
    const figures = SLUG.test(slug) ? await this.about.one(account, slug) : undefined;
    if (figures === undefined) throw notFound();
    return sendPage(
      reply,
      <OneAboutPage account={account} scope={this.about.scopeOf(account)} {...figures} />,
    );
  }
}
