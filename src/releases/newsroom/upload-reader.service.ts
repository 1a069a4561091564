import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FileRefused, StorageUnavailable } from '../../files/file-refused.js';
import { FilesService } from '../../files/files.service.js';
import type { Language } from '../../script/texts.js';
import { Problem } from '../../web/problem.js';
import type { ReleaseAttachment } from '../extras.queries.js';
import { PICTURE_BYTES, PictureMaker, PictureRefused } from '../picture-maker.service.js';
import type { ContentPicture } from './content.js';
import { problemTexts } from './problem.texts.js';

/** Whoever adds a picture describes it on the page. */
const NO_WORDS = { creditSr: '', creditEn: '', altSr: '', altEn: '' };
const ATTACHMENT_BYTES = 10 * 1024 * 1024;

/** Files above their limit are still read to their end, so that the words beside them are not lost. */
const LIMITS = { fieldSize: 512 * 1024, fields: 80, fileSize: 4 * PICTURE_BYTES, files: 4, parts: 100 };

export interface Upload {
  /** The words of the form that the file came with. */
  fields: Record<string, string>;
  picture?: ContentPicture;
  attachment?: ReleaseAttachment;
  /** Why the file was not taken, as a sentence. */
  refused?: string;
}

/** Reads the writer's form when a file comes with it: the words are kept whatever becomes of the file. */
@Injectable()
export class UploadReader {
  constructor(
    private readonly files: FilesService,
    private readonly pictures: PictureMaker,
  ) {}

  async read(request: FastifyRequest, kind: 'pictures' | 'attachments', language: Language): Promise<Upload> {
    const texts = problemTexts[language];
    const upload: Upload = { fields: {}, refused: texts.noFile };
    if (!request.isMultipart()) throw new Problem({ status: 415, code: 'unsupported-media-type' });
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type === 'field') {
        if (part.fieldname !== '_csrf') upload.fields[part.fieldname] = String(part.value);
      } else if (part.fieldname !== kind || part.filename === '' || upload.refused === undefined) {
        part.file.resume();
      } else {
        Object.assign(upload, await this.keep(part, kind, language));
      }
    }
    return upload;
  }

  private async keep(
    { file, filename }: { file: Parameters<PictureMaker['make']>[0]; filename: string },
    kind: 'pictures' | 'attachments',
    language: Language,
  ): Promise<Partial<Upload>> {
    const texts = problemTexts[language];
    try {
      if (kind === 'pictures')
        return {
          picture: { ...(await this.pictures.make(file, filename)), ...NO_WORDS },
          refused: undefined,
        };
      const kept = await this.files.keep(file, { name: filename, limitBytes: ATTACHMENT_BYTES });
      return { attachment: kept, refused: undefined };
    } catch (error) {
      if (error instanceof PictureRefused) return { refused: texts.picture[error.code] };
      if (error instanceof FileRefused) return { refused: texts.file[error.code] };
      if (error instanceof StorageUnavailable) return { refused: texts.storage };
      throw error;
    }
  }
}
