import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FileRefused } from '../../files/file-refused.js';
import { FilesService } from '../../files/files.service.js';
import type { KeptFile } from '../../files/kept-file.js';
import type { Language } from '../../script/texts.js';
import { Problem } from '../../web/problem.js';
import { fileFault } from '../file-fault.js';

const SCAN_BYTES = 10 * 1024 * 1024;

/** A scan above its limit is still read to its end, so that the words beside it are not lost. */
const LIMITS = { fieldSize: 64 * 1024, fields: 10, fileSize: 4 * SCAN_BYTES, files: 1, parts: 12 };

interface ArrivedAnnotation {
  fields: Record<string, string>;
  scan?: KeptFile;
  /** Why the scan was not taken, as a sentence. */
  refused?: string;
}

/** Reads the form of an annotation, with the scan of the paper if there is one. */
@Injectable()
export class AnnotationReader {
  constructor(private readonly files: FilesService) {}

  async read(request: FastifyRequest, language: Language): Promise<ArrivedAnnotation> {
    if (!request.isMultipart()) throw new Problem({ status: 415, code: 'unsupported-media-type' });
    const arrived: ArrivedAnnotation = { fields: {} };
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type === 'field') arrived.fields[part.fieldname] = String(part.value);
      else if (part.fieldname !== 'scan' || part.filename === '') part.file.resume();
      else
        try {
          const scan = await this.files.keep(part.file, { name: part.filename, limitBytes: SCAN_BYTES });
          if (!/^(image\/|application\/pdf$)/.test(scan.mediaType))
            throw new FileRefused('forbidden-type', scan.name, scan.size);
          arrived.scan = scan;
        } catch (error) {
          arrived.refused = fileFault(error, part.filename, language);
        }
    }
    return arrived;
  }
}
