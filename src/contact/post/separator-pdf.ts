import type { OfficeProfile } from '../../config/office-profile.js';
import { SEPARATOR_SIGN } from '../../letters/paper/separator-sign.js';
import { INK, MM, newPaper, PAGE, SOFT, squares, widthOf } from '../../replies/print/paper.js';
import { inLanguages, type Language } from '../../script/texts.js';

const texts = inLanguages(
  {
    title: 'Лист за раздвајање',
    first: 'Ставите овај лист испред сваке коверте у гомили, па скенирајте све у један PDF.',
    second: 'Лист се не заводи. Употребљавајте га док је квадрат читав; може и фотокопија.',
  },
  {
    title: 'Separator sheet',
    first: 'Put this sheet before each envelope of the pile, and scan everything into one PDF.',
    second: 'The sheet is not registered. Use it as long as the square is whole; a photocopy will do.',
  },
);

/** Side of the code: found also when the sheet lies crooked, or is copied of a copy. */
const CODE = 100 * MM;

/** The sheet that parts envelopes in a pile of scans. */
export function separatorPdf(profile: OfficeProfile, language: Language): PDFKit.PDFDocument {
  const own = texts[language];
  const document = newPaper(profile, { title: own.title, language });
  document.addPage(PAGE);
  const { left, top } = document.page.margins;
  const width = widthOf(document);
  document
    .font('bold')
    .fontSize(26)
    .fillColor(INK)
    .text(own.title, left, top + 10 * MM, { width, align: 'center' });
  squares(document, SEPARATOR_SIGN, (document.page.width - CODE) / 2, 80 * MM, { width: CODE, ecc: 'H' });
  document.font('regular').fontSize(14).fillColor(INK);
  document.text(own.first, left, 200 * MM, { width, align: 'center', lineGap: 3 });
  document.moveDown(0.6).fontSize(12).fillColor(SOFT).text(own.second, { width, align: 'center' });
  document.end();
  return document;
}
