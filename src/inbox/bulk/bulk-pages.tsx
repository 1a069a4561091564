import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { rows } from '../../database/rows.js';
import type { BulkJob } from '../../letters/bulk/bulk-job.js';
import { jobItems, jobsFor, type Selection } from '../../letters/bulk/bulk.queries.js';
import { BulkNotFound, BulkRefused, BulkService } from '../../letters/bulk/bulk.service.js';
import { officerOf } from '../../letters/viewer.js';
import type { SignedIn } from '../../staff/account.js';
import { sendPage } from '../../staff/answers.js';
import { StaffService } from '../../staff/staff.service.js';
import { notFound } from '../../web/problem.js';
import { frameOf } from '../frames.js';
import { InboxPage, ListFramePage, OtherFramePage, type OtherPane } from '../inbox-page.js';
import { InboxService } from '../inbox.service.js';
import { queryOf } from '../list/inbox.view.js';
import { officerName, type Ui } from '../ui.js';
import { bulkTexts } from './bulk.texts.js';
import { jobSelection, namedSelection, type Picked } from './bulk-selection.js';
import { JobPane } from './job-pane.js';
import { NothingPicked } from './order-pane.js';
import { JobsPane } from './jobs-pane.js';

/** Who asks for a page of bulk work, beside which list. */
export interface BulkAsked {
  account: SignedIn;
  query: Record<string, unknown>;
}

const MOST_JOBS = 50;
const ITEMS_A_PAGE = 100;

/** Sends the pages of bulk work: a pane in the letter's place, beside the list. */
@Injectable()
export class BulkPages {
  constructor(
    private readonly inbox: InboxService,
    private readonly bulk: BulkService,
    private readonly staff: StaffService,
    private readonly profile: OfficeProfile,
    private readonly dataSource: DataSource,
  ) {}

  uiOf(account: SignedIn): Ui {
    return { language: account.language, account, profile: this.profile, now: new Date() };
  }

  /** The query of the list beside the pane. */
  queryOf({ query }: BulkAsked): string {
    const { view, cursor } = this.inbox.viewOf(query);
    return queryOf(view, cursor);
  }

  async selection({ account, query }: BulkAsked, picked: Picked): Promise<Selection> {
    if (picked === 'all') return this.inbox.selectionOf(account, query);
    return 'job' in picked ? this.ofJob(picked.job, account) : namedSelection(picked, officerOf(account));
  }

  /** The letters of a job that this account may see. */
  ofJob(jobId: string, account: SignedIn): Selection {
    return jobSelection(jobId, officerOf(account));
  }

  knows(category: string): boolean {
    return this.profile.categories.some(({ code }) => code === category);
  }

  sendNothing(reply: FastifyReply, asked: BulkAsked, status: number): Promise<FastifyReply> {
    const ui = this.uiOf(asked.account);
    const content = <NothingPicked ui={ui} query={this.queryOf(asked)} />;
    return this.send(reply, asked, { title: bulkTexts[ui.language].jobs, content }, status);
  }

  async count({ where, parameters }: Selection): Promise<number> {
    const [found] = await rows<{ count: number }>(
      this.dataSource,
      `SELECT count(*)::int AS count FROM letter WHERE ${where}`,
      parameters,
    );
    return found!.count;
  }

  async send(reply: FastifyReply, asked: BulkAsked, pane: OtherPane, status = 200): Promise<FastifyReply> {
    const ui = this.uiOf(asked.account);
    const frame = frameOf(reply.request.headers);
    if (frame === 'letter') return sendPage(reply, <OtherFramePage ui={ui} pane={pane} />, status);
    const panes = await this.inbox.panes(asked.account, asked.query);
    if (frame === 'list') return sendPage(reply, <ListFramePage ui={ui} {...panes} />, status);
    return sendPage(reply, <InboxPage ui={ui} {...panes} pane={pane} />, status);
  }

  async sendJobs(reply: FastifyReply, asked: BulkAsked): Promise<FastifyReply> {
    const ui = this.uiOf(asked.account);
    const reviews = asked.account.roles.includes('approver');
    const jobs = await jobsFor(this.dataSource, asked.account.id, reviews, MOST_JOBS);
    return this.send(reply, asked, {
      title: bulkTexts[ui.language].jobs,
      content: <JobsPane ui={ui} jobs={jobs} />,
    });
  }

  async sendJob(
    reply: FastifyReply,
    asked: BulkAsked,
    id: string,
    { problem, children, status = 200 }: { problem?: string; children?: VNode; status?: number } = {},
  ): Promise<FastifyReply> {
    const ui = this.uiOf(asked.account);
    const officer = officerOf(asked.account);
    const job = await this.job(id, asked.account);
    const after =
      typeof asked.query.from === 'string' && /^\d{1,10}$/.test(asked.query.from)
        ? Number(asked.query.from)
        : 0;
    const items = await jobItems(this.dataSource, id, officer, { most: ITEMS_A_PAGE + 1, after });
    const shown = items.slice(0, ITEMS_A_PAGE);
    const accounts = await this.staff.accountsByIds([
      job.orderedBy,
      ...(job.approvedBy ? [job.approvedBy] : []),
    ]);
    const orders: Record<string, string> = bulkTexts[ui.language].orders;
    return this.send(
      reply,
      asked,
      {
        title: orders[job.kind] ?? job.kind,
        content: (
          <JobPane
            ui={ui}
            job={job}
            items={shown}
            next={items.length > shown.length ? shown.at(-1)!.place : undefined}
            names={new Map(accounts.map(({ id: account, name }) => [account, officerName(ui, name)]))}
            problem={problem}
            query={this.queryOf(asked)}
          >
            {children}
          </JobPane>
        ),
      },
      status,
    );
  }

  /** Throws a 404 for a foreign job as for an absent one. */
  job(id: string, account: SignedIn): Promise<BulkJob> {
    return this.bulk.open(id, officerOf(account)).catch((error: unknown) => {
      throw error instanceof BulkNotFound ? notFound() : error;
    });
  }

  /** What an officer is told when a job refuses; rethrows anything else. */
  whyRefused({ language }: SignedIn, error: unknown): string {
    if (error instanceof BulkNotFound) throw notFound();
    if (!(error instanceof BulkRefused)) throw error;
    return bulkTexts[language].refused[error.code];
  }
}
