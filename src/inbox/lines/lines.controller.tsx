import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReleasesService } from '../../releases/releases.service.js';
import { StandardLines } from '../../replies/lines/standard-lines.service.js';
import { fill } from '../../script/texts.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { Problem } from '../../web/problem.js';
import { readForm } from '../../web/read-form.js';
import { LineDto } from './line.dto.js';
import { LinesPage, type LinesPageProps } from './lines.page.js';
import { linesTexts } from './lines.texts.js';

/** How many of the newest releases can be cited by a choice; any other by its address. */
const RELEASES = 30;

/** The office's standard lines, kept by those who answer letters. */
@Controller()
@Access(['triage', 'drafter', 'approver'])
export class LinesController {
  constructor(
    private readonly lines: StandardLines,
    private readonly releases: ReleasesService,
  ) {}

  @Get(paths.standardLines)
  async show(@CurrentAccount() account: SignedIn, @Query('done') done: unknown, @Res() reply: FastifyReply) {
    return this.send(reply, { account, done: done === 'saved' || done === 'removed' ? done : undefined });
  }

  @Post(paths.standardLines)
  async save(@CurrentAccount() account: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply) {
    const { form, values, errors } = await readForm(LineDto, body);
    if (errors.length > 0) throw new Problem({ status: 400, code: 'bad-request' });
    if (form.do === 'remove') {
      if (form.id !== '') await this.lines.remove(form.id);
      return seeOther(reply, `${paths.standardLines}?done=removed`);
    }
    if (form.do === 'insert') {
      const field = form.release ? `{{release ${form.release}}}` : '';
      const kept = { ...values, body: [form.body, field].filter(Boolean).join(' ') };
      return this.send(reply, { account, problem: { values: kept, errors: [] } });
    }
    const { id, name, body: text, language } = form;
    const line = { ...(id !== '' && { id }), name, body: text, language };
    const faults = await this.lines.save(line, account.id);
    if (faults.length === 0) return seeOther(reply, `${paths.standardLines}?done=saved`);
    const texts = linesTexts[account.language].faults;
    const problems = faults.map(({ field, code, values: named }) => ({
      field,
      message: fill(texts[code], named),
    }));
    return this.send(reply, { account, problem: { values, errors: problems } }, 422);
  }

  private async send(
    reply: FastifyReply,
    props: Omit<LinesPageProps, 'lines' | 'cited' | 'newest'>,
    status = 200,
  ) {
    const { language } = props.account;
    const lines = await this.lines.all();
    const [cited, newest] = await Promise.all([
      this.lines.releasesOf(lines, language),
      this.releases.newest(RELEASES, language),
    ]);
    return sendPage(reply, <LinesPage {...props} lines={lines} cited={cited} newest={newest} />, status);
  }
}
