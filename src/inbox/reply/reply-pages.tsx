import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { attachmentsOf, recordOpening } from '../../letters/letters.queries.js';
import { TransitionRefused } from '../../letters/letters.refused.js';
import { officerOf } from '../../letters/viewer.js';
import { ReleasesService } from '../../releases/releases.service.js';
import { changedCitations } from '../../replies/citations/changed-citations.js';
import { citation } from '../../replies/citations/cited.js';
import { StandardLines } from '../../replies/lines/standard-lines.service.js';
import { openFields } from '../../replies/line-fields.js';
import { recipientOf, routesTo } from '../../replies/recipient.js';
import { type OpenReply, RepliesService } from '../../replies/replies.service.js';
import { ReplyRefused } from '../../replies/replies.refused.js';
import type { Reply, ReplyContent } from '../../replies/reply.js';
import { fill, type Language } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { sendPage } from '../../staff/answers.js';
import { StaffService } from '../../staff/staff.service.js';
import { renderPart } from '../../web/render.js';
import { paths } from '../../web/paths.js';
import { isFetchedAhead } from '../frames.js';
import { InboxService } from '../inbox.service.js';
import { queryOf } from '../list/inbox.view.js';
import type { AskedAction } from '../letter/asked-action.js';
import { canWork } from '../letter/offered-actions.js';
import type { FieldError } from '../../web/read-form.js';
import { presentAt } from '../live/presence.queries.js';
import { stateName } from '../state-name.js';
import { officerName, type Ui } from '../ui.js';
import { blank, DraftPage, type DraftPageProps, OutSection } from './draft-page.js';
import type { ReplyPageProps, ReplyProblem } from './reply-parts.js';
import { NothingPage } from './nothing-page.js';
import { ReviewPage } from './review-page.js';
import { replyPageTexts } from './reply.texts.js';

/** How many of the newest releases can be cited by a choice. */
const RELEASES = 30;

/** Sends a reply's page as the letter's state asks for, with what went wrong and every word that was entered. */
@Injectable()
export class ReplyPages {
  constructor(
    private readonly replies: RepliesService,
    private readonly lines: StandardLines,
    private readonly releases: ReleasesService,
    private readonly staff: StaffService,
    private readonly inbox: InboxService,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly dataSource: DataSource,
  ) {}

  async open(account: SignedIn, reference: string): Promise<OpenReply> {
    return this.replies.open(reference, officerOf(account));
  }

  async send(
    reply: FastifyReply,
    asked: AskedAction,
    problem?: ReplyProblem,
    status = 200,
  ): Promise<FastifyReply> {
    const { account, reference, query } = asked;
    const ui: Ui = { language: account.language, account, profile: this.profile, now: new Date() };
    // Whoever answers a letter reads it; the page's script only looks whether somebody else writes.
    const isLook = isFetchedAhead(reply.request.headers);
    await recordOpening(this.dataSource, reference, officerOf(account), isLook ? 'delivered' : 'read');
    let open = await this.open(account, reference);
    if (this.isWritten(open, account, query, problem)) {
      if (!isLook && isWriter(open, account) && (await this.replies.lock(reference, officerOf(account))))
        open = await this.open(account, reference);
      return sendPage(reply, <DraftPage {...await this.draftProps(ui, asked, open, problem)} />, status);
    }
    const props = await this.props(ui, asked, open, problem);
    const shown = open.reply ?? open.sent.at(-1);
    return sendPage(
      reply,
      shown ? <ReviewPage {...props} reply={shown} /> : <NothingPage {...props} />,
      status,
    );
  }

  /** What the editor's script asks for after a save: the new version and the reply as it will leave. */
  async sendSaved(reply: FastifyReply, asked: AskedAction, saved: Reply): Promise<FastifyReply> {
    const { account } = asked;
    const ui: Ui = { language: account.language, account, profile: this.profile, now: new Date() };
    const open = await this.open(account, asked.reference);
    const props = { ui, open, shown: saved, origin: this.origin } as unknown as DraftPageProps;
    return reply
      .status(200)
      .header('cache-control', 'no-store')
      .send({ version: saved.version, out: renderPart(<OutSection {...props} />) });
  }

  /** Does it, or brings the page back with the reason and all that was entered. */
  async attempt(
    reply: FastifyReply,
    asked: AskedAction,
    values: Record<string, string>,
    act: () => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    try {
      return await act();
    } catch (error) {
      const message = await this.whyRefused(asked, error);
      if (message === undefined) throw error;
      return this.refuse(reply, asked, values, { message, status: 409 });
    }
  }

  refuse(
    reply: FastifyReply,
    asked: AskedAction,
    values: Record<string, string>,
    why: { message?: string; errors?: FieldError[]; status?: number },
  ): Promise<FastifyReply> | FastifyReply {
    const texts = replyPageTexts[asked.account.language].problems;
    const message =
      why.message ??
      (why.errors ?? [])
        .map(({ code, limit, field }) =>
          code === 'reason' && field === 'reason' && values.outcome !== undefined
            ? texts.summaryNeeded
            : fill(String((texts as Record<string, unknown>)[code] ?? texts.unknownField), {
                limit: limit ?? 0,
              }),
        )
        .join(' ');
    if (reply.request.headers.accept === 'application/json')
      return reply
        .status(why.status ?? 422)
        .header('cache-control', 'no-store')
        .send({ message });
    return this.send(reply, asked, { message, values }, why.status ?? 422);
  }

  address({ reference, query }: AskedAction, done?: string): string {
    const { view, cursor } = this.inbox.viewOf(query);
    return paths.reply(reference) + queryOf(view, cursor, done === undefined ? {} : { done });
  }

  letterAddress({ reference, query }: AskedAction): string {
    const { view, cursor } = this.inbox.viewOf(query);
    return paths.inboxLetter(reference) + queryOf(view, cursor);
  }

  /** The text of an offered line or release, for a page without its script. */
  async insertion({ account, reference }: AskedAction, chosen: string, language: Language): Promise<string> {
    const [kind, index] = chosen.split(':');
    const open = await this.open(account, reference);
    const offered =
      kind === 'line' ? await this.lines.filled(open.letter, language) : await this.citations(language);
    return offered[Number(index)]?.text ?? '';
  }

  /** Whether the page is the editor: there is a draft, none yet, or an approved reply is to be changed. */
  private isWritten(
    { letter, reply }: OpenReply,
    { roles }: SignedIn,
    query: Record<string, unknown>,
    problem: ReplyProblem | undefined,
  ): boolean {
    if (!canWork(roles)) return false;
    if (reply === undefined) return letter.state === 'triaged' || letter.state === 'in_work';
    if (reply.state === 'approved') return query.edit === 'yes' || problem?.values.body !== undefined;
    return reply.state === 'draft';
  }

  private async props(
    ui: Ui,
    { query }: AskedAction,
    open: OpenReply,
    problem: ReplyProblem | undefined,
  ): Promise<ReplyPageProps> {
    const { reply, sent, letter } = open;
    const replies = [...sent, ...(reply ? [reply] : [])];
    const ids = replies.flatMap(({ drafters, approvedBy, sentBackBy, lockedBy, dispatchedBy }) => [
      ...drafters,
      ...[approvedBy, sentBackBy, lockedBy, dispatchedBy].filter((id) => id !== null),
    ]);
    const accounts = await this.staff.accountsByIds([...new Set(ids)]);
    const { view, cursor } = this.inbox.viewOf(query);
    const texts: Record<string, string> = replyPageTexts[ui.language].done;
    const done = typeof query.done === 'string' && Object.hasOwn(texts, query.done) ? query.done : undefined;
    return {
      ui,
      open,
      problem,
      origin: this.origin,
      query: queryOf(view, cursor),
      done: done && texts[done],
      names: new Map(accounts.map(({ id, name }) => [id, officerName(ui, name)])),
      letterAttachments: await attachmentsOf(this.dataSource, letter.id),
      changed: await changedCitations(this.dataSource, letter.id, ui.language),
      present: (await presentAt(this.dataSource, [letter.id], ui.account.id)).get(letter.id) ?? [],
    };
  }

  private async draftProps(
    ui: Ui,
    asked: AskedAction,
    open: OpenReply,
    problem: ReplyProblem | undefined,
  ): Promise<DraftPageProps> {
    const { letter, reply } = open;
    const props = await this.props(ui, asked, open, problem);
    const last = open.sent.at(-1);
    // A way by which the last reply came back is not offered first again.
    const first =
      routesTo(letter).find((route) => last?.state !== 'returned' || route !== last.route) ??
      routesTo(letter)[0];
    const kept = reply ?? blank(first, letter.language, first ? recipientOf(letter, first)! : '');
    const entered = problem?.values.body === undefined ? undefined : enteredIn(problem.values, kept);
    const shown = entered ?? kept;
    const isHeld =
      reply?.state === 'draft' &&
      reply.lockedBy !== null &&
      reply.lockedBy !== ui.account.id &&
      reply.lockedUntil! > ui.now;
    const [lines, releases] = await Promise.all([
      this.lines.filled(letter, shown.language),
      this.citations(shown.language),
    ]);
    return {
      ...props,
      shown,
      lines,
      releases,
      writer: isHeld ? (props.names.get(reply.lockedBy!) ?? '?') : undefined,
      theirs: entered && reply && reply.body !== entered.body ? reply : undefined,
    };
  }

  private async citations(language: Language): Promise<{ name: string; text: string }[]> {
    const newest = await this.releases.newest(RELEASES, language);
    return newest.map((release) => ({
      name: release.title,
      text: citation(release, language, this.environment.publicUrl),
    }));
  }

  private async whyRefused({ account }: AskedAction, error: unknown): Promise<string | undefined> {
    const texts = replyPageTexts[account.language].problems;
    if (error instanceof TransitionRefused)
      return fill(texts.refused, { state: stateName(account.language, error.from) });
    if (!(error instanceof ReplyRefused)) return undefined;
    const { code, reply } = error;
    if (code === 'locked') {
      const [writer] = await this.staff.accountsByIds([reply!.lockedBy!]);
      return fill(texts.locked, { who: writer ? officerName(account, writer.name) : '?' });
    }
    if (code === 'stale' && reply?.state === 'in_review') return texts.staleApproval;
    if (code !== 'unfinished') return texts[code];
    const { parts } = texts;
    const missing = (['recipient', 'salutation', 'subject', 'body'] as const)
      .filter((part) => reply![part].trim() === '')
      .map((part) => parts[part]);
    const open = [reply!.salutation, reply!.subject, reply!.body].flatMap(openFields);
    if (open.length > 0) missing.push(fill(parts.fields, { names: [...new Set(open)].join(', ') }));
    return fill(texts.unfinished, { list: missing.join('; ') });
  }

  private get origin(): string {
    return new URL(this.environment.publicUrl).origin;
  }
}

/** Whose opening of a draft tells others that it is being written; anybody else takes it up with the first word. */
const isWriter = ({ reply, letter }: OpenReply, { id }: SignedIn) =>
  reply?.state === 'draft' && (reply.drafters.includes(id) || letter.assignedTo === id);

/** What was entered, in place of what is saved. */
const enteredIn = (values: Record<string, string>, kept: ReplyContent): ReplyContent => ({
  ...kept,
  route: (values.route as ReplyContent['route'] | undefined) ?? kept.route,
  language: (values.language as Language | undefined) ?? kept.language,
  salutation: values.salutation ?? '',
  subject: values.subject ?? '',
  body: values.body ?? '',
});
