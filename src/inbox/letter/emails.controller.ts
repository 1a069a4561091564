import { Controller, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { letterByReference } from '../../letters/letters.queries.js';
import { officerOf } from '../../letters/viewer.js';
import { MailService } from '../../mail/mail.service.js';
import { seeOther } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { notFound } from '../../web/problem.js';
import { InboxService } from '../inbox.service.js';
import { letterLink } from '../list/inbox.view.js';
import { Asked, type AskedAction } from './asked-action.js';
import { retryPath } from './email-list.js';

const absent = () => notFound();

/** E-mails about a letter that did not leave. */
@Controller()
@Access(['clerk', 'triage', 'drafter', 'approver'])
export class EmailsController {
  constructor(
    private readonly inbox: InboxService,
    private readonly mail: MailService,
    private readonly dataSource: DataSource,
  ) {}

  /** Owes a failed e-mail again; one that is on its way already stays as it is. */
  @Post(retryPath(':reference', ':email'))
  async retry(
    @Asked() { account, reference, query }: AskedAction,
    @Param('email', new ParseUUIDPipe({ exceptionFactory: absent })) email: string,
    @Res() reply: FastifyReply,
  ) {
    const letter = await letterByReference(this.dataSource, reference, officerOf(account));
    const emails = letter ? await this.mail.emailsAbout(letter.id) : [];
    if (!emails.some(({ id }) => id === email)) throw absent();
    const isRetried = await this.mail.retryByHand(email);
    const { view, cursor } = this.inbox.viewOf(query);
    return seeOther(
      reply,
      letterLink(reference, view, cursor, { done: isRetried ? 'retried' : 'notFailed' }),
    );
  }
}
