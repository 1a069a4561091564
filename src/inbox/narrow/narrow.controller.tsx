import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OfficeProfile } from '../../config/office-profile.js';
import { LETTER_ROLES } from '../../letters/viewer.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { Frame, FramePage, frameOf } from '../frames.js';
import { InboxService } from '../inbox.service.js';
import { lettersInWords } from '../list/inbox.texts.js';
import { inboxLink } from '../list/inbox.view.js';
import { MOST_COUNTED } from '../list/count.queries.js';
import type { Ui } from '../ui.js';
import { Narrowed } from './narrowing.js';
import { NarrowService } from './narrow.service.js';
import { narrowTexts } from './narrow.texts.js';

/** What a search can be narrowed to, in its fold beside the hits and as a page for browsers without script; and how many hits it has. */
@Controller()
@Access(LETTER_ROLES)
export class NarrowController {
  constructor(
    private readonly narrow: NarrowService,
    private readonly inbox: InboxService,
    private readonly profile: OfficeProfile,
  ) {}

  @Get(paths.narrowing)
  async show(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const { language } = account;
    const ui: Ui = { language, account, profile: this.profile, now: new Date() };
    const { view } = this.inbox.viewOf(query);
    if (view.q === undefined) return seeOther(reply, inboxLink(view));
    const frame = frameOf(reply.request.headers);
    if (frame === 'hits') {
      const hits = await this.inbox.hitsOf(account, query);
      const { count, isMore } = hits ?? { count: MOST_COUNTED, isMore: true };
      return sendPage(
        reply,
        <FramePage ui={ui} title={narrowTexts[language].title}>
          <Frame name="hits">{lettersInWords(language, count, isMore)}</Frame>
        </FramePage>,
      );
    }
    const narrowed = <Narrowed ui={ui} view={view} narrowing={await this.narrow.of(account, query)} />;
    const texts = narrowTexts[language];
    if (frame === 'narrowing')
      return sendPage(
        reply,
        <FramePage ui={ui} title={texts.title}>
          <Frame name="narrowing">{narrowed}</Frame>
        </FramePage>,
      );
    return sendPage(
      reply,
      <OfficePage account={account} language={language} title={texts.title} active="inbox" search={view.q}>
        <header class="page-head">
          <h1>{texts.title}</h1>
        </header>
        {narrowed}
        <p>
          <a class="btn" href={inboxLink(view)}>
            {texts.back}
          </a>
        </p>
      </OfficePage>,
    );
  }
}
