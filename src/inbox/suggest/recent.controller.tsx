import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { LETTER_ROLES } from '../../letters/viewer.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { RecentPage } from './recent.page.js';
import { forgetSearches, recentSearches } from './recent-searches.queries.js';

/** What an officer searched for last: to search again, or to be forgotten. */
@Controller()
@Access(LETTER_ROLES)
export class RecentController {
  constructor(private readonly dataSource: DataSource) {}

  @Get(paths.recentSearches)
  async show(@CurrentAccount() account: SignedIn, @Query('done') done: unknown, @Res() reply: FastifyReply) {
    const searches = await recentSearches(this.dataSource, account.id);
    return sendPage(
      reply,
      <RecentPage account={account} searches={searches} isDone={done === 'forgotten'} />,
    );
  }

  /** Without a search named, all of them. */
  @Post(paths.recentSearches)
  async forget(@CurrentAccount() account: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply) {
    const { query } = body as Record<string, unknown>;
    await forgetSearches(this.dataSource, account.id, typeof query === 'string' ? query : undefined);
    return seeOther(reply, `${paths.recentSearches}?done=forgotten`);
  }
}
