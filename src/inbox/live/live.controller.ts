import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readReference } from '../../letters/reference.js';
import { LETTER_ROLES } from '../../letters/viewer.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { LiveService } from './live.service.js';

/** What changes while an officer looks at a page, as server-sent events (HTML Standard, 9.2). */
@Controller()
@Access(LETTER_ROLES)
export class LiveController {
  constructor(private readonly live: LiveService) {}

  /** Stays open. `letter` is the letter that the page shows, `doing=write` says that its answer is written there. */
  @Get(paths.inboxLive)
  async open(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reference = typeof query.letter === 'string' ? readReference(query.letter) : undefined;
    reply.hijack();
    const headers = {
      ...reply.getHeaders(),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // A line that has ended is of no use for another request, and would hold up the end of the program.
      connection: 'close',
      // Proxies of the nginx kind would otherwise keep the events until they fill a page.
      'x-accel-buffering': 'no',
    };
    for (const [name, value] of Object.entries(headers))
      if (value !== undefined) reply.raw.setHeader(name, value);
    reply.raw.flushHeaders();
    await this.live.open(
      account,
      reply.raw,
      reference === undefined ? undefined : { reference, isWriting: query.doing === 'write' },
    );
  }
}
