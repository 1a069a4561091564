import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { mayMove } from '../../letters/letter.states.js';
import { recordOpening } from '../../letters/letters.queries.js';
import { TransitionRefused } from '../../letters/letters.refused.js';
import { officerOf } from '../../letters/viewer.js';
import { ForwardingRefused, type RefusalOfForwarding } from '../../replies/forwarding/forwarding.js';
import { ForwardingService, type OpenForwarding } from '../../replies/forwarding/forwarding.service.js';
import { replyUnderWay } from '../../replies/replies.queries.js';
import { fill } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { sendPage } from '../../staff/answers.js';
import { paths } from '../../web/paths.js';
import { renderPart } from '../../web/render.js';
import { isFetchedAhead } from '../frames.js';
import { InboxService } from '../inbox.service.js';
import type { AskedAction } from '../letter/asked-action.js';
import { canWork } from '../letter/offered-actions.js';
import { type FieldError, readForm } from '../../web/read-form.js';
import { queryOf } from '../list/inbox.view.js';
import { presentAt } from '../live/presence.queries.js';
import { stateName } from '../state-name.js';
import type { Ui } from '../ui.js';
import { ChoicePage, type ChoicePageProps, ForwardOut } from './choice-page.js';
import { type Entries, firstChoice } from './first-choice.js';
import { choiceOf, ForwardDto } from './forward.dto.js';
import { currentOf, type ForwardPageProps, type ForwardProblem } from './forward-parts.js';
import { forwardTexts } from './forward.texts.js';
import { NoForwardingPage, StatusPage } from './status-page.js';

/** Sends the page of a forwarding as the letter's state asks for, with what went wrong and all that was entered. */
@Injectable()
export class ForwardPages {
  constructor(
    private readonly forwardings: ForwardingService,
    private readonly inbox: InboxService,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly dataSource: DataSource,
  ) {}

  async send(
    reply: FastifyReply,
    asked: AskedAction,
    problem?: ForwardProblem,
    status = 200,
  ): Promise<FastifyReply> {
    const { account, reference } = asked;
    const as = isFetchedAhead(reply.request.headers) ? 'delivered' : 'read';
    await recordOpening(this.dataSource, reference, officerOf(account), as);
    const open = await this.open(account, reference);
    const props = await this.props(asked, open, problem);
    const forwarding = currentOf(open);
    if (forwarding) return sendPage(reply, <StatusPage {...props} forwarding={forwarding} />, status);
    const { roles } = account;
    if (!canWork(roles) || !mayMove(open.letter.state, 'forwarded', roles))
      return sendPage(reply, <NoForwardingPage {...props} />, status);
    return sendPage(reply, <ChoicePage {...await this.choice(props, problem?.values)} />, status);
  }

  /** What the page's script asks for after a change: both papers, and the fingerprint that sends them. */
  async sendPapers(reply: FastifyReply, asked: AskedAction): Promise<FastifyReply> {
    const { account, reference } = asked;
    const props = await this.props(asked, await this.open(account, reference), undefined);
    const { values } = await readForm(ForwardDto, asked.body);
    const choice = await this.choice(props, values);
    return reply
      .status(200)
      .header('cache-control', 'no-store')
      .send({
        fingerprint: choice.composed?.fingerprint ?? '',
        out: renderPart(<ForwardOut {...choice} />),
      });
  }

  async open(account: SignedIn, reference: string): Promise<OpenForwarding> {
    return this.forwardings.open(reference, officerOf(account));
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
      const texts = forwardTexts[asked.account.language].problems;
      if (error instanceof TransitionRefused) {
        const state = stateName(asked.account.language, error.from);
        return this.send(reply, asked, { message: fill(texts.refused!, { state }), errors: [], values }, 409);
      }
      if (!(error instanceof ForwardingRefused)) throw error;
      const field = FIELD_OF[error.code];
      const message = texts[error.code]!;
      if (field === undefined) return this.send(reply, asked, { message, errors: [], values }, 409);
      return this.send(reply, asked, { message: '', errors: [{ field, message }], values }, 422);
    }
  }

  /** A form that breaks its own rules comes back with each error at its field. */
  refuse(
    reply: FastifyReply,
    asked: AskedAction,
    values: Record<string, string>,
    errors: FieldError[],
  ): Promise<FastifyReply> {
    const texts = forwardTexts[asked.account.language].problems;
    const told = errors.map(({ field, code, limit }) => ({
      field,
      message: fill(texts[code] ?? texts.unknownField!, { limit: limit ?? 0 }),
    }));
    return this.send(reply, asked, { message: '', errors: told, values }, 422);
  }

  address({ reference, query }: AskedAction, done?: string): string {
    const { view, cursor } = this.inbox.viewOf(query);
    return paths.forwarding(reference) + queryOf(view, cursor, done === undefined ? {} : { done });
  }

  private async props(
    { account, query }: AskedAction,
    open: OpenForwarding,
    problem: ForwardProblem | undefined,
  ): Promise<ForwardPageProps> {
    const ui: Ui = { language: account.language, account, profile: this.profile, now: new Date() };
    const { view, cursor } = this.inbox.viewOf(query);
    const texts = forwardTexts[ui.language].done;
    const isDone = typeof query.done === 'string' && Object.hasOwn(texts, query.done);
    return {
      ...{ ui, open, problem },
      letterAttachments: open.attachments,
      origin: new URL(this.environment.publicUrl).origin,
      query: queryOf(view, cursor),
      done: isDone ? texts[query.done as string] : undefined,
      present: (await presentAt(this.dataSource, [open.letter.id], account.id)).get(open.letter.id) ?? [],
    };
  }

  private async choice(
    props: ForwardPageProps,
    values: Record<string, string> | undefined,
  ): Promise<ChoicePageProps> {
    const { letter, attachments } = props.open;
    const first = firstChoice(this.profile, letter, attachments);
    const entries: Entries = { ...first, ...(values?.body !== undefined && { ...values }) };
    const draft = await replyUnderWay(this.dataSource, letter.id);
    return { ...props, entries, composed: this.composed(props.open, entries), hasDraft: draft !== undefined };
  }

  /** What the entries would send; undefined while something is missing. */
  private composed({ letter, attachments }: OpenForwarding, entries: Entries) {
    const form = { ...entries, attachment: entries.attachment.split(' ').filter(Boolean) };
    try {
      return this.forwardings.compose(letter, attachments, choiceOf(form as ForwardDto));
    } catch (error) {
      if (error instanceof ForwardingRefused) return undefined;
      throw error;
    }
  }
}

/** The field that mends a refusal; the others are no field's fault. */
const FIELD_OF: Partial<Record<RefusalOfForwarding, keyof Entries>> = {
  ...{ body: 'body', name: 'name', email: 'email', address: 'address' },
  ...{ why: 'why', whyEnglish: 'ownEnglish' },
};
