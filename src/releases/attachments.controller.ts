import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { FilesService } from '../files/files.service.js';
import { Access } from '../web/access.js';
import { asAttachment } from '../web/content-disposition.js';
import { notFound } from '../web/problem.js';
import { publishedAttachment } from './extras.queries.js';

/** Attachments of releases that readers see; like pictures, nothing else of the kept files leaves here. */
@Controller('releases/attachments')
export class AttachmentsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
  ) {}

  @Get(':sha256')
  @Access('public')
  async attachment(@Param('sha256') sha256: string, @Res() reply: FastifyReply): Promise<void> {
    const isHash = /^[0-9a-f]{64}$/.test(sha256);
    const file = isHash ? await publishedAttachment(this.dataSource, sha256) : undefined;
    if (file === undefined) throw notFound();
    // Asked for again each time: a release may be withdrawn.
    await reply
      .headers({
        'content-type': file.mediaType,
        'content-length': file.size,
        'content-disposition': asAttachment(file.name),
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'public, no-cache',
        etag: `"${sha256}"`,
      })
      .send(this.files.open(sha256));
  }
}
