import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { FilesService } from '../../files/files.service.js';
import { recordOpening } from '../../letters/letters.queries.js';
import { readReference } from '../../letters/reference.js';
import { officerOf } from '../../letters/viewer.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { attachmentPath } from './attachment-list.js';
import { annotationScanFor, attachmentFor } from './attachment.queries.js';
import { sendDownload } from '../../web/send-download.js';
import { LetterPages } from './letter-pages.js';

/** One letter, and what came with it. */
@Controller()
@Access('account')
export class LetterController {
  constructor(
    private readonly pages: LetterPages,
    private readonly files: FilesService,
    private readonly dataSource: DataSource,
  ) {}

  @Get(paths.inboxLetter(':reference'))
  show(
    @CurrentAccount() account: SignedIn,
    @Param('reference') reference: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.pages.send(reply, { account, reference: asReference(reference), query });
  }

  /** A letter that was fetched ahead is on the screen now; the page's script says so. */
  @Post(paths.inboxReading(':reference'))
  async read(
    @CurrentAccount() account: SignedIn,
    @Param('reference') reference: string,
    @Res() reply: FastifyReply,
  ) {
    const letter = await recordOpening(this.dataSource, asReference(reference), officerOf(account), 'read');
    if (!letter) throw notFound();
    return reply.status(204).send();
  }

  @Get(attachmentPath(':reference', ':position'))
  async attachment(
    @CurrentAccount() account: SignedIn,
    @Param('reference') reference: string,
    @Param('position') position: string,
    @Res() reply: FastifyReply,
  ) {
    const officer = officerOf(account);
    const code = asReference(reference);
    const attachment = /^\d{1,4}$/.test(position)
      ? await attachmentFor(this.dataSource, code, Number(position), officer)
      : undefined;
    if (!attachment) throw notFound();
    await recordOpening(this.dataSource, code, officer, 'read');
    return sendDownload(reply, { ...attachment, content: this.files.open(attachment.sha256) });
  }

  /** The paper on which its reader wrote. */
  @Get(paths.annotationScan(':reference', ':event'))
  async annotationScan(
    @CurrentAccount() account: SignedIn,
    @Param('reference') reference: string,
    @Param('event') event: string,
    @Res() reply: FastifyReply,
  ) {
    const officer = officerOf(account);
    const code = asReference(reference);
    const scan = /^\d{1,18}$/.test(event)
      ? await annotationScanFor(this.dataSource, code, event, officer)
      : undefined;
    if (!scan) throw notFound();
    await recordOpening(this.dataSource, code, officer, 'read');
    return sendDownload(reply, { ...scan, content: this.files.open(scan.sha256) });
  }
}

/** An address typed by hand may write the reference as people do; what cannot be one is absent. */
function asReference(typed: string): string {
  const reference = readReference(typed);
  if (reference === undefined) throw notFound();
  return reference;
}
