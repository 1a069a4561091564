import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dateline } from '../../calendar/dates.js';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { FilesService } from '../../files/files.service.js';
import { fill } from '../../script/texts.js';
import { Access } from '../../web/access.js';
import { asAttachment } from '../../web/content-disposition.js';
import { languageOf, VERSIONS } from '../../web/languages.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { renderPage } from '../../web/render.js';
import { fileOf } from './content.js';
import { CopyPage } from './copy.page.js';
import { embargoTexts } from './embargo.texts.js';
import { LinksService } from './links.service.js';
import { previewOf } from './preview.js';

/** Copies under embargo, for whoever holds a private link that has not ended. */
@Controller(VERSIONS)
@Access('public')
export class EmbargoController {
  constructor(
    private readonly links: LinksService,
    private readonly files: FilesService,
    private readonly profile: OfficeProfile,
    private readonly environment: Environment,
  ) {}

  @Get('releases/embargo/:token')
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const language = languageOf(request);
    const desk = await this.links.releaseOf(token);
    // Once it is published, everybody reads the same page.
    if (desk?.publishedAt) return reply.redirect(paths.release(language, desk.slug), 302);
    if (!desk?.draft) throw notFound();
    const { timeZone } = this.profile;
    const texts = embargoTexts[language];
    const page = (
      <CopyPage
        language={language}
        profile={this.profile}
        origin={this.environment.publicUrl}
        release={previewOf(desk, desk.draft.content, { language, timeZone, corrections: [] })}
        notice={
          desk.goesOutAt === null
            ? texts.untilPublished
            : fill(texts.until, { when: dateline(desk.goesOutAt, timeZone) })
        }
        path={paths.embargo('sr-Cyrl', token)}
        fileAddress={(sha256) => paths.embargoFile(token, sha256)}
      />
    );
    return asSecret(reply).header('content-type', 'text/html; charset=utf-8').send(renderPage(page));
  }

  @Get('releases/embargo/:token/:sha256')
  async file(@Param('token') token: string, @Param('sha256') sha256: string, @Res() reply: FastifyReply) {
    const desk = await this.links.releaseOf(token);
    const file = desk?.draft && desk.publishedAt === null ? fileOf(desk.draft.content, sha256) : undefined;
    if (file === undefined) throw notFound();
    return asSecret(reply)
      .headers({
        'content-type': file.mediaType,
        ...(file.name !== undefined && { 'content-disposition': asAttachment(file.name) }),
      })
      .send(this.files.open(sha256));
  }
}

const asSecret = (reply: FastifyReply) =>
  reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
