import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { fill, LANGUAGES, type Language } from '../../script/texts.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { readForm } from '../../web/read-form.js';
import { STATES_OF_RELEASE } from '../release.states.js';
import { DraftsService } from './drafts.service.js';
import { HistoryService } from './history.service.js';
import { LinksService } from './links.service.js';
import { readPlace } from './list-place.js';
import { NewsroomPages } from './newsroom-pages.service.js';
import { NewsroomRefused } from './newsroom.refused.js';
import { problemTexts } from './problem.texts.js';
import { LinkDto, LinkRevocationDto, type Step, StepDto } from './steps.dto.js';
import { StepsService } from './steps.service.js';

/** The newsroom's list, and what is decided about a release: press officers only. */
@Controller()
@Access(['press'])
export class NewsroomController {
  constructor(
    private readonly pages: NewsroomPages,
    private readonly drafts: DraftsService,
    private readonly steps: StepsService,
    private readonly links: LinksService,
    private readonly history: HistoryService,
  ) {}

  @Get(paths.newsroom)
  list(
    @CurrentAccount() account: SignedIn,
    @Query('state') asked: unknown,
    @Query('after') after: unknown,
    @Res() reply: FastifyReply,
  ) {
    const state = STATES_OF_RELEASE.find((each) => each === asked);
    return this.pages.list(reply, account, { state, after: readPlace(after) });
  }

  @Post(paths.newsroomReleases)
  async create(@CurrentAccount() account: SignedIn, @Res() reply: FastifyReply) {
    return seeOther(reply, paths.newsroomRelease(await this.drafts.create(account.id)));
  }

  @Get(paths.newsroomRelease(':id'))
  show(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Query('done') done: unknown,
    @Res() reply: FastifyReply,
  ) {
    return this.pages.send(reply, account, id, { done: typeof done === 'string' ? done : undefined });
  }

  @Get(paths.newsroomPart(':id', 'history'))
  async showHistory(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    return sendPage(reply, await this.history.page(this.pages.ui(account), id));
  }

  /** The whole page as readers will see it. */
  @Get(paths.newsroomPart(':id', 'preview'))
  async preview(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Query('language') asked: unknown,
    @Res() reply: FastifyReply,
  ) {
    const language: Language = LANGUAGES.find((each) => each === asked) ?? 'sr-Cyrl';
    return sendPage(reply, await this.history.preview(this.pages.ui(account), id, language));
  }

  @Post(paths.newsroomPart(':id', 'steps'))
  async step(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    return this.press(reply, account, id, { type: StepDto, body }, (form) => this.take(id, form, account.id));
  }

  @Post(paths.newsroomPart(':id', 'links'))
  async giveLink(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    return this.press(reply, account, id, { type: LinkDto, body }, async (form) => {
      await this.links.give(id, form, account.id);
      return 'link';
    });
  }

  @Post(paths.newsroomPart(':id', 'revoked-links'))
  async revokeLink(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    return this.press(reply, account, id, { type: LinkRevocationDto, body }, async ({ link }) => {
      await this.links.revoke(id, link, account.id);
      return 'revoked';
    });
  }

  /** Takes a step; answers the key of the sentence that tells it. */
  private async take(id: string, form: StepDto, accountId: string): Promise<string | undefined> {
    const { fingerprint = '', reason = '', noteEn = '' } = form;
    const steps: Record<Step, () => Promise<string | undefined>> = {
      takeBack: async () => this.steps.takeBack(id, accountId).then(() => 'takenBack'),
      sendBack: async () => this.steps.sendBack(id, reason, accountId).then(() => 'sentBack'),
      publish: async () =>
        this.steps.approve(id, { fingerprint, when: 'now' }, accountId).then(() => 'published'),
      schedule: async () =>
        this.steps.approve(id, { fingerprint, when: 'planned' }, accountId).then(() => 'scheduled'),
      emergency: async () =>
        this.steps.emergency(id, { fingerprint, reason }, accountId).then(() => 'published'),
      correct: async () => this.drafts.beginCorrection(id, accountId).then(() => undefined),
      dropCorrection: async () => this.drafts.dropCorrection(id, accountId).then(() => 'dropped'),
      withdraw: async () =>
        this.steps.withdraw(id, { sr: reason, en: noteEn }, accountId).then(() => 'withdrawn'),
      discard: async () => this.steps.discard(id, accountId).then(() => 'discarded'),
      restore: async () => this.steps.restore(id, accountId).then(() => 'restored'),
    };
    return steps[form.do]();
  }

  /** A form that asks for a step: read, taken, and the release's page again; a refusal is told on that page. */
  private async press<T extends object>(
    reply: FastifyReply,
    account: SignedIn,
    id: string,
    { type, body }: { type: new () => T; body: unknown },
    act: (form: T) => Promise<string | undefined>,
  ) {
    const texts = problemTexts[account.language];
    const { form, errors } = await readForm(type, body);
    const [error] = errors;
    if (error !== undefined) {
      const message =
        error.code === 'tooLong' ? fill(texts.tooLong, { limit: error.limit ?? 0 }) : texts.unknownField;
      return this.pages.send(reply, account, id, { problem: { message } });
    }
    try {
      const done = await act(form);
      return seeOther(reply, paths.newsroomRelease(id) + (done === undefined ? '' : `?done=${done}`));
    } catch (refusal) {
      if (!(refusal instanceof NewsroomRefused)) throw refusal;
      return this.pages.send(reply, account, id, { problem: { message: texts.refused[refusal.code] } });
    }
  }
}
