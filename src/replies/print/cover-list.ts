import { day } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { fill, inLanguages, type Language } from '../../script/texts.js';
import { inScript } from '../line-fields.js';
import { replyTexts } from '../reply.email.js';
import { footOf, INK, letterhead, MM, PAGE, SOFT, widthOf } from './paper.js';
import type { PrintedLetter } from './printed-letter.js';

export const listTexts = inLanguages(
  {
    cover: 'Писма за пошту',
    coverOf: 'Одштампано {day} Писама: {count}.',
    reference: 'Шифра',
    recipient: 'Прималац',
    posted: 'Предато пошти',
    enclosed: 'уз допис иду: {names}',
  },
  {
    cover: 'Letters for the post',
    coverOf: 'Printed {day} Letters: {count}.',
    reference: 'Reference',
    recipient: 'Recipient',
    posted: 'Handed to the post',
    enclosed: 'goes with it: {names}',
  },
);

/** Before the day's letters: a list of them, to be ticked and signed at the post. */
export function drawCoverList(
  document: PDFKit.PDFDocument,
  profile: OfficeProfile,
  letters: readonly PrintedLetter[],
  { language, date }: { language: Language; date: Date },
): void {
  const own = listTexts[language];
  document.addPage(PAGE);
  letterhead(document, profile, language);
  const { left } = document.page.margins;
  const width = widthOf(document);
  document
    .font('bold')
    .fontSize(15)
    .fillColor(INK)
    .text(own.cover, left, 45 * MM, { width });
  document.font('regular').fontSize(10);
  document.text(fill(own.coverOf, { day: day(date), count: letters.length }), { width });
  document.moveDown(1);
  const columns = [8 * MM, 32 * MM, 28 * MM, width - 68 * MM];
  const row = (cells: string[], face: 'bold' | 'regular') => {
    document.font(face).fontSize(9.5).fillColor(INK);
    const height = Math.max(
      ...cells.map((cell, at) => document.heightOfString(cell, { width: columns[at]! - 2 * MM })),
    );
    if (document.y + height > footOf(document)) document.addPage(PAGE);
    const { y } = document;
    let x = left;
    cells.forEach((cell, at) => {
      document.text(cell, x, y, { width: columns[at]! - 2 * MM });
      x += columns[at]!;
    });
    document.y = y + height + 1.5 * MM;
    document.x = left;
  };
  row(['', replyTexts[language].number, own.reference, own.recipient], 'bold');
  letters.forEach((letter, index) => {
    const { registerNumber, reference, content, enclosure } = letter;
    const recipient = inScript(content.recipient, language).replaceAll('\n', ', ');
    const names = content.attachments.map(({ name }) => name).join(', ');
    const along = enclosure && names !== '' ? `\n${fill(own.enclosed, { names })}` : '';
    row([`${index + 1}.`, registerNumber ?? '', reference, recipient + along], 'regular');
  });
  if (document.y + 20 * MM > footOf(document)) document.addPage(PAGE);
  document.moveDown(2).font('regular').fontSize(10).fillColor(SOFT);
  document.text(`${own.posted}: ______________________`, left, document.y, { width });
}
