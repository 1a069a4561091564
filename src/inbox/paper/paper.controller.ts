import { Controller, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ScanTexts } from '../../letters/paper/text/scan-texts.service.js';
import { readReference } from '../../letters/reference.js';
import { officerOf } from '../../letters/viewer.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { KEEPERS } from '../quarantine/quarantine-roles.js';

/** What is done with the scans of a paper letter. */
@Controller()
@Access(KEEPERS)
export class PaperController {
  constructor(private readonly scans: ScanTexts) {}

  @Post(paths.scanTextAgain(':reference', ':position'))
  async again(
    @CurrentAccount() account: SignedIn,
    @Param('reference') typed: string,
    @Param('position') position: string,
    @Res() reply: FastifyReply,
  ) {
    const reference = readReference(typed);
    const isThere = reference !== undefined && /^\d{1,3}$/.test(position);
    if (!isThere || !(await this.scans.again(reference, Number(position), officerOf(account))))
      throw notFound();
    return seeOther(reply, paths.inboxLetter(reference));
  }
}
