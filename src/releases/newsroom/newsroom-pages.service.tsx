import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { DataSource } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { fill } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { sendPage } from '../../staff/answers.js';
import { StaffService } from '../../staff/staff.service.js';
import { correctionsOf } from '../extras.queries.js';
import { type ReleaseState } from '../release.states.js';
import type { ReleaseContent } from './content.js';
import type { ContentProblem } from './content-problems.js';
import type { DeskUi } from './desk-ui.js';
import { DraftsService, isWritable } from './drafts.service.js';
import { LinksService } from './links.service.js';
import { ListPage } from './list.page.js';
import { placeAfter } from './list-place.js';
import { countsByState, listedReleases, type ListPlace } from './list.queries.js';
import { type DeskRow, seenWriting } from './newsroom.queries.js';
import { newsroomTexts } from './newsroom.texts.js';
import { problemTexts } from './problem.texts.js';
import { ReadPage } from './read.page.js';
import { WritePage } from './write.page.js';
import type { PageProblem } from './write-page-props.js';

/** Most lines of the list. */
const A_PAGE = 100;
/** Lines of the list that stands beside a release. */
const BESIDE = 40;

/** What a page shows beside the release as it is stored. */
export interface Shown {
  /** What was entered and not taken. */
  content?: ReleaseContent;
  problem?: PageProblem;
  isConflict?: boolean;
  done?: string;
}

/** Draws the newsroom's pages. */
@Injectable()
export class NewsroomPages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly drafts: DraftsService,
    private readonly links: LinksService,
    private readonly staff: StaffService,
    private readonly profile: OfficeProfile,
    private readonly environment: Environment,
  ) {}

  ui(account: SignedIn): DeskUi {
    const { publicUrl: origin } = this.environment;
    return { language: account.language, account, profile: this.profile, origin };
  }

  async list(
    reply: FastifyReply,
    account: SignedIn,
    { state, after }: { state: ReleaseState | undefined; after: ListPlace | undefined },
  ) {
    // One more than is shown tells whether there are older ones.
    const [found, counts] = await Promise.all([
      listedReleases(this.dataSource, { state, after, limit: A_PAGE + 1 }),
      countsByState(this.dataSource),
    ]);
    const releases = found.slice(0, A_PAGE);
    const further = found.length > A_PAGE ? placeAfter(releases.at(-1)!) : undefined;
    const page = <ListPage ui={this.ui(account)} {...{ releases, counts, state, further }} />;
    return sendPage(reply, page);
  }

  /** The page of a release as it is now; a refusal is 422 and a conflict 409. */
  async send(reply: FastifyReply, account: SignedIn, id: string, shown: Shown = {}) {
    const desk = await this.drafts.open(id);
    const status = shown.isConflict ? 409 : shown.problem ? 422 : 200;
    return sendPage(reply, await this.page(account, desk, shown), status);
  }

  /** Names of the accounts that a release's page mentions. */
  async names(desk: DeskRow): Promise<ReadonlyMap<string, string>> {
    const { draft, approvedBy } = desk;
    const ids = [draft?.createdBy, draft?.editedBy, draft?.submittedBy, draft?.sentBackBy, approvedBy];
    const accounts = await this.staff.accountsByIds(
      ids.filter((each) => each !== null && each !== undefined),
    );
    return new Map(accounts.map(({ id, name }) => [id, name]));
  }

  /** Why a release may not be handed in yet, in the officer's language, field by field. */
  problemOf(account: SignedIn, problems: ContentProblem[]): PageProblem {
    const { content } = problemTexts[account.language];
    return {
      fields: problems.map(({ code, field, number = 0 }) => ({
        field,
        message: fill(content[code], { number }),
      })),
    };
  }

  private async page(account: SignedIn, desk: DeskRow, shown: Shown): Promise<VNode> {
    const ui = this.ui(account);
    const [names, corrections, listed] = await Promise.all([
      this.names(desk),
      correctionsOf(this.dataSource, [desk.id]),
      listedReleases(this.dataSource, { limit: BESIDE }),
    ]);
    const { done: what, problem, isConflict } = shown;
    const { done: told } = newsroomTexts[account.language];
    const done = what !== undefined && what in told ? told[what as keyof typeof told] : undefined;
    const shared = { ui, desk, names, corrections, listed, done, problem };
    if (isWritable(desk)) {
      const others = await seenWriting(this.dataSource, desk.id, account.id);
      const content = shown.content ?? desk.draft.content;
      return <WritePage {...shared} {...{ draft: desk.draft, content, others, isConflict }} />;
    }
    const [published, links] = await Promise.all([
      desk.publishedAt === null ? undefined : this.drafts.shown(desk),
      this.links.open(desk.id),
    ]);
    const content = desk.draft?.content ?? published!;
    return (
      <ReadPage {...shared} {...{ content, links, shown: desk.draft === null ? undefined : published }} />
    );
  }
}
