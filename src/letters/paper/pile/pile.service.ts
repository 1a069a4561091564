import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../../../duties/duties.service.js';
import { FileRefused } from '../../../files/file-refused.js';
import { FilesService } from '../../../files/files.service.js';
import { addPile, addScans, moveScan } from './pile.queries.js';

/** A day's post of a scanner in one file. */
export const PILE_BYTES = 100 * 1024 * 1024;

const PICTURES = ['image/jpeg', 'image/png', 'image/heic'];
/** Pictures that browsers show; the size of others is asked nowhere. */
const SHOWN = ['image/jpeg', 'image/png'];

/** Scans that wait to be entered. Nothing that was dropped is ever lost: it is entered, or put aside with a reason. */
@Injectable()
export class PileService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly duties: DutiesService,
  ) {}

  /**
   * Keeps what was dropped; false when the very same bytes were dropped before. Resolves after COMMIT. Throws what
   * `FilesService.keep` throws, and {@link FileRefused} for what is neither PDF nor picture.
   */
  async drop(stream: Readable, name: string, accountId: string): Promise<boolean> {
    const file = await this.files.keep(stream, { name, limitBytes: PILE_BYTES });
    const isPicture = PICTURES.includes(file.mediaType);
    if (!isPicture && file.mediaType !== 'application/pdf')
      throw new FileRefused('forbidden-type', file.name, file.size);
    const id = await this.dataSource.transaction(async (tx) => {
      await this.files.recordAgain(tx, file);
      const added = await addPile(tx, file, { accountId, isRead: isPicture });
      if (added !== undefined && isPicture) {
        const pages = SHOWN.includes(file.mediaType) ? [{ sha256: file.sha256, width: 0, height: 0 }] : [];
        await addScans(tx, added, [
          { position: 1, firstPage: null, lastPage: null, file, pages, remark: null },
        ]);
      }
      return added;
    });
    if (id !== undefined && !isPicture) await this.duties.ring('post-pile', [id]);
    return id !== undefined;
  }

  /** Nothing is made of this scan, for a reason; false when it does not wait. */
  putAside(id: string, accountId: string, reason: string): Promise<boolean> {
    return this.dataSource.transaction((tx) => moveScan(tx, id, { to: 'aside', accountId, reason }));
  }

  /** It waits again; false when it was not aside. */
  takeBack(id: string, accountId: string): Promise<boolean> {
    return this.dataSource.transaction((tx) => moveScan(tx, id, { to: 'waiting', accountId, reason: null }));
  }

  /** Has a pile read again that could not be. */
  again(id: string): Promise<boolean> {
    return this.duties.retryByHand('post-pile', id);
  }
}
