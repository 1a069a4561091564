import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { FilesService } from '../files/files.service.js';
import { Access } from '../web/access.js';
import { notFound } from '../web/problem.js';
import { isUnchanged } from './page-variants.js';
import { extensionOf } from './picture-address.js';
import { publishedPicture } from './pictures.queries.js';

/** Pictures of published releases. The room of files keeps citizens' attachments too: nothing else leaves here. */
@Controller('releases/pictures')
export class PicturesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
  ) {}

  @Get(':name')
  @Access('public')
  async picture(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [, sha256, extension] = /^([0-9a-f]{64})\.([a-z]+)$/.exec(name) ?? [];
    const picture = sha256 === undefined ? undefined : await publishedPicture(this.dataSource, sha256);
    if (picture === undefined || extensionOf(picture.mediaType) !== extension) throw notFound();
    const etag = `"${sha256}"`;
    // What the address names never changes, but the release may be withdrawn: caches outside ask again after five minutes.
    reply.header('cache-control', 'public, max-age=300, must-revalidate').header('etag', etag);
    if (isUnchanged(request.headers['if-none-match'], etag)) {
      await reply.code(304).send();
      return;
    }
    reply.header('content-type', picture.mediaType).header('content-length', picture.size);
    await reply.send(this.files.open(sha256!));
  }
}
