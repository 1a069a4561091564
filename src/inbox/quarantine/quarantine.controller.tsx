import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { countForPeople, listQuarantine } from '../../letters/inbound/quarantine.queries.js';
import { QuarantineService } from '../../letters/inbound/quarantine.service.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { StaffService } from '../../staff/staff.service.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { sendDownload } from '../../web/send-download.js';
import { officerName } from '../ui.js';
import { KEEPERS, QUARANTINE_ROLES } from './quarantine-roles.js';
import { QuarantinePage, SHELVES } from './quarantine.page.js';
import { QuarantinedMailPage } from './quarantined-mail.page.js';

const PAGE = 50;

/** Mails of which no letter could be made: found, looked at, saved, processed again or put aside. */
@Controller()
@Access(QUARANTINE_ROLES)
export class QuarantineController {
  constructor(
    private readonly quarantine: QuarantineService,
    private readonly staff: StaffService,
    private readonly dataSource: DataSource,
  ) {}

  @Get(paths.quarantine)
  async list(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const shelf = SHELVES.find((each) => each === query.shelf) ?? 'waiting';
    const before = typeof query.before === 'string' && isUUID(query.before) ? query.before : undefined;
    const done = (['again', 'aside', 'gone'] as const).find((each) => each === query.done);
    const [counts, found] = await Promise.all([
      countForPeople(this.dataSource),
      listQuarantine(this.dataSource, shelf, before, PAGE + 1),
    ]);
    const mails = found.slice(0, PAGE);
    const older = found.length > PAGE ? mails.at(-1)!.id : undefined;
    return sendPage(reply, <QuarantinePage {...{ account, shelf, counts, mails, older, done }} />);
  }

  @Get(paths.quarantinedMail(':id'))
  async show(@CurrentAccount() account: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply) {
    const opened = isUUID(id) ? await this.quarantine.open(id, account.id) : undefined;
    if (!opened) throw notFound();
    const ids = opened.events.flatMap(({ accountId }) => accountId ?? []);
    const accounts = await this.staff.accountsByIds([...new Set(ids)]);
    const names = new Map(accounts.map(({ id, name }) => [id, officerName(account, name)]));
    const mayAct = account.roles.some((role) => KEEPERS.includes(role));
    return sendPage(reply, <QuarantinedMailPage {...opened} {...{ account, names, mayAct }} />);
  }

  @Get(paths.quarantinedMailPart(':id', 'raw'))
  async raw(@CurrentAccount() account: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply) {
    const found = isUUID(id) ? await this.quarantine.download(id, account.id) : undefined;
    if (!found) throw notFound();
    return sendDownload(reply, { name: `${id}.eml`, size: found.mail.size, content: found.raw });
  }

  @Post(paths.quarantinedMailPart(':id', 'again'))
  @Access(KEEPERS)
  async again(@CurrentAccount() account: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply) {
    if (!isUUID(id)) throw notFound();
    const isBack = await this.quarantine.again(id, account.id);
    return seeOther(reply, `${paths.quarantine}?done=${isBack ? 'again' : 'gone'}`);
  }

  @Post(paths.quarantinedMailPart(':id', 'aside'))
  @Access(KEEPERS)
  async aside(@CurrentAccount() account: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply) {
    if (!isUUID(id)) throw notFound();
    const isAside = await this.quarantine.putAside(id, account.id);
    return seeOther(reply, `${paths.quarantine}?done=${isAside ? 'aside' : 'gone'}`);
  }
}
