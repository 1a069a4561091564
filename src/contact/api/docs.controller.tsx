import { Controller, Get, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OfficeProfile } from '../../config/office-profile.js';
import { PageCache } from '../../releases/page-cache.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { renderPage } from '../../web/render.js';
import { ApiDocsPage } from './docs.page.js';

/** The API for people who program against it: drawn from the OpenAPI document itself, so it cannot lag behind. */
@ApiExcludeController()
@Controller(paths.apiDocs)
export class DocsController {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly profile: OfficeProfile,
    private readonly pages: PageCache,
  ) {}

  @Get()
  @Access('public')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.send(request, reply, 'api docs', async () => {
      const fastify: FastifyInstance = this.host.httpAdapter.getInstance();
      const answer = await fastify.inject({ method: 'GET', url: paths.openapi });
      const document = answer.json<OpenAPIObject>();
      return {
        type: 'text/html; charset=utf-8',
        body: renderPage(<ApiDocsPage document={document} profile={this.profile} />),
      };
    });
  }
}
