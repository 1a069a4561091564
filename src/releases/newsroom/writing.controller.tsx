import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FilesService } from '../../files/files.service.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { asAttachment } from '../../web/content-disposition.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { DraftsService } from './drafts.service.js';
import { fileOf } from './content.js';
import { NewsroomPages } from './newsroom-pages.service.js';
import { UploadReader } from './upload-reader.service.js';
import { WritingService } from './writing.service.js';

/** Saving a release and its files. */
@Controller()
@Access(['press'])
export class WritingController {
  constructor(
    private readonly writing: WritingService,
    private readonly uploads: UploadReader,
    private readonly drafts: DraftsService,
    private readonly files: FilesService,
    private readonly pages: NewsroomPages,
  ) {}

  /** Saves; beside that it hands the release in, or moves or removes a file. A script gets JSON back. */
  @Post(paths.newsroomRelease(':id'))
  async save(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const told = await this.writing.save(account, id, body);
    if (reply.request.headers.accept === 'application/json') return this.sendJson(reply, account, id, told);
    if (told.shown !== undefined) return this.pages.send(reply, account, id, told.shown);
    return seeOther(reply, `${paths.newsroomRelease(id)}?done=${told.done}`);
  }

  @Post(paths.newsroomPart(':id', 'pictures'))
  addPicture(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.add(reply, account, id, request, 'pictures');
  }

  @Post(paths.newsroomPart(':id', 'attachments'))
  addAttachment(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.add(reply, account, id, request, 'attachments');
  }

  /** A file of the release for the office's own eyes. */
  @Get(paths.newsroomFile(':id', ':sha256'))
  async file(@Param('id') id: string, @Param('sha256') sha256: string, @Res() reply: FastifyReply) {
    const desk = await this.drafts.open(id);
    const contents = [
      desk.draft?.content,
      desk.publishedAt === null ? undefined : await this.drafts.shown(desk),
    ];
    const file = contents
      .map((content) => content && fileOf(content, sha256))
      .find((found) => found !== undefined);
    if (file === undefined) throw notFound();
    return reply
      .headers({
        'content-type': file.mediaType,
        'cache-control': 'private, no-store',
        'content-security-policy': "sandbox; default-src 'none'",
        ...(file.name !== undefined && { 'content-disposition': asAttachment(file.name) }),
      })
      .send(this.files.open(sha256));
  }

  /** The words that stood in the form are saved first, so that none is lost with the page. */
  private async add(
    reply: FastifyReply,
    account: SignedIn,
    id: string,
    request: FastifyRequest,
    kind: 'pictures' | 'attachments',
  ) {
    await this.drafts.open(id);
    const { fields, picture, attachment, refused } = await this.uploads.read(request, kind, account.language);
    const told = await this.writing.save(account, id, { ...fields, do: 'save' });
    if (told.shown !== undefined) return this.pages.send(reply, account, id, told.shown);
    if (refused !== undefined) return this.pages.send(reply, account, id, { problem: { message: refused } });
    const failure = await this.writing.addFile(account, id, { picture, attachment });
    if (failure !== undefined) return this.pages.send(reply, account, id, failure);
    const done = kind === 'pictures' ? 'picture' : 'attachment';
    return seeOther(reply, `${paths.newsroomRelease(id)}?done=${done}#${kind}-heading`);
  }

  private async sendJson(
    reply: FastifyReply,
    account: SignedIn,
    id: string,
    told: Awaited<ReturnType<WritingService['save']>>,
  ) {
    if (told.shown !== undefined)
      return reply
        .status(told.shown.isConflict ? 409 : 422)
        .send({ message: this.writing.sentence(account, told.shown) });
    return reply.header('cache-control', 'no-store').send(await this.writing.drawn(account, id));
  }
}
