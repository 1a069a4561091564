import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Raster } from '../render-pdf.js';
import { SEPARATOR_SIGN } from '../separator-sign.js';

let prepared: Promise<unknown> | undefined;

/** The library would fetch its program from a stranger's server; ours lies beside it. */
const prepare = async () => {
  const program = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = new Uint8Array(await readFile(program)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
};

/** Whether a page is a separator sheet, however it lay in the scanner. */
export async function isSeparator({ data, width, height }: Raster): Promise<boolean> {
  await (prepared ??= prepare());
  const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' as const };
  const found = await readBarcodes(image as ImageData, {
    ...{ formats: ['QRCode'], tryHarder: true, tryRotate: true, maxNumberOfSymbols: 4 },
  });
  return found.some(({ text }) => text === SEPARATOR_SIGN);
}

/** Ink on less of a page than this is dust. */
const DUST = 0.0001;
const DARK = 150;

/** Whether a page holds nothing that an eye would see: every fourth point is looked at. */
export function isBlank({ data }: Raster): boolean {
  let dark = 0;
  for (let at = 0; at < data.length; at += 16)
    if (data[at]! + data[at + 1]! + data[at + 2]! < 3 * DARK) dark += 1;
  return dark < (data.length / 16) * DUST;
}
