import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { PageCache } from '../page-cache.js';
import { ReleaseFeeds } from './release-feeds.service.js';

@Controller()
export class SiteMapController {
  constructor(
    private readonly feeds: ReleaseFeeds,
    private readonly cache: PageCache,
  ) {}

  @Get('sitemap.xml')
  @Access('public')
  async siteMap(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.cache.send(request, reply, paths.siteMap, () => this.feeds.siteMap());
  }
}
