import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { OfficeProfile } from '../../config/office-profile.js';
import { postalAddress } from '../../letters/emails/plain-text.js';
import { fill, inLanguages, type Language, textIn } from '../../script/texts.js';
import { PRINT_FONTS } from './print-fonts.js';
import { drawVisibly } from './printable.js';

/** Millimetres in points. */
export const MM = 72 / 25.4;
export const BLUE = '#0c4076';
export const INK = '#1d1b18';
export const SOFT = '#57514a';
export const PAGE = {
  size: 'A4',
  margins: { top: 22 * MM, bottom: 26 * MM, left: 25 * MM, right: 20 * MM },
} as const;
/** Side of the code of squares. */
export const QR = 20 * MM;

const texts = inLanguages({ page: 'страна {page} од {pages}' }, { page: 'page {page} of {pages}' });

/** An empty document that embeds the office's faces. */
export function newPaper(
  profile: OfficeProfile,
  { title, language }: { title: string; language: Language },
): PDFKit.PDFDocument {
  const document = new PDFDocument({
    ...PAGE,
    autoFirstPage: false,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Author: textIn(language, profile.department) },
  });
  for (const [name, file] of Object.entries(PRINT_FONTS)) document.registerFont(name, file);
  drawVisibly(document);
  return document;
}

/** Width of a page between its margins. */
export const widthOf = ({ page }: PDFKit.PDFDocument) => page.width - page.margins.left - page.margins.right;

/** How far down the words of a page may go. */
export const footOf = ({ page }: PDFKit.PDFDocument) => page.height - page.margins.bottom;

export function letterhead(document: PDFKit.PDFDocument, profile: OfficeProfile, language: Language): void {
  const { left, right, top } = document.page.margins;
  const width = widthOf(document);
  document.font('bold').fontSize(15).fillColor(BLUE);
  document.text(textIn(language, profile.name), left, top, { width });
  document.font('regular').fontSize(9).fillColor(SOFT);
  document.text(`${textIn(language, profile.department)} · ${postalAddress(language, profile)}`, { width });
  const y = document.y + 2 * MM;
  document
    .moveTo(left, y)
    .lineTo(document.page.width - right, y)
    .lineWidth(1.2)
    .strokeColor(BLUE)
    .stroke();
}

/** A QR code as squares, so that it prints sharp at any size. */
export function squares(
  document: PDFKit.PDFDocument,
  text: string,
  x: number,
  y: number,
  { width = QR, ecc = 'M' }: { width?: number; ecc?: 'M' | 'H' } = {},
): void {
  const { data, size } = encode(text, { ecc, border: 0 });
  const side = width / size;
  document.fillColor('#000');
  data.forEach((row, rowIndex) =>
    row.forEach((isDark, column) => {
      if (isDark) document.rect(x + column * side, y + rowIndex * side, side, side);
    }),
  );
  document.fill();
}

/**
 * "page 2 of 3" at the foot of every page from `firstPage` on when there are several, after `before` (what the pages
 * are of) if given; such a line stands on a single page too.
 */
export function numberPages(
  document: PDFKit.PDFDocument,
  firstPage: number,
  language: Language,
  before?: string,
): void {
  const { count } = document.bufferedPageRange();
  const pages = count - firstPage;
  if (pages < 2 && before === undefined) return;
  for (let index = firstPage; index < count; index += 1) {
    document.switchToPage(index);
    const page = pages < 2 ? undefined : fill(texts[language].page, { page: index - firstPage + 1, pages });
    const { left, bottom } = document.page.margins;
    document.page.margins.bottom = 0;
    document.font('regular').fontSize(9).fillColor(SOFT);
    document.text(
      [before, page].filter((part) => part !== undefined).join(' · '),
      left,
      document.page.height - 14 * MM,
      { width: widthOf(document), align: 'right', lineBreak: false },
    );
    document.page.margins.bottom = bottom;
  }
}
