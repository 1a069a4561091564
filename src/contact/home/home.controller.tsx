import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OfficeProfile } from '../../config/office-profile.js';
import { PageCache } from '../../releases/page-cache.js';
import { ReleasesService } from '../../releases/releases.service.js';
import { Access } from '../../web/access.js';
import { languageOf, VERSIONS } from '../../web/languages.js';
import { paths } from '../../web/paths.js';
import { renderPage } from '../../web/render.js';
import { HomePage } from './home.page.js';

const NEWEST = 4;

/** The front page; kept until a release is published. */
@Controller(VERSIONS)
export class HomeController {
  constructor(
    private readonly profile: OfficeProfile,
    private readonly releases: ReleasesService,
    private readonly pages: PageCache,
  ) {}

  @Get()
  @Access('public')
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(request);
    await this.pages.send(request, reply, paths.home(language), async () => {
      const releases = await this.releases.newest(NEWEST, language);
      const page = renderPage(<HomePage language={language} profile={this.profile} releases={releases} />);
      return { type: 'text/html; charset=utf-8', body: page };
    });
  }
}
