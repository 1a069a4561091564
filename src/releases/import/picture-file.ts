import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { imageSize } from 'image-size';
import type { FilesService } from '../../files/files.service.js';
import type { NewReleasePicture } from '../new-release.js';
import type { FoundPicture } from './found-release.js';

const MOST_BYTES = 30 * 1024 * 1024;
const MOST_PIXELS = 60_000_000;
/** Values of EXIF's orientation from which on the picture lies on its side. */
const ON_ITS_SIDE = 5;

/** A picture that cannot be taken, in a sentence. */
export class PictureFlaw extends Error {}

/** How large a picture is as it is shown, in pixels. Throws {@link PictureFlaw}. */
export async function measurePicture({ path }: FoundPicture): Promise<{ width: number; height: number }> {
  // A link that leads out of the folder could publish any file of the machine.
  if ((await realpath(path).catch(() => undefined)) !== path)
    throw new PictureFlaw(`There is no picture ${basename(path)}.`);
  if ((await stat(path)).size > MOST_BYTES)
    throw new PictureFlaw(`The picture ${basename(path)} is larger than ${MOST_BYTES / 1024 / 1024} MB.`);
  const { width, height, orientation = 1 } = sizeOf(await readFile(path), path);
  if (width * height > MOST_PIXELS)
    throw new PictureFlaw(`The picture ${basename(path)} has more than ${MOST_PIXELS / 1e6} million pixels.`);
  return orientation >= ON_ITS_SIDE ? { width: height, height: width } : { width, height };
}

/** Keeps the file and gives the picture as a release takes it. Throws {@link PictureFlaw}. */
export async function keepPicture(files: FilesService, picture: FoundPicture): Promise<NewReleasePicture> {
  const { width, height } = await measurePicture(picture);
  const file = await files.keep(createReadStream(picture.path), {
    name: basename(picture.path),
    limitBytes: MOST_BYTES,
  });
  return { file, width, height, credit: picture.credit, alt: picture.alt };
}

function sizeOf(bytes: Buffer, path: string) {
  try {
    return imageSize(bytes);
  } catch {
    throw new PictureFlaw(`${basename(path)} is not a picture.`);
  }
}
