import { Controller, Get, Param, Post, Query, Body, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { FilesService } from '../../files/files.service.js';
import { countScans, listScans, scanById, unreadPiles } from '../../letters/paper/pile/pile.queries.js';
import { PileService } from '../../letters/paper/pile/pile.service.js';
import { checkPrintFonts } from '../../replies/print/print-fonts.js';
import { sendPdf } from '../../replies/print/send-pdf.js';
import { fill, type Language } from '../../script/texts.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { readFields } from '../../staff/fields.js';
import { StaffService } from '../../staff/staff.service.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { type Dropped, PileUpload } from './pile-upload.service.js';
import { PilePage } from './pile.page.js';
import { pileTexts } from './pile.texts.js';
import { sendInline } from './send-inline.js';
import { separatorPdf } from './separator-pdf.js';

/** Scans on one page of each kind. */
const SHOWN = 200;
const TOLD = ['aside', 'back', 'again', 'gone', 'taken', 'reason', 'none'] as const;

/** The pile of scans that wait to be entered. */
@ApiExcludeController()
@Controller()
@Access(['clerk', 'triage'])
export class PileController {
  constructor(
    private readonly profile: OfficeProfile,
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly staff: StaffService,
    private readonly pile: PileService,
    private readonly upload: PileUpload,
  ) {}

  @Get(paths.post)
  show(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.#page(account, reply, toldOf(account.language, query));
  }

  @Post(paths.post)
  async drop(
    @CurrentAccount() account: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { added, doubled, refused } = await this.upload.take(request, account.id);
    if (refused.length > 0)
      return this.#page(account, reply, droppedInWords(account.language, { added, doubled, refused }), 422);
    if (added + doubled === 0) return seeOther(reply, `${paths.post}?done=none`);
    return seeOther(reply, `${paths.post}?added=${added}&doubled=${doubled}`);
  }

  @Get(paths.postSeparator)
  separator(@CurrentAccount() account: SignedIn, @Res() reply: FastifyReply) {
    checkPrintFonts();
    return sendPdf(reply, separatorPdf(this.profile, account.language), 'list-za-razdvajanje');
  }

  /** The scan itself, in a window of its own. */
  @Get(paths.postPilePart(':id', 'scan'))
  async scan(@Param('id') id: string, @Res() reply: FastifyReply) {
    const scan = isUUID(id) ? await scanById(this.dataSource, id) : undefined;
    // Once entered it is the letter's, and opened there.
    if (!scan || scan.state === 'entered') throw notFound();
    return sendInline(reply, scan, this.files.open(scan.sha256));
  }

  @Get(paths.postPage(':id', ':page'))
  async page(@Param('id') id: string, @Param('page') number: string, @Res() reply: FastifyReply) {
    const scan = isUUID(id) && /^\d{1,3}$/.test(number) ? await scanById(this.dataSource, id) : undefined;
    const page = scan?.state === 'entered' ? undefined : scan?.pages[Number(number) - 1];
    if (!scan || !page) throw notFound();
    const mediaType = scan.mediaType.startsWith('image/') ? scan.mediaType : 'image/jpeg';
    return sendInline(reply, { mediaType, name: scan.name }, this.files.open(page.sha256));
  }

  @Post(paths.postPilePart(':id', 'aside'))
  async aside(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const reason = readFields(body, ['reason']).reason.replaceAll('\0', '').trim();
    if (reason === '') return seeOther(reply, `${paths.post}?done=reason`);
    const isAside = isUUID(id) && (await this.pile.putAside(id, account.id, reason.slice(0, 500)));
    return seeOther(reply, `${paths.post}?done=${isAside ? 'aside' : 'gone'}`);
  }

  @Post(paths.postPilePart(':id', 'back'))
  async back(@CurrentAccount() account: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply) {
    const isBack = isUUID(id) && (await this.pile.takeBack(id, account.id));
    return seeOther(reply, `${paths.post}?done=${isBack ? 'back' : 'gone'}`);
  }

  @Post(paths.postPilePart(':id', 'again'))
  async again(@Param('id') id: string, @Res() reply: FastifyReply) {
    const isAgain = isUUID(id) && (await this.pile.again(id));
    return seeOther(reply, `${paths.post}?done=${isAgain ? 'again' : 'gone'}`);
  }

  async #page(account: SignedIn, reply: FastifyReply, told: string[], status?: number) {
    const [counts, unread, waiting, aside] = await Promise.all([
      countScans(this.dataSource),
      unreadPiles(this.dataSource),
      listScans(this.dataSource, 'waiting', SHOWN),
      listScans(this.dataSource, 'aside', SHOWN),
    ]);
    const takers = [...new Set(waiting.flatMap(({ takenBy }) => takenBy ?? []))];
    const accounts = takers.length === 0 ? [] : await this.staff.accountsByIds(takers);
    const names = new Map(accounts.map(({ id, name }) => [id, name]));
    return sendPage(
      reply,
      <PilePage {...{ account, counts, unread, waiting, aside, names, told }} />,
      status,
    );
  }
}

function toldOf(language: Language, query: Record<string, unknown>): string[] {
  const numberOf = (name: string) =>
    typeof query[name] === 'string' && /^\d{1,3}$/.test(query[name]) ? Number(query[name]) : 0;
  const done = TOLD.find((each) => each === query.done);
  return [
    ...(done === undefined ? [] : [pileTexts[language].told[done]]),
    ...droppedInWords(language, { added: numberOf('added'), doubled: numberOf('doubled'), refused: [] }),
  ];
}

function droppedInWords(language: Language, { added, doubled, refused }: Dropped): string[] {
  const texts = pileTexts[language].told;
  const form = new Intl.PluralRules(language === 'en' ? 'en' : 'sr').select(added);
  return [
    ...(added === 0
      ? []
      : [fill(texts.dropped[form === 'one' || form === 'few' ? form : 'many'], { count: added })]),
    ...(doubled === 0 ? [] : [fill(texts.doubled, { count: doubled })]),
    ...refused.map(({ name, why }) => fill(texts.refused, { name, why: texts.why[why] })),
  ];
}
