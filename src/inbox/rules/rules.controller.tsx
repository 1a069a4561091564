import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import type { Rule } from '../../letters/rules/rule.js';
import { RulesService } from '../../letters/rules/rules.service.js';
import { Gazetteer } from '../../places/gazetteer.js';
import { releaseExists } from '../../releases/releases.queries.js';
import { fill } from '../../script/texts.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { readFields } from '../../staff/fields.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { readForm } from '../../web/read-form.js';
import { contentOf, RuleDto } from './rule.dto.js';
import { RulePage } from './rule.page.js';
import type { RuleProblem } from './rule-page-props.js';
import { RulesPage } from './rules.page.js';
import { rulesTexts } from './rules.texts.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NEW = 'new';

/** Rules that sort letters. Administrators keep them and, without a reading role, see no letter by them. */
@Controller()
@Access(['admin'])
export class RulesController {
  constructor(
    private readonly rules: RulesService,
    private readonly profile: OfficeProfile,
    private readonly gazetteer: Gazetteer,
    private readonly dataSource: DataSource,
  ) {}

  @Get(paths.rules)
  async list(@CurrentAccount() account: SignedIn, @Query('done') done: unknown, @Res() reply: FastifyReply) {
    const page = (
      <RulesPage ui={this.ui(account)} rules={await this.rules.all()} done={toldOf(account, done)} />
    );
    return sendPage(reply, page);
  }

  @Get(paths.rule(':id'))
  async show(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Query('done') done: unknown,
    @Res() reply: FastifyReply,
  ) {
    return this.send(reply, account, id === NEW ? undefined : await this.find(id), { done });
  }

  @Post(paths.rule(':id'))
  async save(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const rule = id === NEW ? undefined : await this.find(id);
    const { form, values, errors } = await readForm(RuleDto, body);
    const texts = rulesTexts[account.language];
    const again = (
      status: number,
      faults: { field: string; code: string; limit?: number }[],
      message = '',
    ) => {
      const problems: Record<string, string> = texts.faults;
      const told = faults.map(({ field, code, limit }) => ({
        field,
        message: fill(problems[code] ?? texts.faults.unknownField, limit === undefined ? {} : { limit }),
      }));
      return this.send(reply, account, rule, { problem: { values, errors: told, message }, status });
    };
    if (errors.length > 0) return again(422, errors);
    const content = contentOf(form);
    if (content.releaseSlug !== null && !(await releaseExists(this.dataSource, content.releaseSlug)))
      return again(422, [{ field: 'release', code: 'release' }]);
    if (rule === undefined) {
      const added = await this.rules.add(content, account.id);
      return typeof added === 'string'
        ? seeOther(reply, `${paths.rule(added)}?done=saved`)
        : again(422, added);
    }
    const seen = new Date(form.seen ?? 0);
    const saved = await this.rules.change(rule.id, content, seen, account.id);
    if (saved === 'changed') return again(409, [], texts.faults.changed);
    return saved === 'saved' ? seeOther(reply, `${paths.rule(id)}?done=saved`) : again(422, saved);
  }

  /** Asks the newest letters what the rule finds, as it stands at this moment. */
  @Post(paths.rulePart(':id', 'test'))
  async test(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply) {
    readFields(body, []);
    const isKept = await this.rules.test(await this.find(id));
    return seeOther(reply, `${paths.rule(id)}?done=${isKept ? 'tested' : 'changed'}#test`);
  }

  @Post(paths.rulePart(':id', 'switch'))
  async switch(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply) {
    await this.find(id);
    const { to, version } = readFields(body, ['to', 'version']);
    const isOn = to === 'on';
    const asked = /^\d{1,9}$/.test(version) ? Number(version) : 0;
    const isDone = await this.rules.switch(id, isOn, asked);
    return seeOther(reply, `${paths.rule(id)}?done=${isDone ? (isOn ? 'on' : 'off') : 'untested'}`);
  }

  @Post(paths.rulePart(':id', 'position'))
  async move(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply) {
    await this.find(id);
    await this.rules.move(id, readFields(body, ['to']).to === 'up' ? 'up' : 'down');
    return seeOther(reply, paths.rules);
  }

  @Post(paths.rulePart(':id', 'removal'))
  async remove(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply) {
    await this.find(id);
    readFields(body, []);
    const isGone = await this.rules.remove(id);
    return seeOther(reply, isGone ? `${paths.rules}?done=removed` : `${paths.rule(id)}?done=stillOn`);
  }

  private async find(id: string): Promise<Rule> {
    const rule = UUID.test(id) ? await this.rules.find(id) : undefined;
    if (!rule) throw notFound();
    return rule;
  }

  private ui = (account: SignedIn) => ({
    ...{ language: account.language, account, profile: this.profile, now: new Date() },
  });

  private send(
    reply: FastifyReply,
    account: SignedIn,
    rule: Rule | undefined,
    { done, problem, status }: { done?: unknown; problem?: RuleProblem; status?: number },
  ) {
    const { language } = account;
    const places = this.gazetteer.all(language).map((place) => this.gazetteer.label(place, language));
    const told = toldOf(account, done);
    const page = <RulePage ui={this.ui(account)} rule={rule} places={places} done={told} problem={problem} />;
    return sendPage(reply, page, status);
  }
}

/** What was just done, as the address says. */
function toldOf({ language }: SignedIn, done: unknown): string | undefined {
  const texts: Record<string, string> = rulesTexts[language].done;
  return typeof done === 'string' && Object.hasOwn(texts, done) ? texts[done] : undefined;
}
