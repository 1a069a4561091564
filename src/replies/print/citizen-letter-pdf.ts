import { day } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import type { Sql } from '../../database/rows.js';
import type { LetterView, Supplement } from '../../letters/letter.view.js';
import { attachmentsOf, attachmentsWith, supplementsOf } from '../../letters/letters.queries.js';
import { fill, textIn } from '../../script/texts.js';
import { footOf, INK, MM, newPaper, numberPages, PAGE, SOFT, widthOf } from './paper.js';

/** Language of what stands around a citizen's words when they go to another state body. */
const OFFICIAL = 'sr-Cyrl';

const texts = {
  heading: 'Писмо број {number}',
  received: 'Примљено {day} {channel}, {office}.',
  channels: { web: 'преко сајта', email: 'е-поштом', post: 'поштом' },
  email: 'Е-пошта: {email}',
  phone: 'Телефон: {phone}',
  supplement: 'Допуна од {day}',
  attachments: 'Стигло уз писмо: {names}',
  wordless: 'Писмо нема текста.',
};

/** A citizen's letter for eyes outside the office. */
export interface CitizenLetter {
  letter: LetterView;
  supplements: Supplement[];
  /** Names of everything that came with it. */
  files: string[];
}

export async function citizenLetter(sql: Sql, letter: LetterView): Promise<CitizenLetter> {
  // What another address wrote is not the citizen's letter.
  const supplements = await supplementsOf(sql, letter.id, 'citizen');
  const files = attachmentsWith(await attachmentsOf(sql, letter.id), supplements).map(({ name }) => name);
  return { letter, supplements, files };
}

/** The letter alone, as a PDF that goes with a covering e-mail. */
export function citizenLetterPdf(profile: OfficeProfile, enclosed: CitizenLetter): PDFKit.PDFDocument {
  const title = fill(texts.heading, { number: enclosed.letter.registerNumber ?? '' });
  const document = newPaper(profile, { title, language: OFFICIAL });
  drawCitizenLetter(document, profile, enclosed);
  document.end();
  return document;
}

/**
 * A citizen's words exactly as stored, under who wrote them, when they came, and how to answer. For a reader in the
 * office `introduction` says before them why they are read, and `room` heads lines to write on.
 */
export function drawCitizenLetter(
  document: PDFKit.PDFDocument,
  profile: OfficeProfile,
  { letter, supplements, files }: CitizenLetter,
  { introduction, room }: { introduction?: string; room?: string } = {},
): void {
  document.addPage(PAGE);
  const firstPage = document.bufferedPageRange().count - 1;
  const heading = fill(texts.heading, { number: letter.registerNumber ?? '' });
  const options = { width: widthOf(document) };
  document.font('bold').fontSize(15).fillColor(INK).text(heading, options);
  document.font('regular').fontSize(9.5).fillColor(SOFT);
  const office = textIn(OFFICIAL, profile.name);
  const channel = texts.channels[letter.channel];
  document.text(fill(texts.received, { day: day(letter.receivedAt), channel, office }), options);
  if (introduction !== undefined)
    document.moveDown(0.6).font('italic').fontSize(12).fillColor(INK).text(introduction, options);
  document.moveDown(1);
  document.font('bold').fontSize(11).fillColor(INK).text(`${letter.name} ${letter.surname}`.trim(), options);
  document.font('regular');
  for (const line of contactLines(letter)) document.text(line, options);
  document.moveDown(1.2);
  if (letter.subject) document.font('bold').text(letter.subject, options).moveDown(0.6);
  drawWords(document, letter.message.trim() === '' ? texts.wordless : letter.message);
  for (const { message, receivedAt } of supplements) {
    document
      .moveDown(0.8)
      .font('bold')
      .text(fill(texts.supplement, { day: day(receivedAt) }), options);
    document.moveDown(0.4);
    drawWords(document, message);
  }
  if (files.length > 0) {
    document.moveDown(0.8).fontSize(9.5).fillColor(SOFT);
    document.text(fill(texts.attachments, { names: files.join(', ') }), options);
  }
  if (room !== undefined) leaveRoom(document, room);
  numberPages(document, firstPage, OFFICIAL, heading);
}

/** Lines to write on by hand, all on one page. */
function leaveRoom(document: PDFKit.PDFDocument, heading: string): void {
  const [lines, apart] = [5, 9 * MM];
  if (document.y + (lines + 1.5) * apart > footOf(document)) document.addPage(PAGE);
  const { left } = document.page.margins;
  document.moveDown(1).font('bold').fontSize(10).fillColor(SOFT).text(heading, left, document.y);
  const top = document.y;
  for (let line = 1; line <= lines; line += 1)
    document.moveTo(left, top + line * apart).lineTo(left + widthOf(document), top + line * apart);
  document.lineWidth(0.5).strokeColor(SOFT).stroke();
}

function contactLines(letter: LetterView): string[] {
  const place = `${letter.postalCode ?? ''} ${letter.municipality}`.trim();
  return [
    letter.address,
    place,
    letter.country === 'RS' ? '' : letter.country,
    letter.email === null ? '' : fill(texts.email, { email: letter.email }),
    letter.phone === null ? '' : fill(texts.phone, { phone: letter.phone }),
  ].filter((line) => line.trim() !== '');
}

/** Paragraphs as their writer parted them; line breaks inside stay. */
export function drawWords(
  document: PDFKit.PDFDocument,
  words: string,
  { size = 11, width = widthOf(document) } = {},
) {
  document.font('regular').fontSize(size).fillColor(INK);
  for (const paragraph of words.replace(/\r\n?/g, '\n').split(/\n\s*\n/)) {
    if (paragraph.trim() === '') continue;
    document.text(paragraph.replace(/^\n+|\n+$/g, ''), { width, lineGap: 2.2 });
    document.moveDown(0.6);
  }
}
