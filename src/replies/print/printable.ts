/** What stands on paper for a sign that its face cannot draw: a reader sees that there was something. */
const UNDRAWN = '[?]';

const graphemes = new Intl.Segmenter('sr', { granularity: 'grapheme' });
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{Zs}\p{Mn}]$/u;

/**
 * Makes the document draw a visible mark for every sign that its current face lacks (emoji, Hebrew, Chinese, …), which
 * would otherwise leave nothing on the paper. The office keeps the words as they were written.
 */
export function drawVisibly(document: PDFKit.PDFDocument): void {
  const draw = document.text.bind(document) as (text: string, ...rest: unknown[]) => PDFKit.PDFDocument;
  const text = (words: string, ...rest: unknown[]) => draw(printable(words, faceOf(document)), ...rest);
  document.text = text as typeof document.text;
}

/** The words with a mark for each sign, composed ones as a whole, of which the face lacks a part. */
export function printable(words: string, hasGlyph: (codePoint: number) => boolean): string {
  let result = '';
  for (const { segment } of graphemes.segment(words)) {
    const isDrawn = [...segment].every((sign) => INVISIBLE.test(sign) || hasGlyph(sign.codePointAt(0)!));
    if (isDrawn) result += segment;
    else if (!result.endsWith(UNDRAWN)) result += UNDRAWN;
  }
  return result;
}

/** The face that PDFKit has in hand; its type leaves the face out. */
function faceOf(document: PDFKit.PDFDocument): (codePoint: number) => boolean {
  const { font } = (
    document as unknown as { _font: { font: { hasGlyphForCodePoint?(codePoint: number): boolean } } }
  )._font;
  return (codePoint) => font.hasGlyphForCodePoint?.(codePoint) ?? true;
}
