import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { day } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { postalAddress } from '../../letters/emails/plain-text.js';
import { fill, inLanguages, type Language, textIn } from '../../script/texts.js';
import { inScript } from '../line-fields.js';
import { replyTexts } from '../reply.email.js';
import type { ReplyContent } from '../reply.js';
import { type Block, blocksOf, type Run } from './blocks.js';
import { PRINT_FONTS } from './print-fonts.js';

/** Millimetres in points. */
const MM = 72 / 25.4;
const BLUE = '#0c4076';
const INK = '#1d1b18';
const SOFT = '#57514a';
/** A4 with a window for a DL envelope (DIN 5008, form B): the address begins 20 mm from the left, 50 mm from the top. */
const PAGE = {
  size: 'A4',
  margins: { top: 22 * MM, bottom: 26 * MM, left: 25 * MM, right: 20 * MM },
} as const;
const WINDOW = { left: 25 * MM, top: 50 * MM, width: 80 * MM, bottom: 90 * MM };
const QR = 20 * MM;

const texts = inLanguages(
  {
    page: 'страна {page} од {pages}',
    status: 'Стање писма и овај одговор:',
    cover: 'Писма за пошту',
    coverOf: 'Одштампано {day} Писама: {count}.',
    number: 'Број',
    reference: 'Шифра',
    recipient: 'Прималац',
    posted: 'Предато пошти',
  },
  {
    page: 'page {page} of {pages}',
    status: 'State of the letter, and this answer:',
    cover: 'Letters for the post',
    coverOf: 'Printed {day} Letters: {count}.',
    number: 'Number',
    reference: 'Reference',
    recipient: 'Recipient',
    posted: 'Handed to the post',
  },
);

/** A letter for paper: what was approved, and its numbers. */
export interface PrintedLetter {
  content: ReplyContent;
  registerNumber: string | null;
  reference: string;
  /** Where the citizen sees how the letter stands; the code of squares leads there with the reference filled in. */
  statusUrl: string;
  date: Date;
}

/** One PDF of letters, each beginning on a page of its own; with a cover list of all of them when `cover` says so. */
export function lettersPdf(
  profile: OfficeProfile,
  letters: readonly PrintedLetter[],
  { cover }: { cover?: { language: Language; date: Date } } = {},
): PDFKit.PDFDocument {
  const first = letters[0];
  const document = new PDFDocument({
    ...PAGE,
    autoFirstPage: false,
    bufferPages: true,
    lang: first?.content.language ?? cover?.language ?? 'sr-Cyrl',
    displayTitle: true,
    info: {
      Title: cover ? texts[cover.language].cover : (first?.content.subject ?? ''),
      Author: textIn(first?.content.language ?? 'sr-Cyrl', profile.department),
    },
  });
  for (const [name, file] of Object.entries(PRINT_FONTS)) document.registerFont(name, file);
  if (cover) drawCover(document, profile, letters, cover);
  for (const letter of letters) drawLetter(document, profile, letter);
  document.end();
  return document;
}

function drawLetter(document: PDFKit.PDFDocument, profile: OfficeProfile, letter: PrintedLetter): void {
  const { content } = letter;
  const { language } = content;
  const own = replyTexts[language];
  document.addPage(PAGE);
  const firstPage = document.bufferedPageRange().count - 1;
  letterhead(document, profile, language);

  document.font('regular').fontSize(11).fillColor(INK);
  document.text(inScript(content.recipient, language), WINDOW.left, WINDOW.top, {
    width: WINDOW.width,
    height: WINDOW.bottom - WINDOW.top,
    ellipsis: true,
  });
  const { left, right } = document.page.margins;
  const width = document.page.width - left - right;
  document.fontSize(10).fillColor(SOFT);
  document.text(`${own.number}: ${letter.registerNumber ?? letter.reference}`, left, WINDOW.bottom + 5 * MM, {
    width,
  });
  document.moveUp();
  document.text(`${textIn(language, profile.address.city)}, ${day(letter.date)}`, { width, align: 'right' });
  document.moveDown(1.4);
  document.font('bold').fontSize(11.5).fillColor(INK).text(content.subject, left, document.y, { width });
  document.moveDown(0.9);
  document.font('regular').text(`${content.salutation},`, { width });
  document.moveDown(0.7);
  for (const block of blocksOf(content.body)) drawBlock(document, block, width);
  ending(document, profile, letter, width);
  numberPages(document, firstPage, language);
}

function letterhead(document: PDFKit.PDFDocument, profile: OfficeProfile, language: Language): void {
  const { left, right, top } = document.page.margins;
  const width = document.page.width - left - right;
  document
    .font('bold')
    .fontSize(15)
    .fillColor(BLUE)
    .text(textIn(language, profile.name), left, top, { width });
  document
    .font('regular')
    .fontSize(9)
    .fillColor(SOFT)
    .text(`${textIn(language, profile.department)} · ${postalAddress(language, profile)}`, { width });
  const y = document.y + 2 * MM;
  document
    .moveTo(left, y)
    .lineTo(document.page.width - right, y)
    .lineWidth(1.2)
    .strokeColor(BLUE)
    .stroke();
}

function drawBlock(document: PDFKit.PDFDocument, block: Block, width: number): void {
  const left = document.page.margins.left + (block.kind === 'item' ? block.depth * 6 * MM : 0);
  const indent = left - document.page.margins.left;
  document.fontSize(11).fillColor(INK);
  // A line at the foot of the page with the rest on the next one reads badly.
  const room = document.page.height - document.page.margins.bottom - document.y;
  if (room < 2.5 * document.currentLineHeight(true)) document.addPage(PAGE);
  if (block.mark !== undefined) {
    const { y } = document;
    document.font('regular').text(block.mark, left - 5 * MM, y, { width: 5 * MM, lineBreak: false });
    document.y = y;
  }
  document.x = left;
  const options = { width: width - indent, lineGap: 2.2 };
  block.runs.forEach((run, index) => {
    const isLast = index === block.runs.length - 1;
    document.font(faceOf(run, block)).text(run.text, { ...options, continued: !isLast });
  });
  document.x = document.page.margins.left;
  document.moveDown(block.kind === 'item' ? 0.25 : 0.6);
}

function faceOf(run: Run, { kind }: Block): string {
  if (run.bold || kind === 'heading') return 'bold';
  return run.italic ? 'italic' : 'regular';
}

function ending(
  document: PDFKit.PDFDocument,
  profile: OfficeProfile,
  { content, reference, statusUrl }: PrintedLetter,
  width: number,
): void {
  const { language } = content;
  const needed = QR + 30 * MM;
  if (document.page.height - document.page.margins.bottom - document.y < needed) document.addPage(PAGE);
  document.moveDown(0.6);
  document.font('regular').fontSize(11).fillColor(INK).text(replyTexts[language].closing, { width });
  document.text(textIn(language, profile.department), { width });
  if (content.attachments.length > 0) {
    document.moveDown(0.8).fontSize(9.5).fillColor(SOFT);
    document.text(
      `${replyTexts[language].attachments}: ${content.attachments.map(({ name }) => name).join(', ')}`,
      { width },
    );
  }
  const x = document.page.margins.left;
  const y = document.page.height - document.page.margins.bottom - QR + 6 * MM;
  squares(document, `${statusUrl}?reference=${reference}`, x, y);
  // The foot stands partly below the words' own margin.
  document.page.margins.bottom = 0;
  document.font('regular').fontSize(9).fillColor(SOFT);
  const beside = { width: width - QR - 5 * MM, lineBreak: true };
  document.text(texts[language].status, x + QR + 5 * MM, y + 4 * MM, beside);
  document.text(statusUrl.replace(/^https?:\/\//, ''), beside);
  document.font('bold').text(`${replyTexts[language].reference}: ${reference}`, beside);
  document.page.margins.bottom = PAGE.margins.bottom;
}

/** A QR code as squares, so that it prints sharp at any size. */
function squares(document: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const side = QR / size;
  document.fillColor('#000');
  data.forEach((row, rowIndex) =>
    row.forEach((isDark, column) => {
      if (isDark) document.rect(x + column * side, y + rowIndex * side, side, side);
    }),
  );
  document.fill();
}

/** "page 2 of 3" at the foot of every page after a letter's first, and on the first when there are more. */
function numberPages(document: PDFKit.PDFDocument, firstPage: number, language: Language): void {
  const { count } = document.bufferedPageRange();
  const pages = count - firstPage;
  if (pages < 2) return;
  for (let index = firstPage; index < count; index += 1) {
    document.switchToPage(index);
    const { left, right, bottom } = document.page.margins;
    document.page.margins.bottom = 0;
    document
      .font('regular')
      .fontSize(9)
      .fillColor(SOFT)
      .text(
        fill(texts[language].page, { page: index - firstPage + 1, pages }),
        left,
        document.page.height - 14 * MM,
        {
          ...{ width: document.page.width - left - right, align: 'right', lineBreak: false },
        },
      );
    document.page.margins.bottom = bottom;
  }
}

function drawCover(
  document: PDFKit.PDFDocument,
  profile: OfficeProfile,
  letters: readonly PrintedLetter[],
  { language, date }: { language: Language; date: Date },
): void {
  const own = texts[language];
  document.addPage(PAGE);
  letterhead(document, profile, language);
  const { left, right } = document.page.margins;
  const width = document.page.width - left - right;
  document
    .font('bold')
    .fontSize(15)
    .fillColor(INK)
    .text(own.cover, left, 45 * MM, { width });
  document
    .font('regular')
    .fontSize(10)
    .text(fill(own.coverOf, { day: day(date), count: letters.length }), { width });
  document.moveDown(1);
  const columns = [8 * MM, 32 * MM, 28 * MM, width - 68 * MM];
  const row = (cells: string[], face: 'bold' | 'regular') => {
    document.font(face).fontSize(9.5).fillColor(INK);
    const height = Math.max(
      ...cells.map((cell, at) => document.heightOfString(cell, { width: columns[at]! })),
    );
    if (document.y + height > document.page.height - document.page.margins.bottom) document.addPage(PAGE);
    const { y } = document;
    let x = left;
    cells.forEach((cell, at) => {
      document.text(cell, x, y, { width: columns[at]! - 2 * MM });
      x += columns[at]!;
    });
    document.y = y + height + 1.5 * MM;
    document.x = left;
  };
  row(['', own.number, own.reference, own.recipient], 'bold');
  letters.forEach(({ registerNumber, reference, content }, index) =>
    row(
      [
        `${index + 1}.`,
        registerNumber ?? '',
        reference,
        inScript(content.recipient, language).replaceAll('\n', ', '),
      ],
      'regular',
    ),
  );
  document.moveDown(2).font('regular').fontSize(10).fillColor(SOFT);
  document.text(`${own.posted}: ______________________`, left, document.y, { width });
}
