import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OfficeProfile } from '../../config/office-profile.js';
import { readReference } from '../../letters/reference.js';
import { fill } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { sendPage } from '../../staff/answers.js';
import { frameOf, isFetchedAhead } from '../frames.js';
import { InboxPage, LetterFramePage, ListFramePage, type Told } from '../inbox-page.js';
import { InboxService } from '../inbox.service.js';
import { inboxTexts } from '../list/inbox.texts.js';
import type { Ui } from '../ui.js';
import type { ActionProblem } from './actions.js';
import { LetterDeskService } from './letter-desk.service.js';
import { textsOf } from './hits.js';

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
    const { headers } = reply.request;
    const frame = frameOf(headers);
    // The list beside an open letter: nobody reads the letter anew.
    if (frame === 'list') {
      const panes = await this.inbox.panes(account, query);
      return sendPage(reply, <ListFramePage ui={ui} {...panes} open={reference} />, status);
    }
    // Opened first: the list then shows it as read.
    const as = isFetchedAhead(headers) ? 'delivered' : 'read';
    const opened = await this.desk.open(ui, reference, { as, problem });
    const desk = { ...opened, found: await this.inbox.foundInLetter(query, textsOf(opened).join(' ')) };
    const done = doneOf(ui, query, reference);
    if (frame === 'letter') {
      const { view, cursor } = this.inbox.viewOf(query);
      return sendPage(reply, <LetterFramePage {...{ ui, desk, done, view, cursor }} />, status);
    }
    const panes = await this.inbox.panes(account, query);
    return sendPage(reply, <InboxPage ui={ui} {...panes} desk={desk} done={done} />, status);
  }
}

/** What was just done, as the address says, and to which letter: when it left the list, the next one is open. */
function doneOf(ui: Ui, query: Record<string, unknown>, shown: string): Told | undefined {
  const texts: Record<string, string> = inboxTexts[ui.language].done;
  if (typeof query.done !== 'string' || !Object.hasOwn(texts, query.done)) return undefined;
  const reference = doneTo(query, shown);
  const undo = typeof query.undo === 'string' && /^\d{1,18}$/.test(query.undo) ? query.undo : undefined;
  return { text: fill(texts[query.done]!, { reference }), reference, undo };
}

const doneTo = ({ of }: Record<string, unknown>, reference: string) =>
  (typeof of === 'string' ? readReference(of) : undefined) ?? reference;
