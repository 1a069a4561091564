import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DutiesService } from '../../duties/duties.service.js';
import { BULK } from '../../letters/bulk/bulk-worker.service.js';
import { BulkRefused, BulkService } from '../../letters/bulk/bulk.service.js';
import { officerOf } from '../../letters/viewer.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { ActionRunner, asProblem } from '../letter/action-runner.js';
import type { ActionProblem } from '../letter/actions.js';
import { LetterDeskService } from '../letter/letter-desk.service.js';
import { readForm } from '../letter/read-form.js';
import { ReasonDto } from '../letter/reason.dto.js';
import { TriageDto } from '../letter/triage.dto.js';
import { officerName } from '../ui.js';
import { type BulkAsked, BulkPages } from './bulk-pages.js';
import { type Picked, readPicked } from './bulk-selection.js';
import { ColleagueDto } from './colleague.dto.js';
import { NothingPicked, OrderPane, ORDERS, type OrderVerb } from './order-pane.js';
import { bulkTexts } from './bulk.texts.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FORMS = { triage: TriageDto, assignment: ColleagueDto, closure: ReasonDto };

/** Work on many letters: ordered from the list, done by the worker, watched here. */
@Controller()
@Access(['clerk', 'triage', 'drafter', 'approver'])
export class BulkController {
  constructor(
    private readonly pages: BulkPages,
    private readonly bulk: BulkService,
    private readonly runner: ActionRunner,
    private readonly desk: LetterDeskService,
    private readonly duties: DutiesService,
  ) {}

  @Get(paths.bulk)
  list(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.pages.sendJobs(reply, { account, query });
  }

  /** What to do with the picked letters. */
  @Get(paths.newBulk)
  show(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.ask(reply, { account, query }, verbOf(query.do), readPicked(query));
  }

  @Post(paths.bulk)
  async order(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const asked = { account, query };
    const { do: verb, all, letter, ...fields } = asFields(body);
    const picked = readPicked({ all, letter });
    const kind = verbOf(verb);
    const { form, values, errors } = await readForm<TriageDto | ColleagueDto | ReasonDto>(
      FORMS[kind],
      fields,
    );
    const found = errors.length > 0 ? errors : await this.runner.checkChoices(form);
    if (found.length > 0) {
      const problem = asProblem({ account }, { action: kind, values, message: '' }, found);
      return this.ask(reply, asked, kind, picked, problem, 422);
    }
    try {
      const selection = await this.pages.selection(asked, picked);
      const job = { kind, params: this.paramsOf(form) };
      const id = await this.bulk.order(job, selection, officerOf(account));
      return seeOther(reply, paths.bulkJob(id) + this.pages.queryOf(asked));
    } catch (error) {
      if (error instanceof BulkRefused) return this.nothing(reply, asked, 409);
      throw error;
    }
  }

  @Get(paths.bulkJob(':id'))
  job(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.pages.sendJob(reply, { account, query }, asId(id));
  }

  @Post(paths.bulkJobPart(':id', 'stop'))
  stop(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.press(reply, { account, query }, asId(id), async () => {
      await this.bulk.stop(id, officerOf(account));
      return id;
    });
  }

  @Post(paths.bulkJobPart(':id', 'undo'))
  undo(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.press(reply, { account, query }, asId(id), () => this.bulk.undo(id, officerOf(account)));
  }

  /** A job that gave up goes on where it stopped. */
  @Post(paths.bulkJobPart(':id', 'retry'))
  retry(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.press(reply, { account, query }, asId(id), async () => {
      const job = await this.pages.job(id, account);
      if (job.orderedBy !== account.id) throw new BulkRefused('own');
      if (!(await this.duties.retryByHand(BULK, id))) throw new BulkRefused('ended');
      return id;
    });
  }

  /** The form of an order, with what was entered. */
  private async ask(
    reply: FastifyReply,
    asked: BulkAsked,
    verb: OrderVerb,
    picked: Picked,
    problem?: ActionProblem,
    status = 200,
  ) {
    const count = await this.pages.count(await this.pages.selection(asked, picked));
    if (count === 0) return this.nothing(reply, asked, status);
    const ui = this.pages.uiOf(asked.account);
    const colleagues = (await this.desk.colleagues()).map(({ id, name }) => ({
      id,
      name: officerName(ui, name),
    }));
    const query = this.pages.queryOf(asked);
    return this.pages.send(
      reply,
      asked,
      {
        title: bulkTexts[ui.language].orders[verb],
        content: <OrderPane {...{ ui, verb, picked, count, query, colleagues, problem }} />,
      },
      status,
    );
  }

  private nothing(reply: FastifyReply, asked: BulkAsked, status: number) {
    const ui = this.pages.uiOf(asked.account);
    const content = <NothingPicked ui={ui} query={this.pages.queryOf(asked)} />;
    return this.pages.send(reply, asked, { title: bulkTexts[ui.language].jobs, content }, status);
  }

  private paramsOf(form: TriageDto | ColleagueDto | ReasonDto): Record<string, unknown> {
    if (form instanceof ColleagueDto) return { accountId: form.colleague };
    if (form instanceof ReasonDto) return { reason: form.reason };
    const { category, unit, urgency, urgencyReason, sensitive } = form;
    // Marks are a matter of each letter: ticked ones would take the place of what a letter has.
    const marks = sensitive.length > 0 ? { sensitive } : {};
    return { category, unit: unit || this.runner.unitOf(category), urgency, urgencyReason, ...marks };
  }

  private async press(reply: FastifyReply, asked: BulkAsked, id: string, act: () => Promise<string>) {
    try {
      return seeOther(reply, paths.bulkJob(await act()) + this.pages.queryOf(asked));
    } catch (error) {
      const problem = this.pages.whyRefused(asked.account, error);
      return this.pages.sendJob(reply, asked, id, problem, 409);
    }
  }
}

const asFields = (body: unknown) =>
  (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;

function verbOf(value: unknown): OrderVerb {
  const verb = ORDERS.find((known) => known === value);
  if (verb === undefined) throw notFound();
  return verb;
}

function asId(id: string): string {
  if (!UUID.test(id)) throw notFound();
  return id;
}
