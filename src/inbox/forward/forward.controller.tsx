import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readReference } from '../../letters/reference.js';
import { officerOf } from '../../letters/viewer.js';
import { ForwardingService } from '../../replies/forwarding/forwarding.service.js';
import { PrintService } from '../../replies/print/print.service.js';
import { ReplyRefused } from '../../replies/replies.refused.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { ActionDto } from '../letter/action.dto.js';
import { Asked, type AskedAction } from '../letter/asked-action.js';
import { readForm } from '../../web/read-form.js';
import { sendPdf } from '../../replies/print/send-pdf.js';
import { choiceOf, ForwardDto, OutcomeDto } from './forward.dto.js';
import { currentOf } from './forward-parts.js';
import { ForwardPages } from './forward-pages.js';

/** Handing one letter to the competent body. */
@Controller()
@Access(['clerk', 'triage', 'drafter', 'approver'])
export class ForwardController {
  constructor(
    private readonly pages: ForwardPages,
    private readonly forwardings: ForwardingService,
    private readonly prints: PrintService,
  ) {}

  @Get(paths.forwarding(':reference'))
  @Access(['clerk', 'triage', 'drafter', 'approver', 'auditor'])
  show(
    @CurrentAccount() account: SignedIn,
    @Param('reference') typed: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.pages.send(reply, { account, reference: asReference(typed), query, body: undefined });
  }

  /** Shows what is chosen, or sends exactly what was shown. */
  @Post(paths.forwarding(':reference'))
  async forward(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    const { form, values, errors } = await readForm(ForwardDto, asked.body);
    if (reply.request.headers.accept === 'application/json' && errors.length === 0)
      return this.pages.sendPapers(reply, asked);
    if (errors.length > 0) return this.pages.refuse(reply, asked, values, errors);
    return this.pages.attempt(reply, asked, values, async () => {
      const choice = choiceOf(form);
      const { letter, attachments } = await this.pages.open(asked.account, asked.reference);
      // What is missing is told at its field, whichever button was pressed.
      this.forwardings.compose(letter, attachments, choice);
      if (form.do !== 'forward') return this.pages.send(reply, asked, { ...SHOWN, values });
      const officer = officerOf(asked.account);
      const cover = await this.forwardings.order(asked.reference, choice, form.fingerprint ?? '', officer);
      return seeOther(reply, this.pages.address(asked, cover.state === 'to_print' ? 'toPrint' : 'ordered'));
    });
  }

  @Post(paths.forwardingPart(':reference', 'recall'))
  async recall(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    const { values, errors } = await readForm(ActionDto, asked.body);
    if (errors.length > 0) return this.pages.refuse(reply, asked, values, errors);
    return this.pages.attempt(reply, asked, values, async () => {
      await this.forwardings.recall(asked.reference, officerOf(asked.account));
      return seeOther(reply, this.pages.address(asked, 'recalled'));
    });
  }

  @Post(paths.forwardingPart(':reference', 'outcomes'))
  async outcome(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    const { form, values, errors } = await readForm(OutcomeDto, asked.body);
    if (errors.length > 0) return this.pages.refuse(reply, asked, values, errors);
    return this.pages.attempt(reply, asked, values, async () => {
      const { outcome, reason } = form;
      await this.forwardings.record(asked.reference, outcome, reason, officerOf(asked.account));
      return seeOther(reply, this.pages.address(asked, outcome));
    });
  }

  /** The letter as the body gets it. */
  @Get(paths.forwardingPart(':reference', 'letter.pdf'))
  async letter(
    @CurrentAccount() account: SignedIn,
    @Param('reference') typed: string,
    @Res() reply: FastifyReply,
  ) {
    const reference = asReference(typed);
    const pdf = await this.prints.citizenLetter(reference, officerOf(account));
    if (!pdf) throw notFound();
    return sendPdf(reply, pdf, reference);
  }

  @Get(paths.forwardingPart(':reference', 'cover.pdf'))
  cover(@CurrentAccount() account: SignedIn, @Param('reference') typed: string, @Res() reply: FastifyReply) {
    return this.paper(account, asReference(typed), 'cover', reply);
  }

  @Get(paths.forwardingPart(':reference', 'notice.pdf'))
  notice(@CurrentAccount() account: SignedIn, @Param('reference') typed: string, @Res() reply: FastifyReply) {
    return this.paper(account, asReference(typed), 'notice', reply);
  }

  private async paper(
    account: SignedIn,
    reference: string,
    which: 'cover' | 'notice',
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const paper = currentOf(await this.pages.open(account, reference))?.[which];
    if (!paper) throw notFound();
    const pdf = await this.prints.letter(paper.id, officerOf(account)).catch((error: unknown) => {
      throw error instanceof ReplyRefused ? notFound() : error;
    });
    return sendPdf(reply, pdf, reference);
  }
}

/** A preview is no problem: the page comes back with what was entered. */
const SHOWN = { message: '', errors: [] };

function asReference(typed: string): string {
  const reference = readReference(typed);
  if (reference === undefined) throw notFound();
  return reference;
}
