import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DutiesService } from '../../duties/duties.service.js';
import { BULK } from '../../letters/bulk/bulk-worker.service.js';
import { BulkRefused, BulkService } from '../../letters/bulk/bulk.service.js';
import { officerOf } from '../../letters/viewer.js';
import type { BulkReply } from '../../replies/bulk/bulk-reply.js';
import { BULK_REPLY } from '../../replies/bulk/bulk-replies.service.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { ActionRunner, asProblem } from '../letter/action-runner.js';
import type { ActionProblem } from '../letter/actions.js';
import { LetterDeskService } from '../letter/letter-desk.service.js';
import { readForm } from '../../web/read-form.js';
import { ReasonDto } from '../letter/reason.dto.js';
import { TriageDto } from '../letter/triage.dto.js';
import { officerName } from '../ui.js';
import { type BulkAsked, BulkPages } from './bulk-pages.js';
import { type Picked, readPicked } from './bulk-selection.js';
import { ColleagueDto } from './colleague.dto.js';
import { OrderPane, ORDERS, type OrderVerb } from './order-pane.js';
import { bulkTexts } from './bulk.texts.js';
import { ReplyOrders } from './reply-orders.js';

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
    private readonly replyOrders: ReplyOrders,
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
  async show(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const asked = { account, query };
    if (query.do !== 'reply') return this.ask(reply, asked, verbOf(query.do), readPicked(query));
    if (typeof query.again !== 'string') return this.replyOrders.show(reply, asked, readPicked(query));
    // What was sent back is ordered again, with its words and its letters.
    const job = await this.pages.job(asId(query.again), account);
    if (job.kind !== BULK_REPLY || job.orderedBy !== account.id) throw notFound();
    return this.replyOrders.show(reply, asked, { job: job.id }, job.params as unknown as BulkReply);
  }

  @Post(paths.bulk)
  async order(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const asked = { account, query };
    const { do: verb, all, letter, again, ...fields } = asFields(body);
    const picked = readPicked({ all, letter, again });
    try {
      if (verb === 'reply') return await this.replyOrders.order(reply, asked, picked, fields);
    } catch (error) {
      if (error instanceof BulkRefused) return this.pages.sendNothing(reply, asked, 409);
      throw error;
    }
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
      if (error instanceof BulkRefused) return this.pages.sendNothing(reply, asked, 409);
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
    return this.sendJob(reply, { account, query }, asId(id));
  }

  /** Approves exactly the text and the letters that were shown. */
  @Post(paths.bulkJobPart(':id', 'approval'))
  @Access(['approver'])
  approve(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    return this.press(reply, { account, query }, asId(id), async () => {
      const { fingerprint } = asFields(body);
      await this.bulk.approve(id, typeof fingerprint === 'string' ? fingerprint : '', officerOf(account));
      return id;
    });
  }

  @Post(paths.bulkJobPart(':id', 'returns'))
  @Access(['approver'])
  async sendBack(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const asked = { account, query };
    const { form, values, errors } = await readForm(ReasonDto, body);
    if (errors.length > 0) {
      const problem = asProblem(asked, { action: 'closure', values, message: '' }, errors).errors[0]!.message;
      return this.sendJob(reply, asked, asId(id), { problem, status: 422 });
    }
    return this.press(reply, asked, asId(id), async () => {
      await this.bulk.sendBack(id, form.reason, officerOf(account));
      return id;
    });
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
    if (count === 0) return this.pages.sendNothing(reply, asked, status);
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
      return this.sendJob(reply, asked, id, { problem, status: 409 });
    }
  }

  /** A job's page; that of a reply shows what it says. */
  private async sendJob(
    reply: FastifyReply,
    asked: BulkAsked,
    id: string,
    told: { problem?: string; status?: number } = {},
  ) {
    const job = await this.pages.job(id, asked.account);
    const children =
      job.kind === BULK_REPLY
        ? await this.replyOrders.review(job, asked, this.pages.queryOf(asked))
        : undefined;
    return this.pages.sendJob(reply, asked, id, { ...told, children });
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
