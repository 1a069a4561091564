import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { SEPARATOR_SIGN } from '../../../src/letters/paper/separator-sign.js';
import { PRINT_FONTS } from '../../../src/replies/print/print-fonts.js';

/** A page of a pile: its words, a separator sheet, or nothing. */
export type PileFilePage = string | 'SEPARATOR' | '';

/** A PDF as a scanner makes it of a pile; `userPassword` locks it. */
export function pilePdf(
  pages: readonly PileFilePage[],
  options: { userPassword?: string; sign?: string } = {},
): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false, ...options });
  document.registerFont('face', PRINT_FONTS.regular);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const page of pages) {
    document.addPage();
    if (page === 'SEPARATOR') drawSign(document, options.sign ?? SEPARATOR_SIGN);
    else document.font('face').fontSize(14).text(page, 70, 90, { width: 440 });
  }
  document.end();
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
}

/** Turned a little, as sheets lie in a scanner. */
function drawSign(document: PDFKit.PDFDocument, sign: string): void {
  const { data, size } = encode(sign, { ecc: 'H', border: 0 });
  const side = 260 / size;
  document.save().rotate(4, { origin: [300, 400] });
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (isDark) document.rect(160 + x * side, 260 + y * side, side + 0.05, side + 0.05);
    }),
  );
  document.fill('#000').restore();
}
