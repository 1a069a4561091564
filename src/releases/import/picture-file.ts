import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { NewReleasePicture } from '../new-release.js';
import {
  MOST_PIXELS,
  PICTURE_BYTES,
  type PictureMaker,
  type PictureRefusal,
  PictureRefused,
} from '../picture-maker.service.js';
import type { FoundPicture } from './found-release.js';

/** A picture that cannot be taken, in a sentence. */
export class PictureFlaw extends Error {}

/** Looks whether a picture can be taken, without making anything of it. Throws {@link PictureFlaw}. */
export async function checkPicture(pictures: PictureMaker, { path }: FoundPicture): Promise<void> {
  // A link that leads out of the folder could publish any file of the machine.
  if ((await realpath(path).catch(() => undefined)) !== path)
    throw new PictureFlaw(`There is no picture ${basename(path)}.`);
  if ((await stat(path)).size > PICTURE_BYTES) throw flawOf(path, 'too-big');
  await pictures.look(path).catch((error: unknown) => refuse(path, error));
}

/** Keeps the file and makes of it what readers get, as of an uploaded one. Throws {@link PictureFlaw}. */
export async function makePicture(pictures: PictureMaker, picture: FoundPicture): Promise<NewReleasePicture> {
  await checkPicture(pictures, picture);
  const { path, credit, alt } = picture;
  const made = await pictures
    .make(createReadStream(path), basename(path))
    .catch((error: unknown) => refuse(path, error));
  return { ...made, credit, alt };
}

function refuse(path: string, error: unknown): never {
  throw error instanceof PictureRefused ? flawOf(path, error.code) : error;
}

function flawOf(path: string, code: PictureRefusal): PictureFlaw {
  const name = basename(path);
  const sentences: Record<PictureRefusal, string> = {
    'too-big': `The picture ${name} is larger than ${PICTURE_BYTES / 1024 / 1024} MB.`,
    'too-many-pixels': `The picture ${name} has more than ${MOST_PIXELS / 1e6} million pixels.`,
    'no-picture': `${name} is no JPEG or PNG.`,
    'broken-picture': `${name} is not a picture, or a damaged one.`,
    empty: `The picture ${name} is empty.`,
  };
  return new PictureFlaw(sentences[code]);
}
