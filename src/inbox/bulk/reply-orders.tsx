import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Environment } from '../../config/environment.js';
import type { BulkJob } from '../../letters/bulk/bulk-job.js';
import type { Selection } from '../../letters/bulk/bulk.queries.js';
import { letterByReference } from '../../letters/letters.queries.js';
import type { LetterView } from '../../letters/letter.view.js';
import { readReference } from '../../letters/reference.js';
import { officerOf } from '../../letters/viewer.js';
import { type BulkReply, type BulkText, unknownIn } from '../../replies/bulk/bulk-reply.js';
import { BulkReplies } from '../../replies/bulk/bulk-replies.service.js';
import { fill } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { seeOther } from '../../staff/answers.js';
import { paths } from '../../web/paths.js';
import { asProblem } from '../letter/action-runner.js';
import { readForm } from '../../web/read-form.js';
import { type BulkAsked, BulkPages } from './bulk-pages.js';
import type { Picked } from './bulk-selection.js';
import { ReplyOrderDto } from './reply-order.dto.js';
import { ReplyOrderPane, ReplyReview } from './reply-order-pane.js';
import { replyOrderTexts } from './reply-order.texts.js';
import { samplesOf } from './samples.queries.js';

/** Bulk replies: their form, the order, and what an approver reads. */
@Injectable()
export class ReplyOrders {
  constructor(
    private readonly pages: BulkPages,
    private readonly replies: BulkReplies,
    private readonly environment: Environment,
    private readonly dataSource: DataSource,
  ) {}

  /** The form, empty or with what another job said. */
  show(reply: FastifyReply, asked: BulkAsked, picked: Picked, from?: BulkReply) {
    return this.send(reply, asked, picked, valuesOf(from ?? EMPTY), [], 200);
  }

  async order(reply: FastifyReply, asked: BulkAsked, picked: Picked, fields: Record<string, unknown>) {
    const { form, values, errors } = await readForm(ReplyOrderDto, fields);
    const texts = replyOrderTexts[asked.account.language];
    const problems = asProblem(asked, { action: 'triage', values, message: '' }, errors).errors.map(
      ({ message }) => message,
    );
    const text = textOf(values);
    if (form.press === 'preview' && problems.length === 0)
      return this.send(reply, asked, picked, values, [], 200);
    if (isEmpty(text.sr) || (text.en !== null && isEmpty(text.en))) problems.push(texts.missing);
    const unknown = [text.sr, ...(text.en ? [text.en] : [])].flatMap(unknownIn);
    if (unknown.length > 0)
      problems.push(fill(texts.unknown, { names: [...new Set(unknown)].join(', ').slice(0, 200) }));
    if (text.category !== null && !this.pages.knows(text.category)) problems.push(texts.category);
    if (problems.length > 0) return this.send(reply, asked, picked, values, problems, 422);
    const selection = await this.pages.selection(asked, picked);
    const id = await this.replies.order(text, selection, officerOf(asked.account));
    return seeOther(reply, paths.bulkJob(id) + this.pages.queryOf(asked));
  }

  /** What stands in the job's page of a reply. */
  async review(job: BulkJob, { account, query }: BulkAsked, listQuery: string) {
    const ui = this.pages.uiOf(account);
    const selection = this.pages.ofJob(job.id, account);
    const samples = await samplesOf(this.dataSource, selection);
    const shown = await this.shown(account, query.shown, samples);
    const isOwn = job.orderedBy === account.id;
    return (
      <ReplyReview
        {...{ ui, samples, shown, jobId: job.id, count: job.total, fingerprint: job.fingerprint }}
        text={job.params as unknown as BulkReply}
        origin={new URL(this.environment.publicUrl).origin}
        query={listQuery}
        mayApprove={job.state === 'in_review' && !isOwn && account.roles.includes('approver')}
        mayChange={job.state === 'sent_back' && isOwn}
      />
    );
  }

  private async send(
    reply: FastifyReply,
    asked: BulkAsked,
    picked: Picked,
    values: Record<string, string>,
    problems: string[],
    status: number,
  ) {
    const selection = await this.pages.selection(asked, picked);
    const count = await this.pages.count(selection);
    if (count === 0) return this.pages.sendNothing(reply, asked, status);
    const props = await this.props(asked, selection, values);
    const pane = <ReplyOrderPane {...props} {...{ picked, count, values, problems }} />;
    const title = replyOrderTexts[asked.account.language].heading;
    return this.pages.send(reply, asked, { title, content: pane }, status);
  }

  private async props(asked: BulkAsked, selection: Selection, values: Record<string, string>) {
    const { account } = asked;
    const samples = await samplesOf(this.dataSource, selection);
    const text = textOf(values);
    const isWritten = !isEmpty(text.sr);
    return {
      ui: this.pages.uiOf(account),
      query: this.pages.queryOf(asked),
      origin: new URL(this.environment.publicUrl).origin,
      samples,
      text,
      shown: isWritten ? await this.shown(account, values.shown, samples) : undefined,
    };
  }

  private async shown(
    account: SignedIn,
    asked: unknown,
    samples: readonly { reference: string }[],
  ): Promise<LetterView | undefined> {
    const named = typeof asked === 'string' ? readReference(asked) : undefined;
    const reference = named ?? samples[0]?.reference;
    return reference === undefined
      ? undefined
      : letterByReference(this.dataSource, reference, officerOf(account));
  }
}

const EMPTY: BulkReply = { sr: { salutation: 'Поштовани', subject: '', body: '' }, en: null, category: null };

const isEmpty = ({ salutation, subject, body }: BulkText) =>
  [salutation, subject, body].some((part) => part.trim() === '');

function valuesOf({ sr, en, category }: BulkReply): Record<string, string> {
  return {
    ...{ salutation: sr.salutation, subject: sr.subject, body: sr.body, category: category ?? '' },
    ...{ salutationEn: en?.salutation ?? '', subjectEn: en?.subject ?? '', bodyEn: en?.body ?? '' },
  };
}

/** The English text counts as soon as one part of it is written. */
function textOf(values: Record<string, string>): BulkReply {
  const part = (name: string) =>
    (values[name] ?? '').toWellFormed().replaceAll('\0', '').replaceAll('\r\n', '\n').trim();
  const en = { salutation: part('salutationEn'), subject: part('subjectEn'), body: part('bodyEn') };
  return {
    sr: { salutation: part('salutation'), subject: part('subject'), body: part('body') },
    en: Object.values(en).some((text) => text !== '') ? en : null,
    category: part('category') || null,
  };
}
