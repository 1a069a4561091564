import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { calendarDay } from '../../calendar/working-days.js';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { lettersForSlips, type SlipLetter } from '../../letters/paper/paper.queries.js';
import type { Officer } from '../../letters/viewer.js';
import { checkPrintFonts } from '../../replies/print/print-fonts.js';
import { paths } from '../../web/paths.js';
import { PrivateLetterService } from '../private-letter.service.js';
import { slipsPdf } from './slip-pdf.js';

/** Slips for whoever wrote on paper and cannot be told by e-mail. */
@Injectable()
export class Slips {
  constructor(
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly dataSource: DataSource,
    private readonly letters: PrivateLetterService,
  ) {}

  /** Paper letters entered today that a slip can be posted for. */
  async ofToday(officer: Officer): Promise<SlipLetter[]> {
    const { timeZone } = this.profile;
    const enteredOn = calendarDay(new Date(), timeZone);
    const found = await lettersForSlips(this.dataSource, officer, { enteredOn, timeZone });
    // Nothing can be posted to nobody; at the counter such a slip is printed by itself.
    return found.filter(({ address }) => address.trim() !== '');
  }

  /** The slip of one letter as a PDF; undefined for one that gets none or that the officer may not see. */
  async slip(reference: string, officer: Officer): Promise<PDFKit.PDFDocument | undefined> {
    const [letter] = await lettersForSlips(this.dataSource, officer, { reference });
    return letter && this.pdf([letter]);
  }

  async pdf(letters: readonly SlipLetter[]): Promise<PDFKit.PDFDocument> {
    checkPrintFonts();
    const slips = [];
    for (const letter of letters) {
      // A slip without its number is worth little, and the number is there within a second.
      const { registerNumber } = await this.letters.withNumber(letter);
      const { language } = letter;
      const token = this.letters.tokenOf(letter, 'letter');
      slips.push({
        letter: { ...letter, registerNumber },
        statusUrl: this.environment.publicUrl + paths.letters(language),
        privateUrl: this.environment.publicUrl + paths.letter(language, token),
      });
    }
    return slipsPdf(this.profile, slips);
  }
}
