import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { displayName } from '../../files/file-name.js';
import { FileRefused, type FileRefusal, StorageUnavailable } from '../../files/file-refused.js';
import { PILE_BYTES, PileService } from '../../letters/paper/pile/pile.service.js';
import { Problem } from '../../web/problem.js';

/** Files above their limit are still read to their end, so that those after them are not lost. */
const LIMITS = { fieldSize: 10_000, fields: 10, fileSize: 4 * PILE_BYTES, files: 100, parts: 110 };

/** What became of the files that were dropped together. */
export interface Dropped {
  added: number;
  /** Files that had been dropped before. */
  doubled: number;
  refused: { name: string; why: FileRefusal | 'unavailable' }[];
}

/** Takes dropped files one after another: each is kept for good before the next is looked at. */
@Injectable()
export class PileUpload {
  constructor(private readonly pile: PileService) {}

  async take(request: FastifyRequest, accountId: string): Promise<Dropped> {
    if (!request.isMultipart()) throw new Problem({ status: 415, code: 'unsupported-media-type' });
    const dropped: Dropped = { added: 0, doubled: 0, refused: [] };
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type === 'field') continue;
      if (part.fieldname !== 'scans' || part.filename === '') {
        part.file.resume();
        continue;
      }
      try {
        if (await this.pile.drop(part.file, part.filename, accountId)) dropped.added += 1;
        else dropped.doubled += 1;
      } catch (error) {
        const why = error instanceof FileRefused ? error.code : 'unavailable';
        if (why === 'unavailable' && !(error instanceof StorageUnavailable)) throw error;
        dropped.refused.push({ name: displayName(part.filename), why });
      }
    }
    return dropped;
  }
}
