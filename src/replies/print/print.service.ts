import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { letterById, letterByReference } from '../../letters/letters.queries.js';
import type { Officer } from '../../letters/viewer.js';
import type { Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { contentOf, hashOf } from '../fingerprint.js';
import { approvedBytes, lettersToPrint, replyById, type ToPrint } from '../replies.queries.js';
import { ReplyRefused } from '../replies.refused.js';
import { citizenLetter, citizenLetterPdf } from './citizen-letter-pdf.js';
import { lettersPdf } from './letter-pdf.js';
import { checkPrintFonts } from './print-fonts.js';
import type { PrintedLetter } from './printed-letter.js';

/** Sets replies on paper, from their approved bytes alone. */
@Injectable()
export class PrintService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
  ) {}

  /** What waits for the day's post, as far as the officer may see it. */
  waiting(officer: Officer): Promise<ToPrint[]> {
    return lettersToPrint(this.dataSource, officer);
  }

  /** One reply as a PDF. Throws {@link ReplyRefused} when it is not approved for the post. */
  async letter(replyId: string, officer: Officer): Promise<PDFKit.PDFDocument> {
    checkPrintFonts();
    return lettersPdf(this.profile, [await this.printed(replyId, officer)]);
  }

  /** Everything that waits in one PDF, after a list of it. */
  async batch(officer: Officer, language: Language): Promise<PDFKit.PDFDocument> {
    checkPrintFonts();
    const letters: PrintedLetter[] = [];
    for (const { replyId } of await this.waiting(officer)) letters.push(await this.printed(replyId, officer));
    return lettersPdf(this.profile, letters, { cover: { language, date: new Date() } });
  }

  /** A citizen's letter as another body gets it; undefined for one that the officer may not see. */
  async citizenLetter(reference: string, officer: Officer): Promise<PDFKit.PDFDocument | undefined> {
    checkPrintFonts();
    const letter = await letterByReference(this.dataSource, reference, officer);
    return letter && citizenLetterPdf(this.profile, await citizenLetter(this.dataSource, letter));
  }

  private async printed(replyId: string, officer: Officer): Promise<PrintedLetter> {
    const reply = await replyById(this.dataSource, replyId);
    const letter = reply && (await letterById(this.dataSource, reply.letterId, officer));
    const bytes = letter && (await approvedBytes(this.dataSource, replyId));
    if (!reply || !letter || !bytes || reply.route !== 'post' || hashOf(bytes) !== reply.fingerprint)
      throw new ReplyRefused('not-approved', reply);
    const content = contentOf(bytes);
    const isCover = reply.purpose === 'cover';
    return {
      content,
      registerNumber: letter.registerNumber,
      reference: letter.reference,
      statusUrl: isCover ? undefined : this.environment.publicUrl + paths.letters(content.language),
      enclosure: isCover ? await citizenLetter(this.dataSource, letter) : undefined,
      date: reply.dispatchedAt ?? new Date(),
    };
  }
}
