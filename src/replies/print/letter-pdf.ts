import { day } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { inLanguages, type Language, textIn } from '../../script/texts.js';
import { inScript } from '../line-fields.js';
import { replyTexts } from '../reply.email.js';
import { type Block, blocksOf, type Run } from './blocks.js';
import { drawCitizenLetter } from './citizen-letter-pdf.js';
import { drawCoverList, listTexts } from './cover-list.js';
import {
  footOf,
  INK,
  letterhead,
  MM,
  newPaper,
  numberPages,
  PAGE,
  QR,
  SOFT,
  squares,
  widthOf,
} from './paper.js';
import type { PrintedLetter } from './printed-letter.js';

/** A window for a DL envelope (DIN 5008, form B): the address begins 20 mm from the left, 50 mm from the top. */
export const WINDOW = { left: 25 * MM, top: 50 * MM, width: 80 * MM, bottom: 90 * MM };

/** What the foot of a last page takes from its words: the code of squares stands partly in the margin. */
const STATUS = QR - 3 * MM;

const texts = inLanguages({ status: 'Стање писма:' }, { status: 'State of the letter:' });

/** One PDF of letters, each beginning on a page of its own; with a cover list of all of them when `cover` says so. */
export function lettersPdf(
  profile: OfficeProfile,
  letters: readonly PrintedLetter[],
  { cover }: { cover?: { language: Language; date: Date } } = {},
): PDFKit.PDFDocument {
  const [first] = letters;
  const language = cover?.language ?? first?.content.language ?? 'sr-Cyrl';
  const title = cover ? listTexts[language].cover : (first?.content.subject ?? '');
  const document = newPaper(profile, { title, language });
  if (cover) drawCoverList(document, profile, letters, cover);
  for (const letter of letters) {
    drawLetter(document, profile, letter);
    if (letter.enclosure) drawCitizenLetter(document, profile, letter.enclosure);
  }
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
  const { left } = document.page.margins;
  const width = widthOf(document);
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

function drawBlock(document: PDFKit.PDFDocument, block: Block, width: number): void {
  const left = document.page.margins.left + (block.kind === 'item' ? block.depth * 6 * MM : 0);
  const indent = left - document.page.margins.left;
  document.fontSize(11).fillColor(INK);
  // A line at the foot of the page with the rest on the next one reads badly.
  const room = footOf(document) - document.y;
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
  const closing = `${replyTexts[language].closing}\n${textIn(language, profile.department)}`;
  const names = content.attachments.map(({ name }) => name).join(', ');
  const files = names === '' ? '' : `${replyTexts[language].attachments}: ${names}`;
  document.font('regular').fontSize(11);
  const line = document.currentLineHeight(true);
  const needed =
    0.6 * line +
    document.heightOfString(closing, { width }) +
    (files === '' ? 0 : 0.8 * line + document.fontSize(9.5).heightOfString(files, { width })) +
    (statusUrl === undefined ? 0 : STATUS);
  if (footOf(document) - document.y < needed) document.addPage(PAGE);
  document.fontSize(11).moveDown(0.6).fillColor(INK).text(closing, { width });
  if (files !== '') document.moveDown(0.8).fontSize(9.5).fillColor(SOFT).text(files, { width });
  if (statusUrl !== undefined) status(document, language, { reference, statusUrl });
}

/** At the foot of the last page: where the citizen sees how the letter stands. */
function status(
  document: PDFKit.PDFDocument,
  language: Language,
  { reference, statusUrl }: { reference: string; statusUrl: string },
): void {
  const x = document.page.margins.left;
  const y = footOf(document) - STATUS + 3 * MM;
  squares(document, `${statusUrl}?reference=${reference}`, x, y);
  // The foot stands partly below the words' own margin.
  document.page.margins.bottom = 0;
  document.font('regular').fontSize(9).fillColor(SOFT);
  const beside = { width: widthOf(document) - QR - 5 * MM, lineBreak: true };
  document.text(texts[language].status, x + QR + 5 * MM, y + 4 * MM, beside);
  document.text(statusUrl.replace(/^https?:\/\//, ''), beside);
  document.font('bold').text(`${replyTexts[language].reference}: ${reference}`, beside);
  document.page.margins.bottom = PAGE.margins.bottom;
}
