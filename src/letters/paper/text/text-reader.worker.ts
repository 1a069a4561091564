import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { drawPage, openPdf } from '../render-pdf.js';
import { answerQuestions } from '../../../files/thread-side.js';
import { recognise } from './recognise.js';
import type { TextEnd, TextQuestion, TextStep } from './text-reading.js';

/** What Tesseract was taught on. */
const DOTS_PER_INCH = 250;
/** A longer letter is found by its first pages. */
const MOST_READ = 20;
/** The longer side of a picture, in points. */
const LONGEST_SIDE = 3_000;
/** A photograph larger than this is not opened. */
const MOST_POINTS = 100_000_000;

/** The thread in which scans are read: one page after another, nothing kept of them. */
answerQuestions<TextQuestion, TextStep, TextEnd>(async ({ path, mediaType }, tell) => {
  const bytes = await readFile(path);
  if (mediaType !== 'application/pdf') {
    const picture = await sharp(bytes, { limitInputPixels: MOST_POINTS })
      .rotate()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .greyscale()
      .png({ compressionLevel: 1 })
      .toBuffer()
      .catch(() => undefined);
    if (picture === undefined) return { pages: 0, reason: 'picture' };
    await tell(await recognise(picture, DOTS_PER_INCH));
    return { pages: 1, reason: undefined };
  }
  const document = await openPdf(new Uint8Array(bytes));
  if (typeof document === 'string') return { pages: 0, reason: document };
  const pages = document.getPageCount();
  for (let index = 0; index < Math.min(pages, MOST_READ); index += 1) {
    const { data, width, height } = await drawPage(document.getPage(index), DOTS_PER_INCH);
    const picture = await sharp(data, { raw: { width, height, channels: 4 } })
      .flatten({ background: '#fff' })
      .greyscale()
      .png({ compressionLevel: 1 })
      .toBuffer();
    await tell(await recognise(picture, DOTS_PER_INCH));
  }
  document.destroy();
  return { pages, reason: pages > MOST_READ ? 'cut' : undefined };
});
