import { type ReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Sql } from '../database/rows.js';
import { Environment } from '../config/environment.js';
import { DiskSpace } from './disk-space.js';
import { displayName } from './file-name.js';
import { FileRefused, StorageUnavailable } from './file-refused.js';
import { FileStore } from './file-store.js';
import { allowedTypeOf } from './file-types.js';
import { recordFile } from './files.queries.js';
import type { KeptFile, KeptRaw } from './kept-file.js';
import { MeasuredStream } from './measured-stream.js';

/** Where attachments are kept (`STORAGE_URL`, else `DATA_DIR/attachments`). */
export const storageFolder = (environment: Environment) =>
  environment.storageUrl ? fileURLToPath(environment.storageUrl) : join(environment.dataDir, 'attachments');

/** Keeps what strangers attach: streamed, hashed, on disk before anybody is told that it arrived. */
@Injectable()
export class FilesService {
  readonly store: FileStore;
  readonly #disk: DiskSpace;
  #prepared: Promise<void> | undefined;

  constructor(
    environment: Environment,
    private readonly dataSource: DataSource,
  ) {
    const folder = storageFolder(environment);
    this.store = new FileStore(folder);
    this.#disk = new DiskSpace([environment.dataDir, folder]);
  }

  /**
   * Stores one file. Reads the stream to its end even when it refuses ({@link FileRefused}); throws
   * {@link StorageUnavailable} when the disk is low or broken, and the stream's own error when it breaks off.
   */
  async keep(
    stream: Readable,
    { name, limitBytes }: { name: string; limitBytes: number },
  ): Promise<KeptFile> {
    const shown = displayName(name);
    const measured = new MeasuredStream(limitBytes);
    const path = await this.#receive(stream, measured);
    try {
      const { size, looksLikeText } = measured;
      if (measured.isTooBig) throw new FileRefused('too-big', shown, size);
      if (size === 0) throw new FileRefused('empty', shown, size);
      const mediaType = await allowedTypeOf(path, { name: shown, size, looksLikeText });
      const file: KeptFile = { sha256: measured.sha256(), size, mediaType, name: shown };
      await this.#record(file);
      await this.store.place(path, file.sha256);
      return file;
    } catch (error) {
      await this.store.discard(path);
      if (error instanceof FileRefused) throw error;
      throw new StorageUnavailable({ cause: error });
    }
  }

  /**
   * Stores content as it comes, whatever it holds, under its hash. Reads the stream to its end even when it refuses
   * ({@link FileRefused}, `too-big` or `empty`); throws as {@link keep}.
   */
  async keepRaw(
    stream: Readable,
    { mediaType, limitBytes }: { mediaType: string; limitBytes: number },
  ): Promise<KeptRaw> {
    const measured = new MeasuredStream(limitBytes);
    const path = await this.#receive(stream, measured);
    try {
      const { size } = measured;
      if (measured.isTooBig || size === 0) throw new FileRefused(size === 0 ? 'empty' : 'too-big', '', size);
      const kept: KeptRaw = { sha256: measured.sha256(), size, mediaType };
      await this.#record(kept);
      await this.store.place(path, kept.sha256);
      return kept;
    } catch (error) {
      await this.store.discard(path);
      if (error instanceof FileRefused) throw error;
      throw new StorageUnavailable({ cause: error });
    }
  }

  /** Marks kept content as named again, in the transaction that begins to hold it. */
  recordAgain(tx: Sql, kept: KeptRaw): Promise<void> {
    return recordFile(tx, kept);
  }

  /** Keeps what the office has made itself, such as a picture in another size: its type is known, not guessed. */
  async keepOwn(
    content: Buffer,
    { name, mediaType }: { name: string; mediaType: string },
  ): Promise<KeptFile> {
    const measured = new MeasuredStream(content.length);
    const path = await this.#receive(Readable.from([content]), measured);
    try {
      const file: KeptFile = { sha256: measured.sha256(), size: measured.size, mediaType, name };
      await this.#record(file);
      await this.store.place(path, file.sha256);
      return file;
    } catch (error) {
      await this.store.discard(path);
      throw new StorageUnavailable({ cause: error });
    }
  }

  /**
   * Of files kept earlier, those that are still here, marked as named again so that the sweep leaves them
   * alone while a letter takes them.
   */
  async stillKept(files: readonly KeptFile[]): Promise<KeptFile[]> {
    const present: KeptFile[] = [];
    for (const file of files) {
      await recordFile(this.dataSource, file);
      if (await this.store.holds(file.sha256)) present.push(file);
    }
    return present;
  }

  /** The content of a kept file. The caller has authorised it through the letter that it belongs to. */
  open(sha256: string): ReadStream {
    return this.store.open(sha256);
  }

  /** Where a kept file lies on this machine, for programs that read it piece by piece. */
  pathOf(sha256: string): string {
    return this.store.address(sha256);
  }

  /** Whether so little disk is left that new letters are refused. */
  diskIsLow(): Promise<boolean> {
    return this.#disk.isLow();
  }

  /** Room that is left on the fullest disk, in bytes. */
  freeBytes(): Promise<number> {
    return this.#disk.freeBytes();
  }

  async #receive(stream: Readable, measured: MeasuredStream): Promise<string> {
    if (await this.diskIsLow()) {
      stream.resume();
      throw new StorageUnavailable();
    }
    try {
      await (this.#prepared ??= this.store.prepare());
    } catch (error) {
      this.#prepared = undefined;
      stream.resume();
      throw new StorageUnavailable({ cause: error });
    }
    try {
      return await this.store.receive(stream, measured);
    } catch (error) {
      // ENOSPC and its like are ours; anything else is the sender's connection.
      if (
        ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')
      )
        throw new StorageUnavailable({ cause: error });
      throw error;
    }
  }

  /**
   * Recorded before it is placed: the sweep holds the record's lock while it removes the content, so what is
   * placed after this cannot be removed by a sweep that began earlier. Without a database no sweep runs
   * either, and the record is made by {@link stillKept} when the letter is sent again.
   */
  async #record(file: KeptRaw): Promise<void> {
    await recordFile(this.dataSource, file).catch(() => undefined);
  }
}
