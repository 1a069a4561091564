import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readReference } from '../../letters/reference.js';
import { officerOf } from '../../letters/viewer.js';
import { DispatchService } from '../../replies/dispatch.service.js';
import { PrintService } from '../../replies/print/print.service.js';
import { RepliesService } from '../../replies/replies.service.js';
import { ReplyRefused } from '../../replies/replies.refused.js';
import { fill, type Language } from '../../script/texts.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { readFields } from '../../staff/fields.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { PrintPage } from './print.page.js';
import { printTexts } from './print.texts.js';
import { sendPdf } from '../../replies/print/send-pdf.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Replies on paper, and the day's post. */
@Controller()
@Access(['clerk', 'triage', 'drafter', 'approver'])
export class PrintController {
  constructor(
    private readonly prints: PrintService,
    private readonly replies: RepliesService,
    private readonly dispatch: DispatchService,
  ) {}

  @Get(paths.print)
  async show(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const told = toldOf(account.language, query);
    const waiting = await this.prints.waiting(officerOf(account));
    return sendPage(reply, <PrintPage account={account} waiting={waiting} told={told} />);
  }

  @Get(paths.printBatch)
  async batch(@CurrentAccount() account: SignedIn, @Res() reply: FastifyReply) {
    return sendPdf(reply, await this.prints.batch(officerOf(account), account.language), 'pisma');
  }

  /** The letters that were chosen are handed to the post. */
  @Post(paths.print)
  async posted(@CurrentAccount() account: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply) {
    const ids = readFields(body, [], ['reply']).reply.filter((id) => UUID.test(id));
    const { posted, refused } = await this.dispatch.posted([...new Set(ids)], officerOf(account));
    return seeOther(reply, `${paths.print}?posted=${posted}&refused=${refused}`);
  }

  @Get(paths.replyPart(':reference', 'letter.pdf'))
  async letter(
    @CurrentAccount() account: SignedIn,
    @Param('reference') typed: string,
    @Res() answer: FastifyReply,
  ) {
    const reference = readReference(typed);
    const officer = officerOf(account);
    const open = reference && (await this.replies.open(reference, officer));
    const reply = open && (open.reply ?? open.sent.at(-1));
    if (!reply) throw notFound();
    const pdf = await this.prints.letter(reply.id, officer).catch((error: unknown) => {
      throw error instanceof ReplyRefused ? notFound() : error;
    });
    return sendPdf(answer, pdf, reference);
  }
}

function toldOf(language: Language, query: Record<string, unknown>): string[] {
  const texts = printTexts[language];
  const numberOf = (name: string) =>
    typeof query[name] === 'string' && /^\d{1,5}$/.test(query[name]) ? Number(query[name]) : undefined;
  const posted = numberOf('posted');
  const refused = numberOf('refused') ?? 0;
  if (posted === undefined) return [];
  if (posted === 0 && refused === 0) return [texts.choose];
  const form = new Intl.PluralRules(language === 'en' ? 'en' : 'sr').select(posted);
  const done = texts.done[form === 'one' ? 'one' : form === 'few' ? 'few' : 'many'];
  return [fill(done, { count: posted }), ...(refused > 0 ? [fill(texts.refused, { count: refused })] : [])];
}
