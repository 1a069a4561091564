import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { drawPage, openPdf, type Raster } from '../render-pdf.js';
import { answerQuestions } from '../../../files/thread-side.js';
import { isBlank, isSeparator } from './find-separator.js';
import type { PileEnd, PileStep } from './pile-reading.js';

/** Enough to read handwriting beside the form. */
const DOTS_PER_INCH = 110;
const QUALITY = 72;

interface Envelope {
  first: number;
  last: number;
  isBlank: boolean;
}

/** The thread in which a pile is drawn, parted at its separator sheets and split: whatever it does, the program goes on. */
answerQuestions<{ path: string }, PileStep, PileEnd>(async ({ path }, tell) => {
  const bytes = new Uint8Array(await readFile(path));
  const document = await openPdf(bytes);
  if (typeof document === 'string') return { pages: 0, remark: document };
  const envelopes: Envelope[] = [];
  let open: Envelope | undefined;
  let number = 0;
  for (const page of document.pages()) {
    number += 1;
    const drawn = await drawPage(page, DOTS_PER_INCH);
    const jpeg = await asJpeg(drawn);
    await tell({ page: { jpeg, width: drawn.width, height: drawn.height } }, [jpeg.buffer as ArrayBuffer]);
    if (await isSeparator(drawn)) open = undefined;
    else if (open) Object.assign(open, { last: number, isBlank: open.isBlank && isBlank(drawn) });
    else envelopes.push((open = { first: number, last: number, isBlank: isBlank(drawn) }));
  }
  const isWhole = envelopes.length === 1 && envelopes[0]!.first === 1 && envelopes[0]!.last === number;
  if (isWhole) {
    await tell({ envelope: { ...envelopes[0]!, pdf: undefined } });
    return { pages: number, remark: undefined };
  }
  const source = await PDFDocument.load(bytes).catch(() => undefined);
  let remark: PileEnd['remark'];
  for (const envelope of envelopes) {
    const copied = source && (await partOf(source, envelope).catch(() => undefined));
    // What only PDFium understands is kept as pictures of its pages; the pile itself stays as it came.
    if (copied === undefined) remark = 'pictures';
    const pdf = copied ?? (await picturesOf((index) => drawPage(document.getPage(index), 150), envelope));
    await tell({ envelope: { ...envelope, pdf } }, [pdf.buffer as ArrayBuffer]);
  }
  document.destroy();
  return { pages: number, remark };
});

async function asJpeg({ data, width, height }: Raster): Promise<Uint8Array<ArrayBuffer>> {
  const jpeg = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
  // Small buffers share their memory, which must not change hands with them.
  return new Uint8Array(jpeg);
}

async function partOf(source: PDFDocument, { first, last }: Envelope): Promise<Uint8Array> {
  const part = await PDFDocument.create();
  const indexes = Array.from({ length: last - first + 1 }, (_, index) => first - 1 + index);
  for (const page of await part.copyPages(source, indexes)) part.addPage(page);
  return part.save();
}

async function picturesOf(
  draw: (index: number) => Promise<Raster>,
  { first, last }: Envelope,
): Promise<Uint8Array> {
  const part = await PDFDocument.create();
  for (let index = first - 1; index < last; index += 1) {
    const drawn = await draw(index);
    const picture = await part.embedJpg(await asJpeg(drawn));
    const size: [number, number] = [(drawn.width * 72) / 150, (drawn.height * 72) / 150];
    part.addPage(size).drawImage(picture, { x: 0, y: 0, width: size[0], height: size[1] });
  }
  return part.save();
}
