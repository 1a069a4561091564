import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OfficeProfile } from '../../config/office-profile.js';
import { LetterNotFound } from '../../letters/letters.refused.js';
import { fill } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { sendPage } from '../../staff/answers.js';
import { notFound } from '../../web/problem.js';
import { InboxPage } from '../inbox-page.js';
import { InboxService } from '../inbox.service.js';
import { inboxTexts } from '../list/inbox.texts.js';
import type { Ui } from '../ui.js';
import type { ActionProblem } from './actions.js';
import { LetterDeskService } from './letter-desk.service.js';

/** Sends the page of a letter, as it is or with what went wrong. */
@Injectable()
export class LetterPages {
  constructor(
    private readonly inbox: InboxService,
    private readonly desk: LetterDeskService,
    private readonly profile: OfficeProfile,
  ) {}

  async send(
    reply: FastifyReply,
    asked: { account: SignedIn; reference: string; query: Record<string, unknown> },
    problem?: ActionProblem,
    status = 200,
  ): Promise<FastifyReply> {
    const { account, reference, query } = asked;
    const ui: Ui = { language: account.language, account, profile: this.profile, now: new Date() };
    // Opened first: the list then shows it as read.
    const desk = await this.desk.open(ui, reference, problem).catch((error: unknown) => {
      throw error instanceof LetterNotFound ? notFound() : error;
    });
    const panes = await this.inbox.panes(account, query);
    const done = typeof query.done === 'string' ? doneText(ui, query.done, desk.letter.reference) : undefined;
    return sendPage(reply, <InboxPage ui={ui} {...panes} desk={desk} done={done} />, status);
  }
}

function doneText(ui: Ui, done: string, reference: string): string | undefined {
  const texts: Record<string, string> = inboxTexts[ui.language].done;
  return Object.hasOwn(texts, done) ? fill(texts[done]!, { reference }) : undefined;
}
