import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../web/access.js';
import { languageOf, VERSIONS } from '../../web/languages.js';
import { paths } from '../../web/paths.js';
import { PageCache } from '../page-cache.js';
import type { FeedFormat } from './feed-document.js';
import { ReleaseFeeds } from './release-feeds.service.js';

@Controller(VERSIONS)
@Access('public')
export class FeedsController {
  constructor(
    private readonly feeds: ReleaseFeeds,
    private readonly cache: PageCache,
  ) {}

  @Get('releases/feed.atom')
  atom(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send('atom', request, reply);
  }

  @Get('releases/feed.rss')
  rss(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send('rss', request, reply);
  }

  @Get('releases/feed.json')
  json(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send('json', request, reply);
  }

  private async send(format: FeedFormat, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const language = languageOf(request);
    // Programs that run on other sites may read a feed too.
    reply.header('access-control-allow-origin', '*');
    await this.cache.send(request, reply, paths.feed(language, format), () =>
      this.feeds.feed(language, format),
    );
  }
}
