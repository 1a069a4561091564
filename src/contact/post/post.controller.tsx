import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { dayInWords } from '../../calendar/dates.js';
import { type CalendarDay, calendarDay } from '../../calendar/working-days.js';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { secretKey } from '../../config/secret-key.js';
import { FilesService } from '../../files/files.service.js';
import type { KeptFile } from '../../files/kept-file.js';
import { countScans, scanById, takeNext, takeScan } from '../../letters/paper/pile/pile.queries.js';
import { letterByReference } from '../../letters/letters.queries.js';
import { readReference } from '../../letters/reference.js';
import { officerOf } from '../../letters/viewer.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { issueFormToken } from '../../web/form-token.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { renderPart } from '../../web/render.js';
import { attachmentToken, readAttachmentToken } from '../form/kept-attachments.js';
import { FormReader, MOST_ATTACHMENTS } from '../form-reader.js';
import { PrivateLetterService } from '../private-letter.service.js';
import { messageOf } from '../submission.texts.js';
import { PeopleNote } from './people-note.js';
import { paperValues } from './paper-entry.js';
import { POST_FORM, PostEntry, type PostForm } from './post-entry.service.js';
import { PostPage } from './post.page.js';
import { KeptScan } from './scan-list.js';
import { sendInline } from './send-inline.js';
import { sendPdf } from '../../replies/print/send-pdf.js';
import { Slips } from './slips.service.js';
import { postTexts } from './post.texts.js';
import { readTypedDay } from './typed-day.js';

const NEW_FORM: PostForm = { values: {}, kept: [], errors: [], fileErrors: [] };

/** The clerk's entry of letters on paper. */
@ApiExcludeController()
@Controller()
@Access(['clerk', 'triage'])
export class PostController {
  constructor(
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly reader: FormReader,
    private readonly entry: PostEntry,
    private readonly letters: PrivateLetterService,
    private readonly slips: Slips,
  ) {}

  @Get(paths.newPost)
  async show(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const { scan: asked, after, ...kept } = textsIn(query, ['scan', 'after', 'saved', 'on']);
    if (asked === 'next') {
      const next = await takeNext(this.dataSource, account.id, isUUID(after) ? after : undefined);
      return seeOther(reply, next ? paths.newPostOf(next, kept) : paths.newPostOf('none', kept));
    }
    const isScan = isUUID(asked);
    // Opened again it is held longer; whoever comes too late is told so.
    if (isScan && !(await takeScan(this.dataSource, account.id, asked!)))
      return seeOther(reply, `${paths.post}?done=taken`);
    const scan = isScan ? await scanById(this.dataSource, asked!) : undefined;
    const on = kept.on === undefined ? undefined : readTypedDay(kept.on, this.#today());
    const values = on === undefined ? {} : { arrivedOn: dayInWords(on) };
    const isPileEmpty = asked === 'none';
    return this.#page(account, reply, { ...NEW_FORM, values, scan }, { saved: kept.saved, isPileEmpty });
  }

  @Post(paths.newPost)
  async enter(
    @CurrentAccount() account: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const outcome = await this.entry.submit(request, account);
    if ('form' in outcome) return this.#page(account, reply, outcome.form, { status: outcome.status });
    const kept = { saved: outcome.saved, on: outcome.arrivedOn };
    return seeOther(
      reply,
      outcome.scanId === undefined
        ? `${paths.newPost}?${new URLSearchParams(kept)}`
        : paths.newPostOf('next', { after: outcome.scanId, ...kept }),
    );
  }

  /** Scans go as soon as they are dropped; the answer is what the page's list shows of them. */
  @Post(paths.postScans)
  async scans(
    @CurrentAccount() account: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { attachments, errors, isStorageDown } = await this.reader.read(request, MOST_ATTACHMENTS);
    const { language } = account;
    const kept = attachments.map((file) => (
      <KeptScan language={language} file={file} token={this.#tokenOf(file)} />
    ));
    return reply.header('cache-control', 'no-store').send({
      kept: kept.map(renderPart),
      refused: [
        ...errors.map((error) => messageOf(language, error)),
        ...(isStorageDown ? [postTexts[language].scan.failed] : []),
      ],
    });
  }

  /** A scan that goes with the form, to be read while it is filled in. */
  @Get(paths.postScan(':token'))
  async scan(@Param('token') token: string, @Res() reply: FastifyReply) {
    const file = readAttachmentToken(secretKey(this.environment), token);
    const [kept] = file ? await this.files.stillKept([file]) : [];
    if (!kept) throw notFound();
    return sendInline(reply, kept, this.files.open(kept.sha256));
  }

  /** Whoever wrote before under the names that are being typed. */
  @Get(paths.postPeople)
  async people(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const people = await this.entry.people(paperValues(query), officerOf(account));
    const part =
      people.length === 0 ? '' : renderPart(<PeopleNote language={account.language} people={people} />);
    return reply
      .headers({ 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' })
      .send(part);
  }

  @Get(paths.postSlips)
  async slipsOfToday(@CurrentAccount() account: SignedIn, @Res() reply: FastifyReply) {
    const letters = await this.slips.ofToday(officerOf(account));
    if (letters.length === 0) throw notFound();
    return sendPdf(reply, await this.slips.pdf(letters), 'potvrde');
  }

  @Get(paths.postSlip(':reference'))
  async slip(
    @CurrentAccount() account: SignedIn,
    @Param('reference') typed: string,
    @Res() reply: FastifyReply,
  ) {
    const reference = readReference(typed);
    const pdf = reference && (await this.slips.slip(reference, officerOf(account)));
    if (!pdf) throw notFound();
    return sendPdf(reply, pdf, reference);
  }

  async #page(
    account: SignedIn,
    reply: FastifyReply,
    form: PostForm,
    { saved, status, isPileEmpty = false }: { saved?: string; status?: number; isPileEmpty?: boolean },
  ) {
    const officer = officerOf(account);
    const reference = saved === undefined ? undefined : readReference(saved);
    const letter = reference && (await letterByReference(this.dataSource, reference, officer));
    const formToken = issueFormToken(secretKey(this.environment), POST_FORM);
    const slips = (await this.slips.ofToday(officer)).length;
    const { waiting } = await countScans(this.dataSource);
    return sendPage(
      reply,
      <PostPage
        {...{ account, form, formToken, slips, waiting, isPileEmpty }}
        today={this.#today()}
        saved={letter ? await this.letters.withNumber(letter) : undefined}
        tokenOf={(file) => this.#tokenOf(file)}
      />,
      status,
    );
  }

  #tokenOf(file: KeptFile): string {
    return attachmentToken(secretKey(this.environment), file);
  }

  #today(): CalendarDay {
    return calendarDay(new Date(), this.profile.timeZone);
  }
}

/** Texts among a query's parameters. */
function textsIn(query: Record<string, unknown>, names: readonly string[]): Record<string, string> {
  const found = names.flatMap((name) => (typeof query[name] === 'string' ? [[name, query[name]]] : []));
  return Object.fromEntries(found) as Record<string, string>;
}
