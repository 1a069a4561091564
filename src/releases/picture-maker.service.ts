import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import sharp, { type Metadata } from 'sharp';
import { FileRefused, StorageUnavailable } from '../files/file-refused.js';
import { FilesService } from '../files/files.service.js';
import type { PictureVariant } from './pictures.queries.js';

/** Largest file and largest picture that are taken. */
export const PICTURE_BYTES = 30 * 1024 * 1024;
export const MOST_PIXELS = 60_000_000;
/** Widths that browsers may choose from; the widest is also what is sent where no choice is made. */
const WIDTHS = [480, 960, 1600];
const FORMATS = ['avif', 'webp'] as const;
const TYPES = ['image/jpeg', 'image/png'];

// Pictures are few and memory is shared with everything else: one at a time, and nothing kept between them.
sharp.concurrency(1);
sharp.cache(false);

/** A picture as readers get it, and the file that it was made of. */
export interface MadePicture {
  /** Turned upright, at most as wide as a page, without the camera's notes. */
  sha256: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  variants: PictureVariant[];
  /** The file as it was given; it never leaves the office. */
  original: string;
  /** The giver's name for it. */
  name: string;
}

/** Every file of a picture, by its hash. */
export const filesOf = ({ original, sha256, variants }: MadePicture): string[] => [
  ...new Set([original, sha256, ...variants.map((variant) => variant.sha256)]),
];

/** Why a picture is not taken. */
export type PictureRefusal = 'too-big' | 'no-picture' | 'too-many-pixels' | 'broken-picture' | 'empty';

export class PictureRefused extends Error {
  constructor(readonly code: PictureRefusal) {
    super(`A picture was refused: ${code}.`);
    this.name = 'PictureRefused';
  }
}

/** Keeps a picture as it was uploaded, and makes what readers get of it: upright, bounded, without the camera's notes. */
@Injectable()
export class PictureMaker {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly files: FilesService) {}

  /** Throws {@link PictureRefused}; reads the stream to its end even then. */
  async make(stream: Readable, name: string): Promise<MadePicture> {
    const original = await this.files.keep(stream, { name, limitBytes: PICTURE_BYTES }).catch(refuse);
    if (!TYPES.includes(original.mediaType)) throw new PictureRefused('no-picture');
    const path = this.files.pathOf(original.sha256);
    const { hasAlpha } = await this.look(path);
    const made = this.#last.then(() => this.variants(path, hasAlpha === true));
    this.#last = made.catch(() => undefined);
    return { ...(await made), original: original.sha256, name: original.name };
  }

  /** Throws {@link PictureRefused} where a file's head says that it is none that we take. */
  async look(path: string): Promise<Metadata> {
    // The head alone is read for this: a picture of a gigabyte of pixels is refused before one of them is unpacked.
    const head = await sharp(path, { limitInputPixels: false })
      .metadata()
      .catch((): never => {
        throw new PictureRefused('broken-picture');
      });
    if (head.format !== 'jpeg' && head.format !== 'png') throw new PictureRefused('no-picture');
    if (head.width * head.height > MOST_PIXELS) throw new PictureRefused('too-many-pixels');
    return head;
  }

  /** What lets the ground through stays PNG; photographs become JPEG. */
  private async variants(path: string, isPng: boolean) {
    try {
      const upright = sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient();
      const widest = { width: WIDTHS.at(-1)!, withoutEnlargement: true };
      // Made from one bounded picture, so that the large one is unpacked once.
      const base = await upright.resize(widest).png({ compressionLevel: 1 }).toBuffer();
      const shown = sharp(base);
      const main = await (isPng ? shown.png() : shown.jpeg({ quality: 82, mozjpeg: true })).toBuffer({
        resolveWithObject: true,
      });
      const { width, height } = main.info;
      const mediaType = isPng ? 'image/png' : 'image/jpeg';
      const { sha256, size } = await this.keep(main.data, mediaType);
      const variants: PictureVariant[] = [];
      for (const format of FORMATS)
        for (const each of widthsFor(width)) {
          // More effort takes two to three times as long for pictures of the same size.
          const resized = sharp(base).resize({ width: each });
          const data = await (
            format === 'avif' ? resized.avif({ quality: 55, effort: 1 }) : resized.webp({ quality: 80 })
          ).toBuffer();
          const kept = await this.keep(data, `image/${format}`);
          variants.push({ mediaType: kept.mediaType, width: each, sha256: kept.sha256, size: kept.size });
        }
      return { sha256, mediaType, size, width, height, variants };
    } catch (error) {
      if (error instanceof StorageUnavailable) throw error;
      throw new PictureRefused('broken-picture');
    }
  }

  private keep(data: Buffer, mediaType: string) {
    return this.files.keepOwn(data, { name: `picture.${mediaType.slice('image/'.length)}`, mediaType });
  }
}

/** The usual widths below the picture's own, and its own. */
const widthsFor = (width: number) => [...WIDTHS.filter((each) => each < width), width];

function refuse(error: unknown): never {
  if (!(error instanceof FileRefused)) throw error;
  throw new PictureRefused(error.code === 'too-big' || error.code === 'empty' ? error.code : 'no-picture');
}
