import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';

/** A page in pixels: red, green, blue and opacity, row by row. */
export interface Raster {
  data: Uint8Array;
  width: number;
  height: number;
}

export const MOST_PAGES = 500;
/** A page that calls itself a hundred metres wide is drawn no larger than this, in pixels. */
const MOST_PIXELS = 9_000_000;
const POINTS_PER_INCH = 72;

let library: ReturnType<typeof PDFiumLibrary.init> | undefined;

/** What cannot be opened, by its reason. */
export type Unopened = 'encrypted' | 'broken' | 'pages';

/** A PDF for drawing; only threads with limits may open what strangers made. */
export async function openPdf(bytes: Uint8Array): Promise<PDFiumDocument | Unopened> {
  const pdfium = await (library ??= PDFiumLibrary.init());
  let document: PDFiumDocument;
  try {
    document = await pdfium.loadDocument(bytes);
  } catch (error) {
    return /password|security/i.test((error as Error).message) ? 'encrypted' : 'broken';
  }
  const pages = document.getPageCount();
  if (pages > 0 && pages <= MOST_PAGES) return document;
  document.destroy();
  return pages === 0 ? 'broken' : 'pages';
}

/** Draws a page in so many dots an inch, fewer when that would be too many. */
export async function drawPage(page: PDFiumPage, dotsPerInch: number): Promise<Raster> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const wanted = dotsPerInch / POINTS_PER_INCH;
  const most = Math.sqrt(MOST_PIXELS / Math.max(1, originalWidth * originalHeight));
  const { data, width, height } = await page.render({ scale: Math.min(wanted, most), render: 'bitmap' });
  return { data, width, height };
}
