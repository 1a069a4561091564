import { day, dayInWords } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import type { SlipLetter } from '../../letters/paper/paper.queries.js';
import { inScript } from '../../replies/line-fields.js';
import { WINDOW } from '../../replies/print/letter-pdf.js';
import { INK, letterhead, MM, newPaper, PAGE, SOFT, squares, widthOf } from '../../replies/print/paper.js';
import { recipientOf } from '../../replies/recipient.js';
import { fill, textIn } from '../../script/texts.js';
import { slipTexts } from './slip.texts.js';

export interface Slip {
  letter: SlipLetter;
  /** Where anybody asks with reference and surname. */
  statusUrl: string;
  /** The writer's own page. */
  privateUrl: string;
}

/** Side of the code of squares: a private link is long, and old telephones look at it. */
const CODE = 36 * MM;

/** A page a letter, folded so that the address stands in the envelope's window. */
export function slipsPdf(profile: OfficeProfile, slips: readonly Slip[]): PDFKit.PDFDocument {
  const language = slips[0]?.letter.language ?? 'sr-Cyrl';
  const document = newPaper(profile, { title: slipTexts[language].title, language });
  for (const slip of slips) drawSlip(document, profile, slip);
  document.end();
  return document;
}

function drawSlip(document: PDFKit.PDFDocument, profile: OfficeProfile, slip: Slip): void {
  const { letter, statusUrl, privateUrl } = slip;
  const { language } = letter;
  const texts = slipTexts[language];
  document.addPage(PAGE);
  letterhead(document, profile, language);
  const { left } = document.page.margins;
  const width = widthOf(document);
  const recipient = recipientOf(letter, 'post') ?? `${letter.name} ${letter.surname}`.trim();
  document.font('regular').fontSize(11).fillColor(INK);
  document.text(inScript(recipient, language), WINDOW.left, WINDOW.top, {
    ...{ width: WINDOW.width, height: WINDOW.bottom - WINDOW.top, ellipsis: true },
  });
  document.fontSize(10).fillColor(SOFT);
  document.text(
    `${textIn(language, profile.address.city)}, ${day(letter.receivedAt)}`,
    left,
    WINDOW.bottom + 5 * MM,
    {
      ...{ width, align: 'right' },
    },
  );
  document.moveDown(1);
  document.font('bold').fontSize(15).fillColor(INK).text(texts.title, left, document.y, { width });
  document.moveDown(0.6);
  const arrived = dayInWords(letter.arrivedOn);
  document
    .font('regular')
    .fontSize(11)
    .text(fill(texts.intro, { day: arrived }), { width, lineGap: 2.2 });
  document.moveDown(0.8);
  stamp(document, [
    [texts.reference, letter.reference],
    [texts.register, letter.registerNumber ?? ''],
    [texts.arrived, arrived],
  ]);
  const words = { width, lineGap: 2.2 };
  document.font('regular').fontSize(11).fillColor(INK);
  const aim = letter.dueOn === null ? '' : ` ${fill(texts.aim, { day: day(letter.dueOn) })}`;
  document.text(
    letter.state === 'details_needed' ? texts.details : `${texts.reading}${aim} ${texts.forwarding}`,
    words,
  );
  document.moveDown(1.2);
  waysOn(document, { status: fill(texts.status, { address: short(statusUrl) }), own: texts.own, privateUrl });
}

/** Both numbers and the day in one frame, as on the page and in the e-mail. */
function stamp(document: PDFKit.PDFDocument, cells: [string, string][]): void {
  const { left } = document.page.margins;
  const top = document.y;
  const [height, width] = [16 * MM, widthOf(document) / cells.length];
  cells.forEach(([term, value], index) => {
    const x = left + index * width;
    document.rect(x, top, width, height).lineWidth(0.8).strokeColor('#0c4076').stroke();
    document.font('regular').fontSize(9).fillColor(SOFT);
    document.text(term, x + 3 * MM, top + 3 * MM, { width: width - 6 * MM });
    document.font('bold').fontSize(14).fillColor(INK);
    document.text(value, x + 3 * MM, top + 7.5 * MM, { width: width - 6 * MM, lineBreak: false });
  });
  document.x = left;
  document.y = top + height + 6 * MM;
}

/** The code of squares, and beside it in words where it leads and what to do without it. */
function waysOn(
  document: PDFKit.PDFDocument,
  { status, own, privateUrl }: { status: string; own: string; privateUrl: string },
): void {
  const { left } = document.page.margins;
  const top = document.y;
  squares(document, privateUrl, left, top, { width: CODE });
  const x = left + CODE + 6 * MM;
  const width = widthOf(document) - CODE - 6 * MM;
  document.font('regular').fontSize(10.5).fillColor(INK).text(status, x, top, { width, lineGap: 1.5 });
  document.moveDown(0.5).text(own, { width, lineGap: 1.5 });
  document.moveDown(0.5).fontSize(8.5).fillColor(SOFT).text(privateUrl, { width });
}

const short = (url: string) => url.replace(/^https?:\/\//, '');
