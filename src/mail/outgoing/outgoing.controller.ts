import { Controller, Get, Header, Param, Post, Query, Redirect, Req } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Access } from '../../web/access.js';
import { Html } from '../../web/html.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { renderPage } from '../../web/render.js';
import { suppressedAddresses } from '../brakes.queries.js';
import { MailService } from '../mail.service.js';
import { officeAccount } from '../office-account.js';
import { OutgoingPage } from './outgoing.page.js';
import { countEmails, listEmails, SHOWN_STATES } from './outgoing.queries.js';

const PAGE = 50;
/** More addresses than this are a number in the metrics. */
const MOST_RESTING = 200;

/** E-mail that the office owes and what became of it. */
@Controller()
@Access(['admin', 'clerk', 'triage'])
export class OutgoingController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mail: MailService,
  ) {}

  @Get(paths.outgoingEmails)
  @Html()
  @Header('cache-control', 'no-store')
  async list(@Req() request: FastifyRequest, @Query() query: Record<string, unknown>): Promise<string> {
    const state = SHOWN_STATES.find((each) => each === query.state) ?? 'failed';
    const before = typeof query.before === 'string' && isUUID(query.before) ? query.before : undefined;
    const [counts, found, resting] = await Promise.all([
      countEmails(this.dataSource),
      listEmails(this.dataSource, state, before, PAGE + 1),
      state === 'suppressed' ? suppressedAddresses(this.dataSource, MOST_RESTING) : undefined,
    ]);
    const emails = found.slice(0, PAGE);
    return renderPage(
      OutgoingPage({
        account: officeAccount(request),
        state,
        mayRetry: (kind) => this.mail.mayRetry(kind),
        counts,
        emails,
        resting,
        older: found.length > PAGE ? emails.at(-1)!.id : undefined,
        outcome: query.outcome === 'done' || query.outcome === 'notFailed' ? query.outcome : undefined,
      }),
    );
  }

  @Post(paths.outgoingEmailRetry(':id'))
  @Redirect(paths.outgoingEmails, 303)
  async retry(@Param('id') id: string): Promise<{ url: string }> {
    if (!isUUID(id)) throw notFound();
    const isBack = await this.mail.retryByHand(id);
    return { url: `${paths.outgoingEmails}?outcome=${isBack ? 'done' : 'notFailed'}` };
  }
}
