import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FilesService } from '../../files/files.service.js';
import type { KeptFile } from '../../files/kept-file.js';
import { officerOf } from '../../letters/viewer.js';
import { CitationsService } from '../../replies/citations/citations.service.js';
import { DispatchService } from '../../replies/dispatch.service.js';
import { inScriptOutsideFields } from '../../replies/in-script.js';
import { RepliesService } from '../../replies/replies.service.js';
import { MOST_ATTACHMENTS, type ReplyWords } from '../../replies/reply.js';
import { seeOther } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { readReference } from '../../letters/reference.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { ActionDto } from '../letter/action.dto.js';
import { sendDownload } from '../../web/send-download.js';
import { Asked, type AskedAction } from '../letter/asked-action.js';
import { readForm } from '../../web/read-form.js';
import { ReasonDto } from '../letter/reason.dto.js';
import { CallDto, CitationsDto, DetachDto, FingerprintDto, ReplyDto } from './reply.dto.js';
import { fileFault } from '../file-fault.js';
import { ReplyPages } from './reply-pages.js';

const ATTACHMENT_BYTES = 10 * 1024 * 1024;
const ROLES = ['clerk', 'triage', 'drafter', 'approver'] as const;

/** Writing, approving and dispatching the answer to one letter. */
@Controller()
@Access(ROLES)
export class ReplyController {
  constructor(
    private readonly pages: ReplyPages,
    private readonly replies: RepliesService,
    private readonly dispatch: DispatchService,
    private readonly files: FilesService,
    private readonly citations: CitationsService,
  ) {}

  @Get(paths.reply(':reference'))
  @Access(['clerk', 'triage', 'drafter', 'approver', 'auditor'])
  show(
    @CurrentAccount() account: SignedIn,
    @Param('reference') reference: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.pages.send(reply, { account, reference: asReference(reference), query, body: undefined });
  }

  /** Saves; beside that it submits, turns the text into the other script, inserts a line, or gives the draft up. */
  @Post(paths.reply(':reference'))
  async save(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    const { form, values, errors } = await readForm(ReplyDto, asked.body);
    if (errors.length > 0) return this.pages.refuse(reply, asked, values, { errors });
    const officer = officerOf(asked.account);
    const version = Number(form.version);
    return this.pages.attempt(reply, asked, values, async () => {
      const words = await this.wordsOf(asked, form);
      if (form.do === 'discard') {
        await this.replies.discard(asked.reference, version, officer);
        return this.to(reply, asked, 'discarded');
      }
      const saved = await this.replies.save(asked.reference, words, version, officer);
      if (form.do === 'submit') {
        const { state } = await this.replies.submit(asked.reference, saved.version, officer);
        return this.to(reply, asked, state === 'approved' ? 'finished' : 'submitted');
      }
      if (wantsJson(reply)) return this.pages.sendSaved(reply, asked, saved);
      return this.to(reply, asked);
    });
  }

  @Post(paths.replyPart(':reference', 'lock'))
  lock(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.press(asked, reply, ActionDto, async () => {
      await this.replies.lock(asked.reference, officerOf(asked.account), true);
      return undefined;
    });
  }

  @Post(paths.replyPart(':reference', 'approval'))
  approve(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.press(asked, reply, FingerprintDto, async ({ fingerprint }) => {
      await this.replies.approve(asked.reference, fingerprint, officerOf(asked.account));
      return 'approved';
    });
  }

  @Post(paths.replyPart(':reference', 'returns'))
  sendBack(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.press(asked, reply, ReasonDto, async ({ reason }) => {
      await this.replies.sendBack(asked.reference, reason, officerOf(asked.account));
      return 'sentBack';
    });
  }

  @Post(paths.replyPart(':reference', 'dispatch'))
  order(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.press(asked, reply, FingerprintDto, async ({ fingerprint }) => {
      const { state } = await this.dispatch.order(asked.reference, fingerprint, officerOf(asked.account));
      return state === 'to_print' ? 'toPrint' : 'ordered';
    });
  }

  @Post(paths.replyPart(':reference', 'recall'))
  recall(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.press(asked, reply, ActionDto, async () => {
      await this.dispatch.recall(asked.reference, officerOf(asked.account));
      return 'recalled';
    });
  }

  @Post(paths.replyPart(':reference', 'calls'))
  call(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.press(asked, reply, CallDto, async ({ outcome, reason }) => {
      const call = { outcome, summary: reason };
      await this.dispatch.recordCall(asked.reference, call, officerOf(asked.account));
      return 'called';
    });
  }

  @Post(paths.replyPart(':reference', 'envelopes'))
  envelope(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.press(asked, reply, ReasonDto, async ({ reason }) => {
      await this.dispatch.returned(asked.reference, reason, officerOf(asked.account));
      return 'envelope';
    });
  }

  /** A reply that cites a changed release was looked at. */
  @Post(paths.replyPart(':reference', 'citations'))
  async review(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    const { form, values, errors } = await readForm(CitationsDto, asked.body);
    if (errors.length > 0) return this.pages.refuse(reply, asked, values, { errors });
    return this.pages.attempt(reply, asked, values, async () => {
      await this.citations.review(asked.reference, form.reply, officerOf(asked.account));
      const page = form.from === 'letter' ? this.pages.letterAddress(asked) : this.pages.address(asked);
      return seeOther(reply, page);
    });
  }

  /** Files come one request for a choice, sent by the page's script with the session's token in a header. */
  @Post(paths.replyPart(':reference', 'attachments'))
  async attach(@Asked() asked: AskedAction, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const kept: KeptFile[] = [];
    for await (const part of request.files({
      limits: { files: MOST_ATTACHMENTS, fileSize: 4 * ATTACHMENT_BYTES },
    })) {
      try {
        kept.push(await this.files.keep(part.file, { name: part.filename, limitBytes: ATTACHMENT_BYTES }));
      } catch (error) {
        const message = fileFault(error, part.filename, asked.account.language);
        return this.pages.refuse(reply, asked, {}, { message });
      }
    }
    const version = Number(asked.query.version);
    return this.pages.attempt(reply, asked, {}, async () => {
      await this.replies.attach(asked.reference, version, { add: kept }, officerOf(asked.account));
      return this.to(reply, asked, 'attached');
    });
  }

  @Post(paths.replyPart(':reference', 'removed-attachments'))
  detach(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.press(asked, reply, DetachDto, async ({ version, sha256 }) => {
      const officer = officerOf(asked.account);
      await this.replies.attach(asked.reference, Number(version), { remove: sha256 }, officer);
      return 'attached';
    });
  }

  @Get(`${paths.replyPart(':reference', 'attachments')}/:replyId/:sha256`)
  @Access(['clerk', 'triage', 'drafter', 'approver', 'auditor'])
  async download(
    @CurrentAccount() account: SignedIn,
    @Param() { reference, replyId, sha256 }: Record<'reference' | 'replyId' | 'sha256', string>,
    @Res() answer: FastifyReply,
  ) {
    const { reply, sent } = await this.pages.open(account, asReference(reference));
    const replies = [...sent, ...(reply ? [reply] : [])];
    const file = replies
      .find(({ id }) => id === replyId)
      ?.attachments.find((attachment) => attachment.sha256 === sha256);
    if (!file) throw notFound();
    return sendDownload(answer, { ...file, content: this.files.open(file.sha256) });
  }

  /** A form of one button: checked, done, and the page again. */
  private async press<T extends object>(
    asked: AskedAction,
    reply: FastifyReply,
    type: new () => T,
    act: (form: T) => Promise<string | undefined>,
  ) {
    const { form, values, errors } = await readForm(type, asked.body);
    if (errors.length > 0) return this.pages.refuse(reply, asked, values, { errors });
    return this.pages.attempt(reply, asked, values, async () => this.to(reply, asked, await act(form)));
  }

  private async wordsOf(asked: AskedAction, form: ReplyDto): Promise<ReplyWords> {
    const { route, salutation, subject, language } = form;
    const body = form.body.toWellFormed().replaceAll('\0', '').replaceAll('\r\n', '\n');
    if (form.do === 'convert') {
      const turned = (text: string) => inScriptOutsideFields(text, language);
      return {
        ...{ route, language, salutation: turned(salutation), subject: turned(subject) },
        body: turned(body),
      };
    }
    if (form.do !== 'insert' || !form.insert) return { route, salutation, subject, body, language };
    const text = await this.pages.insertion(asked, form.insert, language);
    return { route, salutation, subject, language, body: `${body}${body === '' ? '' : '\n\n'}${text}` };
  }

  private to(reply: FastifyReply, asked: AskedAction, done?: string) {
    return seeOther(reply, this.pages.address(asked, done));
  }
}

const wantsJson = ({ request }: FastifyReply) => request.headers.accept === 'application/json';

function asReference(typed: string): string {
  const reference = readReference(typed);
  if (reference === undefined) throw notFound();
  return reference;
}
