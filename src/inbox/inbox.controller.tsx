import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OfficeProfile } from '../config/office-profile.js';
import { LETTER_ROLES } from '../letters/viewer.js';
import { CurrentAccount, type SignedIn } from '../staff/account.js';
import { seeOther, sendPage } from '../staff/answers.js';
import { Access } from '../web/access.js';
import { paths } from '../web/paths.js';
import { frameOf } from './frames.js';
import { InboxPage, LetterFramePage, ListFramePage, NoAccessPage } from './inbox-page.js';
import { InboxService } from './inbox.service.js';
import type { Ui } from './ui.js';

/** The inbox without an open letter. */
@Controller()
@Access('account')
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly profile: OfficeProfile,
  ) {}

  @Get(paths.inbox)
  async show(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const ui: Ui = { language: account.language, account, profile: this.profile, now: new Date() };
    const readsLetters = account.roles.some((role) => LETTER_ROLES.includes(role));
    // Signing in leads here, and whose work is releases alone goes on to them.
    if (!readsLetters && account.roles.includes('press')) return seeOther(reply, paths.newsroom);
    if (!readsLetters) return sendPage(reply, <NoAccessPage ui={ui} />);
    const frame = frameOf(reply.request.headers);
    if (frame === 'letter')
      return sendPage(reply, <LetterFramePage ui={ui} desk={undefined} {...this.inbox.viewOf(query)} />);
    const [panes] = await Promise.all([
      this.inbox.panes(account, query),
      // Parts of the page are asked for while somebody still types, the page when the search is meant.
      frame === undefined ? this.inbox.remember(account, query) : undefined,
    ]);
    return sendPage(
      reply,
      frame === 'list' ? <ListFramePage ui={ui} {...panes} /> : <InboxPage ui={ui} {...panes} />,
    );
  }
}
