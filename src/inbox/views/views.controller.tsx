import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OfficeProfile } from '../../config/office-profile.js';
import { LETTER_ROLES } from '../../letters/viewer.js';
import { fill } from '../../script/texts.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { InboxPage } from '../inbox-page.js';
import { InboxService } from '../inbox.service.js';
import { type FieldError, readForm } from '../../web/read-form.js';
import type { Ui } from '../ui.js';
import type { SaveProblem } from './save-view.js';
import { KeptViewDto, SaveViewDto } from './saved-view.dto.js';
import { LONGEST_VIEW_NAME, MOST_VIEWS, SavedViews } from './saved-views.service.js';
import { ViewsPage, type ViewsPageProps } from './views.page.js';
import { viewsTexts } from './views.texts.js';

/** Views of the inbox under a name: saved where they are looked at, arranged on a page of their own. */
@Controller()
@Access(LETTER_ROLES)
export class ViewsController {
  constructor(
    private readonly views: SavedViews,
    private readonly inbox: InboxService,
    private readonly profile: OfficeProfile,
  ) {}

  @Get(paths.savedViews)
  show(@CurrentAccount() account: SignedIn, @Query('done') done: unknown, @Res() reply: FastifyReply) {
    return this.sendViews(reply, account, {
      done: done === 'renamed' || done === 'removed' ? done : undefined,
    });
  }

  @Post(paths.savedViews)
  async save(@CurrentAccount() account: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply) {
    const { form, values, errors } = await readForm(SaveViewDto, body);
    const forUnit = form.for === 'unit';
    const query = typeof values.view === 'string' ? values.view : '';
    const refused = (message: string) =>
      this.sendInbox(reply, account, query, { name: values.name ?? '', forUnit, message });
    if (errors.length > 0) return refused(messageOf(account, errors));
    const outcome = await this.views.save(account, { name: form.name, query, forUnit });
    if (outcome === 'saved') return seeOther(reply, `${paths.inbox}?${this.views.canonical(query)}`);
    return refused(fill(viewsTexts[account.language].faults[outcome], { limit: MOST_VIEWS }));
  }

  @Post(paths.savedView(':id'))
  async change(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw notFound();
    const { form, values, errors } = await readForm(KeptViewDto, body);
    if (form.do === 'remove') {
      if (!(await this.views.remove(account, id))) throw notFound();
      return seeOther(reply, `${paths.savedViews}?done=removed`);
    }
    const refused = (message: string) =>
      this.sendViews(reply, account, { problem: { id, name: values.name ?? '', message } }, 422);
    if (errors.length > 0) return refused(messageOf(account, errors));
    const outcome = await this.views.rename(account, id, form.name);
    if (outcome === undefined) throw notFound();
    if (outcome === 'taken') return refused(viewsTexts[account.language].faults.taken);
    return seeOther(reply, `${paths.savedViews}?done=renamed`);
  }

  private async sendViews(
    reply: FastifyReply,
    account: SignedIn,
    props: Pick<ViewsPageProps, 'problem' | 'done'>,
    status = 200,
  ) {
    return sendPage(
      reply,
      <ViewsPage ui={this.ui(account)} views={await this.views.of(account)} {...props} />,
      status,
    );
  }

  /** The list that was looked at, with the form open and what is wrong with it. */
  private async sendInbox(reply: FastifyReply, account: SignedIn, query: string, saving: SaveProblem) {
    const panes = await this.inbox.panes(account, Object.fromEntries(new URLSearchParams(query)));
    const page = { ...panes.page, saving };
    return sendPage(reply, <InboxPage ui={this.ui(account)} {...panes} page={page} />, 422);
  }

  private ui(account: SignedIn): Ui {
    return { language: account.language, account, profile: this.profile, now: new Date() };
  }
}

function messageOf({ language }: SignedIn, [error]: FieldError[]): string {
  const { faults } = viewsTexts[language];
  return error?.code === 'tooLong' ? fill(faults.tooLong, { limit: LONGEST_VIEW_NAME }) : faults.name;
}
