import { day, dayInWords } from '../../calendar/dates.js';
import { OfficeProfile } from '../../config/office-profile.js';
import type { CalendarDay } from '../../calendar/working-days.js';
import { fill } from '../../script/texts.js';
import { type CitizenLetter, drawCitizenLetter } from '../../replies/print/citizen-letter-pdf.js';
import { INK, letterhead, MM, newPaper, PAGE, SOFT, widthOf } from '../../replies/print/paper.js';
import { readingListTexts } from './reading-list.texts.js';

/** The head of state reads Cyrillic, whatever the officer's page is in. */
const LANGUAGE = 'sr-Cyrl';

/** The list on its first page, then each letter on pages of its own, with room to write on. */
export function readingListPdf(
  profile: OfficeProfile,
  letters: readonly (CitizenLetter & { introduction: string })[],
  date: CalendarDay,
): PDFKit.PDFDocument {
  const texts = readingListTexts[LANGUAGE];
  const title = fill(texts.titleOf, { day: dayInWords(date) });
  const document = newPaper(profile, { title, language: LANGUAGE });
  document.addPage(PAGE);
  letterhead(document, profile, LANGUAGE);
  const { left } = document.page.margins;
  const width = widthOf(document);
  document
    .font('bold')
    .fontSize(18)
    .fillColor(INK)
    .text(title, left, 48 * MM, { width });
  document.moveDown(1);
  letters.forEach(({ letter, introduction }, index) => {
    const indent = 9 * MM;
    const { y } = document;
    document
      .font('bold')
      .fontSize(12)
      .fillColor(INK)
      .text(`${index + 1}.`, left, y, { width: indent });
    const options = { width: width - indent };
    document.text(`${letter.name} ${letter.surname}`.trim(), left + indent, y, options);
    document.font('regular').fontSize(9.5).fillColor(SOFT);
    const facts = [letter.municipality, letter.registerNumber ?? letter.reference, day(letter.receivedAt)];
    document.text(facts.filter((fact) => fact !== '').join(' · '), options);
    document.font('italic').fontSize(11.5).fillColor(INK).text(introduction, options);
    document.moveDown(0.7);
  });
  for (const { introduction, ...letter } of letters)
    drawCitizenLetter(document, profile, letter, { introduction, room: texts.annotation });
  document.end();
  return document;
}
