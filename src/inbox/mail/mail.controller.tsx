import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { isUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { FilesService } from '../../files/files.service.js';
import { laterMailsOf, type LetterMail, mailOfLetter } from '../../letters/inbound/letter-mail.queries.js';
import { MailReader } from '../../letters/inbound/reading/mail-reader.js';
import type { LetterView } from '../../letters/letter.view.js';
import { letterByReference, recordOpening } from '../../letters/letters.queries.js';
import { readReference } from '../../letters/reference.js';
import { officerOf } from '../../letters/viewer.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { sendPage } from '../../staff/answers.js';
import { Access } from '../../web/access.js';
import { Html } from '../../web/html.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import { contentSecurityPolicy } from '../../web/security-headers.js';
import { sendDownload } from '../../web/send-download.js';
import { MailLookPage } from './mail-look.page.js';
import { mailTexts } from './mail.texts.js';
import { safeDocument } from './safe-html.js';

/** A stranger's HTML may style, load, run and send nothing, and stands in our own frame alone. */
const STRANGER_POLICY = contentSecurityPolicy({
  ...Object.fromEntries(
    ['style-src', 'script-src', 'img-src', 'font-src', 'connect-src', 'form-action'].map((name) => [
      name,
      "'none'",
    ]),
  ),
  'frame-ancestors': "'self'",
  sandbox: '',
});

/** The mail that a letter was made of, for whoever may see the letter; each look is an event of the letter. */
@Controller()
@Access('account')
export class MailController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly reader: MailReader,
  ) {}

  @Get(paths.inboxMail(':reference', 'raw'))
  async raw(
    @CurrentAccount() account: SignedIn,
    @Param('reference') typed: string,
    @Res() reply: FastifyReply,
  ) {
    const { letter, mail } = await this.#find(account, typed);
    await recordOpening(this.dataSource, letter.reference, officerOf(account), 'read');
    const name = `${letter.registerNumber ?? letter.reference}.eml`;
    return sendDownload(reply, { name, size: mail.size, content: this.files.open(mail.sha256) });
  }

  /** A mail that came about the letter after it. */
  @Get(paths.inboxLaterMail(':reference', ':id'))
  async later(
    @CurrentAccount() account: SignedIn,
    @Param('reference') typed: string,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    const letter = await this.#letter(account, typed);
    const [mail] = letter && isUUID(id) ? await laterMailsOf(this.dataSource, letter.id, id) : [];
    if (!letter || !mail) throw notFound();
    await recordOpening(this.dataSource, letter.reference, officerOf(account), 'read');
    const content = this.files.open(mail.sha256);
    return sendDownload(reply, { name: `${mail.id}.eml`, size: mail.size, content });
  }

  @Get(paths.inboxMail(':reference'))
  @RouteConfig({ csp: contentSecurityPolicy({ 'frame-src': "'self'" }) })
  async look(
    @CurrentAccount() account: SignedIn,
    @Param('reference') typed: string,
    @Res() reply: FastifyReply,
  ) {
    const { letter } = await this.#find(account, typed);
    await recordOpening(this.dataSource, letter.reference, officerOf(account), 'read');
    return sendPage(reply, <MailLookPage account={account} letter={letter} />);
  }

  /** What the frame of that page holds; the page itself was the reading of it. */
  @Get(paths.inboxMail(':reference', 'html'))
  @Html()
  @Header('cache-control', 'no-store')
  @RouteConfig({ csp: STRANGER_POLICY })
  async html(@CurrentAccount() account: SignedIn, @Param('reference') typed: string): Promise<string> {
    const { letter, mail } = await this.#find(account, typed);
    const { html } = await this.reader.read(this.files.pathOf(mail.sha256));
    if (html === null) throw notFound();
    return safeDocument(html, letter.language, mailTexts[account.language].lookCut);
  }

  async #find(account: SignedIn, typed: string): Promise<{ letter: LetterView; mail: LetterMail }> {
    const letter = await this.#letter(account, typed);
    const mail = letter && (await mailOfLetter(this.dataSource, letter.id));
    if (!letter || !mail) throw notFound();
    return { letter, mail };
  }

  async #letter(account: SignedIn, typed: string): Promise<LetterView | undefined> {
    const reference = readReference(typed);
    return reference ? letterByReference(this.dataSource, reference, officerOf(account)) : undefined;
  }
}
