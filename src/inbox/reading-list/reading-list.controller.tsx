import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { type CalendarDay, calendarDay } from '../../calendar/working-days.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { letterById } from '../../letters/letters.queries.js';
import type { WhichList } from '../../letters/reading-list/reading-list.queries.js';
import { ReadingListRefused } from '../../letters/reading-list/reading-list.refused.js';
import { ReadingLists } from '../../letters/reading-list/reading-lists.service.js';
import { officerOf } from '../../letters/viewer.js';
import { citizenLetter } from '../../replies/print/citizen-letter-pdf.js';
import { checkPrintFonts } from '../../replies/print/print-fonts.js';
import { fill } from '../../script/texts.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { StaffService } from '../../staff/staff.service.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { type FieldError, readForm } from '../../web/read-form.js';
import { sendPdf } from '../../replies/print/send-pdf.js';
import { AnnotationReader } from './annotation-reader.service.js';
import { AnnotationDto, ListedLetterDto } from './reading-list.dto.js';
import { readingListPdf } from './reading-list-pdf.js';
import { ReadingListPage } from './reading-list.page.js';
import type { ReadingProblem } from './reading-problem.js';
import { readingListTexts } from './reading-list.texts.js';

/** Past lists on one page. */
const PAST = 30;

/** Letters for the head of state: chosen, printed, handed over, annotated. */
@Controller()
@Access(['triage'])
export class ReadingListController {
  constructor(
    private readonly lists: ReadingLists,
    private readonly reader: AnnotationReader,
    private readonly staff: StaffService,
    private readonly profile: OfficeProfile,
    private readonly dataSource: DataSource,
  ) {}

  @Get(paths.readingList)
  show(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.send(reply, account, 'open', query);
  }

  @Get(paths.readingListPart('letters.pdf'))
  print(@CurrentAccount() account: SignedIn, @Res() reply: FastifyReply) {
    return this.sendPaper(reply, account, 'open');
  }

  /** One letter of the open list is introduced anew, moved, or taken off. */
  @Post(paths.readingListPart('changes'))
  async change(@CurrentAccount() account: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply) {
    const { form, values, errors } = await readForm(ListedLetterDto, body);
    const officer = officerOf(account);
    const { reference, introduction } = form;
    // To move a letter or to take it off, nothing needs to be written.
    const told = form.do === 'save' ? errors : errors.filter(({ field }) => field !== 'introduction');
    return this.attempt(reply, account, 'open', { errors: told, values }, async () => {
      if (form.do === 'save') await this.lists.introduce(reference, introduction, officer);
      else if (form.do === 'remove') await this.lists.remove(reference, officer);
      else await this.lists.move(reference, form.do, officer);
      const done = form.do === 'save' ? 'saved' : form.do === 'remove' ? 'removed' : 'moved';
      return `${paths.readingList}?done=${done}`;
    });
  }

  @Post(paths.readingListPart('handing-over'))
  handOver(@CurrentAccount() account: SignedIn, @Res() reply: FastifyReply) {
    return this.attempt(reply, account, 'open', {}, async () => {
      const day = await this.lists.handOver(officerOf(account));
      return `${paths.readingListOf(day)}?done=handedOver`;
    });
  }

  @Get(paths.readingListOf(':day'))
  showPast(
    @CurrentAccount() account: SignedIn,
    @Param('day') day: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.send(reply, account, asDay(day), query);
  }

  @Get(paths.readingListOfPart(':day', 'letters.pdf'))
  printPast(@CurrentAccount() account: SignedIn, @Param('day') day: string, @Res() reply: FastifyReply) {
    return this.sendPaper(reply, account, asDay(day));
  }

  @Post(paths.readingListOfPart(':day', 'recall'))
  recall(@CurrentAccount() account: SignedIn, @Param('day') day: string, @Res() reply: FastifyReply) {
    return this.attempt(reply, account, asDay(day), {}, async () => {
      await this.lists.takeBack(asDay(day), officerOf(account));
      return `${paths.readingList}?done=recalled`;
    });
  }

  @Post(paths.readingListOfPart(':day', 'annotations'))
  async annotate(
    @CurrentAccount() account: SignedIn,
    @Param('day') day: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { fields, scan, refused } = await this.reader.read(request, account.language);
    const { form, values, errors } = await readForm(AnnotationDto, fields);
    return this.attempt(
      reply,
      account,
      asDay(day),
      { errors, values, refused, hadFile: !!scan },
      async () => {
        const annotation = {
          ...{ text: form.annotation, wantsWork: form.wish === 'work' },
          ...{ scan, dropsScan: form.scanBefore === 'drop' },
        };
        await this.lists.annotate(asDay(day), form.reference, annotation, officerOf(account));
        return `${paths.readingListOf(day)}?done=filed`;
      },
    );
  }

  /** Does it and goes where it says; what is refused brings the list back with what was entered. */
  private async attempt(
    reply: FastifyReply,
    account: SignedIn,
    which: WhichList,
    {
      errors = [],
      values,
      refused,
      hadFile = false,
    }: {
      errors?: FieldError[];
      values?: Record<string, string>;
      /** Why a file of the form was not kept. */
      refused?: string;
      hadFile?: boolean;
    },
    act: () => Promise<string>,
  ): Promise<FastifyReply> {
    const texts = readingListTexts[account.language];
    const again = (status: number, message: string) =>
      this.send(reply, account, which, {}, { message, reference: values?.reference, values }, status);
    const [error] = errors;
    const faults: Record<string, string> = texts.faults;
    if (error) {
      const { code, limit = 0 } = error;
      const told = fill(faults[code] ?? texts.faults.unknownField, { limit });
      return again(422, hadFile ? `${told} ${texts.faults.scanAgain}` : told);
    }
    if (refused !== undefined) return again(422, refused);
    try {
      return await seeOther(reply, await act());
    } catch (problem) {
      if (!(problem instanceof ReadingListRefused)) throw problem;
      return again(409, fill(texts.faults[problem.why], { most: this.profile.readingListLetters }));
    }
  }

  private async send(
    reply: FastifyReply,
    account: SignedIn,
    which: WhichList,
    query: Record<string, unknown>,
    problem?: ReadingProblem,
    status = 200,
  ): Promise<FastifyReply> {
    const found = await this.lists.find(which, officerOf(account));
    if (!found && which !== 'open') throw notFound();
    const before = typeof query.before === 'string' && isDay(query.before) ? query.before : undefined;
    const past = await this.lists.past(PAST + 1, before);
    const [closer] = found?.list.closedBy ? await this.staff.accountsByIds([found.list.closedBy]) : [];
    const done: Record<string, string> = readingListTexts[account.language].done;
    const props = {
      ui: { language: account.language, account, profile: this.profile, now: new Date() },
      list: found?.list,
      letters: found?.letters ?? [],
      closer: closer?.name,
      past: past.slice(0, PAST),
      older: past.length > PAST ? past[PAST - 1]!.day : undefined,
      // A form whose letter is gone from the list tells it above the list.
      problem: problem && {
        ...problem,
        reference: found?.letters.some(({ reference }) => reference === problem.reference)
          ? problem.reference
          : undefined,
      },
      done: typeof query.done === 'string' && Object.hasOwn(done, query.done) ? done[query.done] : undefined,
    };
    return sendPage(reply, <ReadingListPage {...props} />, status);
  }

  private async sendPaper(reply: FastifyReply, account: SignedIn, which: WhichList): Promise<FastifyReply> {
    checkPrintFonts();
    const officer = officerOf(account);
    const found = await this.lists.find(which, officer);
    if (!found || found.letters.length === 0) throw notFound();
    const letters = [];
    for (const { letterId, introduction } of found.letters) {
      const letter = await letterById(this.dataSource, letterId, officer);
      if (letter) letters.push({ ...(await citizenLetter(this.dataSource, letter)), introduction });
    }
    const date = found.list.day ?? calendarDay(new Date(), this.profile.timeZone);
    return sendPdf(reply, readingListPdf(this.profile, letters, date), `pisma-${date}`);
  }
}

const isDay = (text: string): text is CalendarDay =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

function asDay(text: string): CalendarDay {
  if (!isDay(text)) throw notFound();
  return text;
}
